package org.spmjava.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.agrona.collections.LongHashSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.spmjava.core.transport.Parking;

/** The bells of a Hub and its Spokes, from the Hub's side: it makes and removes them all, and parks at its own. */
final class HubBells implements Parking, AutoCloseable {

    private final BellFiles files;
    private final int expected;
    private final LongHashSet spokes = new LongHashSet();
    private UnsafeBuffer words;
    private Doorbell own;

    /**
     * None yet.
     *
     * @param directory around the driver's
     * @param expected how many Spokes may look for theirs before they are opened; their incarnations begin with 1
     */
    HubBells(Path directory, int expected) {
        this.files = new BellFiles(directory);
        this.expected = expected;
    }

    /** Makes the Hub's and those of expected Spokes: before the driver is there, since then they are looked for. */
    void create() {
        files.create(BellFiles.hub());
        for (long incarnation = 1; incarnation <= expected; incarnation++) {
            create(incarnation);
        }
        try {
            words = files.map(BellFiles.hub());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own = Doorbell.of(files, BellFiles.hub());
    }

    /** Whether a Spoke may look for its bell before it is opened. */
    boolean isExpected(long incarnation) {
        return incarnation > 0 && incarnation <= expected;
    }

    /** Makes a Spoke's, unless it is there. */
    void create(long incarnation) {
        if (spokes.add(incarnation)) {
            files.create(BellFiles.spoke(incarnation));
        }
    }

    /** Removes a Spoke's. */
    void remove(long incarnation) {
        spokes.remove(incarnation);
        files.delete(BellFiles.spoke(incarnation));
    }

    Ringer ringer(long incarnation) {
        return Ringer.at(files, BellFiles.spoke(incarnation));
    }

    /** Whether a Spoke wants the driver to run. */
    boolean isAsked() {
        return BellFiles.isAsked(words);
    }

    /** The driver is about to run. */
    void answer() {
        BellFiles.answer(words);
    }

    /** A poll got on, whatever it delivered. */
    void gotOn() {
        own.gotOn();
    }

    /** How often parking ended without a ring. */
    long timeouts() {
        return own.timeouts();
    }

    @Override
    public void prepareToPark() {
        own.prepareToPark();
    }

    @Override
    public void cancelPark() {
        own.cancelPark();
    }

    @Override
    public void park(long timeoutNs) {
        own.park(timeoutNs);
    }

    @Override
    public void wake() {
        own.wake();
    }

    /** Wakes who is parked, and removes all. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        files.delete(BellFiles.hub());
        spokes.forEach(incarnation -> files.delete(BellFiles.spoke(incarnation)));
        spokes.clear();
    }
}
