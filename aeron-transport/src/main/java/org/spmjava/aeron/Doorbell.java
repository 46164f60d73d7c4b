package org.spmjava.aeron;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.transport.Parking;

/**
 * What a participant parks at until another one rings: an {@link EventCount}, and a Unix-domain socket on which it
 * blocks. Made when it is first parked at, since that is early enough. Where there can be no such socket, because the
 * directory's name is too long for one, say, nobody is told that anyone is parked, and parking ends within a
 * millisecond.
 */
final class Doorbell implements Parking, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final int BACKLOG = 1024;
    private static final int RINGS_AT_ONCE = 64;
    private static final long LONGEST_DEAF_PARK_NS = 1_000_000;

    private final EventCount count;
    private final Path socket;
    private final ByteBuffer rings = ByteBuffer.allocateDirect(RINGS_AT_ONCE);
    private volatile Selector selector;
    private volatile Thread deaf;
    /** Whether a poll got on since parking was announced, and so did not see all that there is. */
    private volatile boolean gotOn;

    private ServerSocketChannel door;
    private boolean made;
    private boolean rung;
    private long timeouts;
    private volatile boolean closed;

    private Doorbell(EventCount count, Path socket) {
        this.count = count;
        this.socket = socket;
    }

    /** That of a Spoke or of the Hub, which was created; one at which nobody can ring, if it was not. */
    static Doorbell of(BellFiles files, String owner) {
        try {
            return new Doorbell(new EventCount(files.map(owner)), files.socket(owner));
        } catch (IOException none) {
            LOG.debug("There is no bell of {}", owner, none);
            Doorbell mute = new Doorbell(new EventCount(BellFiles.unshared()), files.socket(owner));
            mute.made = true;
            return mute;
        }
    }

    /** A poll got on, whatever it delivered: a parking that was announced does not begin. */
    void gotOn() {
        gotOn = true;
    }

    @Override
    public void prepareToPark() {
        gotOn = false;
        if (!made) {
            made = true;
            make();
        }
        if (selector == null) {
            deaf = Thread.currentThread();
            return;
        }
        if (rung) {
            rung = false;
            takeRings();
        }
        count.announce();
    }

    @Override
    public void cancelPark() {
        deaf = null;
        if (selector != null) {
            count.takeBack();
        }
    }

    @Override
    public void park(long timeoutNs) {
        if (gotOn) {
            cancelPark();
            return;
        }
        if (selector == null) {
            LockSupport.parkNanos(this, Math.min(timeoutNs, LONGEST_DEAF_PARK_NS));
            deaf = null;
            return;
        }
        try {
            long timeoutMs = Math.max(1, TimeUnit.NANOSECONDS.toMillis(timeoutNs + 999_999));
            rung = selector.select(timeoutMs) > 0;
            if (!rung) {
                timeouts++;
            }
        } catch (IOException | ClosedSelectorException e) {
            fallBack(e);
        }
        count.takeBack();
    }

    @Override
    public void wake() {
        VarHandle.fullFence();
        Thread parked = deaf;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
        Selector sleeping = selector;
        if (sleeping != null && count.look() != 0) {
            sleeping.wakeup();
        }
    }

    /** How often parking ended without a ring. */
    long timeouts() {
        return timeouts;
    }

    private void make() {
        try {
            Selector opened = Selector.open();
            selector = opened;
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
            door.configureBlocking(false);
            door.register(opened, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException e) {
            fallBack(e);
        }
    }

    private void fallBack(Exception why) {
        if (!closed) {
            LOG.debug("Nobody can ring at {}; it is looked for messages every millisecond", socket, why);
        }
        Selector opened = selector;
        selector = null;
        count.takeBack();
        CloseHelper.quietCloseAll(door, opened);
    }

    /** Takes off what made the last parking end; left there, it would end the next as well. */
    private void takeRings() {
        Selector opened = selector;
        try {
            opened.selectNow();
            Iterator<SelectionKey> keys = opened.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    accept(opened);
                } else {
                    take((SocketChannel) key.channel());
                }
            }
        } catch (IOException | RuntimeException e) {
            fallBack(e);
        }
    }

    private void accept(Selector opened) throws IOException {
        for (SocketChannel accepted = door.accept(); accepted != null; accepted = door.accept()) {
            accepted.configureBlocking(false);
            accepted.register(opened, SelectionKey.OP_READ);
            take(accepted);
        }
    }

    /** Whoever has gone is not listened to any more; its end is no trouble of ours. */
    private void take(SocketChannel ringer) {
        try {
            int read;
            do {
                read = ringer.read(rings.clear());
            } while (read == RINGS_AT_ONCE);
            if (read < 0) {
                CloseHelper.quietClose(ringer);
            }
        } catch (IOException gone) {
            CloseHelper.quietClose(ringer);
        }
    }

    /** Wakes who is parked; files are left to {@link BellFiles}. The words may still be used. */
    @Override
    public void close() {
        closed = true;
        Selector opened = selector;
        if (opened != null) {
            opened.keys().forEach(key -> CloseHelper.quietClose(key.channel()));
            CloseHelper.quietClose(opened);
        }
    }
}
