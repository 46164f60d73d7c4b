package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.core.transport.SendResult;

/**
 * A Hub and Spokes in processes of their own, all of which park whenever there is nothing to do, for much longer than
 * any message takes: each wake-up that came late would be a parking that ended by its timeout, and those are counted.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParkedProcessTest {

    private static final long PARK_NS = TimeUnit.SECONDS.toNanos(5);
    private static final int MESSAGES = 2_000;

    private int seen;

    @Test
    void everyMessageWakesWhoItIsFor() {
        try (Bench bench = new Bench();
                SpokeProcess spoke = SpokeProcess.launch(SpokeProcess.PARK_AND_ECHO, bench.hub.open(1))) {
            connect(bench, 1);
            long before = bench.hub.parkTimeouts();
            for (int i = 0; i < MESSAGES; i++) {
                send(bench, 1);
                parkUntil(bench, () -> seen == 1);
                seen = 0;
            }
            assertThat(bench.hub.parkTimeouts()).isEqualTo(before);
            bench.hub.close(1);
            bench.until(spoke::hasSpoken);
            assertThat(spoke.line()).isEqualTo("late 0");
        }
    }

    @Test
    void spokesWakeEachOtherAndTheHubThatHasToLinkThem() {
        try (Bench bench = new Bench(it -> it.withTermBufferLength(64 * 1024));
                SpokeProcess one = SpokeProcess.launch(SpokeProcess.PARK_AND_ECHO, bench.hub.open(1));
                SpokeProcess two = SpokeProcess.launch(SpokeProcess.PARK_AND_PASS, bench.hub.open(2))) {
            connect(bench, 1);
            connect(bench, 2);
            long before = bench.hub.parkTimeouts();
            for (int i = 0; i < MESSAGES; i++) {
                send(bench, 2);
                parkUntil(bench, () -> seen == 1);
                seen = 0;
            }
            assertThat(bench.hub.parkTimeouts()).isEqualTo(before);
            bench.hub.close(1);
            bench.hub.close(2);
            bench.until(() -> one.hasSpoken() && two.hasSpoken());
            assertThat(one.line()).isEqualTo("late 0");
            assertThat(two.line()).isEqualTo("late 0");
        }
    }

    @Test
    void aSpokeThatIsKilledWhileItIsParkedHoldsUpNobodyAndLeavesNoBell() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(Duration.ofSeconds(3)));
                SpokeProcess dead = SpokeProcess.launch(SpokeProcess.PARK_AND_ECHO, bench.hub.open(1));
                SpokeProcess other = SpokeProcess.launch(SpokeProcess.PARK_AND_ECHO, bench.hub.open(2))) {
            connect(bench, 1);
            connect(bench, 2);
            dead.kill();
            bench.until(() -> {
                // On a crowded machine the other one may fall behind; it is not held up by the dead one.
                assertThat(bench.hub.send(2, ByteBuffer.allocate(4))).isNotEqualTo(SendResult.CLOSED);
                poll(bench);
                return bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.CLOSED;
            });
            bench.until(() -> {
                poll(bench);
                return bench.hub.send(2, ByteBuffer.allocate(4)) == SendResult.SENT;
            });
            assertThat(bells(bench)).isEqualTo(3);
            bench.hub.close(1);
            assertThat(bells(bench)).isEqualTo(2);
            assertThat(other.isAlive()).isTrue();
        }
    }

    private static long bells(Bench bench) {
        return bench.files().stream()
                .filter(path -> path.toString().endsWith(".ring"))
                .count();
    }

    private void connect(Bench bench, long incarnation) {
        bench.until(() -> bench.hub.send(incarnation, ByteBuffer.allocate(4)) == SendResult.SENT);
        parkUntil(bench, () -> seen > 0);
        seen = 0;
    }

    private static void send(Bench bench, long incarnation) {
        bench.until(() -> bench.hub.send(incarnation, ByteBuffer.allocate(4)) == SendResult.SENT);
    }

    private int poll(Bench bench) {
        return bench.hub.poll((from, message) -> seen++, 10);
    }

    private void parkUntil(Bench bench, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            bench.hub.doWork();
            if (poll(bench) == 0) {
                bench.hub.prepareToPark();
                if (poll(bench) == 0 && !bench.hub.wantsWork()) {
                    bench.hub.park(PARK_NS);
                } else {
                    bench.hub.cancelPark();
                }
            }
        }
    }
}
