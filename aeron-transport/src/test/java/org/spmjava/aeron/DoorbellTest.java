package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parking at a bell that others ring, within one process. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoorbellTest {

    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(40);
    private static final String OTHER = "other";
    private static final String OWN = "own";

    private final Path directory = Bench.freshDirectory();
    private final BellFiles files = new BellFiles(directory);

    private Doorbell doorbell(String owner) {
        files.create(owner);
        return Doorbell.of(files, owner);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        files.delete(OWN);
        files.delete(OTHER);
        Files.delete(directory);
    }

    @Test
    void aRingThatComesAfterTheAnnouncementEndsTheParking() {
        try (Doorbell bell = doorbell(OWN);
                Ringer ringer = Ringer.at(files, OWN)) {
            bell.prepareToPark();
            ringer.ring();
            bell.park(LONG_NS);
            assertThat(bell.timeouts()).isZero();
            assertThat(ringer.rings()).isEqualTo(1);
        }
    }

    @Test
    void whoIsAwakeIsNotRungAndWhoIsRungIsRungOnce() {
        try (Doorbell bell = doorbell(OWN);
                Ringer ringer = Ringer.at(files, OWN)) {
            ringer.ring();
            bell.prepareToPark();
            bell.cancelPark();
            ringer.ring();
            assertThat(ringer.rings()).isZero();
            bell.prepareToPark();
            ringer.ring();
            ringer.ring();
            assertThat(ringer.rings()).isEqualTo(1);
        }
    }

    @Test
    void anOldRingWakesOnceMoreAndIsForgottenThen() {
        try (Doorbell bell = doorbell(OWN);
                Ringer ringer = Ringer.at(files, OWN)) {
            bell.prepareToPark();
            ringer.ring();
            bell.cancelPark();
            bell.prepareToPark();
            bell.park(LONG_NS);
            assertThat(bell.timeouts()).isZero();
            bell.prepareToPark();
            bell.park(1);
            assertThat(bell.timeouts()).isEqualTo(1);
        }
    }

    @Test
    void aThreadOfTheSameProcessWakesWhoHasAnnounced() {
        try (Doorbell bell = doorbell(OWN)) {
            bell.prepareToPark();
            bell.wake();
            long sinceNs = System.nanoTime();
            bell.park(LONG_NS);
            assertThat(System.nanoTime() - sinceNs).isLessThan(LONG_NS);
        }
    }

    @Test
    void anInterruptEndsTheParkingAndStays() {
        try (Doorbell bell = doorbell(OWN);
                Ringer ringer = Ringer.at(files, OWN)) {
            bell.prepareToPark();
            Thread.currentThread().interrupt();
            bell.park(LONG_NS);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            bell.prepareToPark();
            ringer.ring();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ringer.rings()).isEqualTo(1);
            bell.park(LONG_NS);
        }
    }

    @Test
    void anInterruptedThreadFindsTheBellAndStaysInterrupted() {
        try (Doorbell bell = doorbell(OWN)) {
            Thread.currentThread().interrupt();
            try (Ringer ringer = Ringer.at(files, OWN)) {
                bell.prepareToPark();
                ringer.ring();
                assertThat(ringer.rings()).isEqualTo(1);
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void ringingNeverBlocksEvenIfNobodyListens() {
        try (Doorbell bell = doorbell(OWN);
                Ringer ringer = Ringer.at(files, OWN)) {
            for (int ring = 0; ring < 20_000; ring++) {
                bell.prepareToPark();
                ringer.ring();
                bell.cancelPark();
            }
            assertThat(ringer.rings()).isEqualTo(20_000);
            bell.prepareToPark();
            bell.park(LONG_NS);
        }
    }

    @Test
    void whoHasGoneWhileItWasParkedIsRungInVain() {
        Doorbell bell = doorbell(OWN);
        try (Ringer known = Ringer.at(files, OWN);
                Ringer stranger = Ringer.at(files, OWN)) {
            bell.prepareToPark();
            known.ring();
            bell.prepareToPark();
            bell.close();
            known.ring();
            known.ring();
            stranger.ring();
            assertThat(stranger.rings()).isZero();
        }
        try (Ringer late = Ringer.at(files, OTHER)) {
            late.ring();
            assertThat(late.rings()).isZero();
        }
    }

    @Test
    void whereThereCanBeNoSocketNobodyIsToldAndParkingIsShort() throws IOException {
        Path deep = Files.createDirectory(directory.resolve("d".repeat(200)));
        BellFiles far = new BellFiles(deep);
        far.create(OWN);
        try (Doorbell bell = Doorbell.of(far, OWN);
                Ringer ringer = Ringer.at(far, OWN)) {
            bell.prepareToPark();
            ringer.ring();
            assertThat(ringer.rings()).isZero();
            bell.park(LONG_NS);
            bell.prepareToPark();
            bell.wake();
            bell.park(LONG_NS);
        } finally {
            far.delete(OWN);
            Files.delete(deep);
        }
    }

    @Test
    void noWakeUpIsLostBetweenTwoThatParkAllTheTime() throws InterruptedException {
        AtomicInteger token = new AtomicInteger();
        int rounds = 10_000;
        try (Doorbell one = doorbell(OWN);
                Doorbell two = doorbell(OTHER);
                Ringer toOne = Ringer.at(files, OWN);
                Ringer toTwo = Ringer.at(files, OTHER)) {
            Thread other = new Thread(() -> pass(token, 1, rounds, two, toOne), "other");
            other.setDaemon(true);
            other.start();
            pass(token, 0, rounds, one, toTwo);
            other.join(Duration.ofSeconds(40).toMillis());
            assertThat(token).hasValue(2 * rounds);
            assertThat(one.timeouts() + two.timeouts()).isZero();
        }
    }

    private static void pass(AtomicInteger token, int parity, int rounds, Doorbell own, Ringer other) {
        for (int round = 0; round < rounds; round++) {
            while (token.get() % 2 != parity) {
                own.prepareToPark();
                if (token.get() % 2 == parity) {
                    own.cancelPark();
                } else {
                    own.park(LONG_NS);
                }
            }
            token.incrementAndGet();
            other.ring();
        }
    }
}
