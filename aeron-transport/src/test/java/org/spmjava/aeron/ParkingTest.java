package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.core.transport.SendResult;

/** Parking at a transport, by the rule of {@link org.spmjava.core.transport.Parking}. */
class ParkingTest {

    private static final int TERM_LENGTH = 64 * 1024;
    private static final long FAR_TOO_LONG_NS = TimeUnit.MINUTES.toNanos(10);

    @TempDir
    private Path directory;

    private int got;

    /** At the end of a term a poll delivers nothing, though a message lies in the next one. */
    @Test
    void aMessageThatWasThereBeforeTheAnnouncementIsNeverSleptThrough() {
        try (Bench bench = new Bench(it -> it.withTermBufferLength(TERM_LENGTH))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            ByteBuffer message = ByteBuffer.allocate(1000);
            int polledInVain = 0;
            for (int i = 1; i <= 5 * TERM_LENGTH / message.capacity(); i++) {
                bench.turn();
                assertThat(bench.hub.send(1, message)).isEqualTo(SendResult.SENT);
                while (got < i) {
                    spoke.prepareToPark();
                    if (spoke.poll(bytes -> got++, 64) == 0) {
                        polledInVain++;
                        // Whoever sleeps here sleeps longer than the test may take.
                        spoke.park(FAR_TOO_LONG_NS);
                    } else {
                        spoke.cancelPark();
                    }
                }
            }
            assertThat(polledInVain).isPositive();
        }
    }

    @Test
    void aMessageToTheHubIsNotSleptThroughEither() {
        try (Bench bench = new Bench(it -> it.withTermBufferLength(TERM_LENGTH))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            ByteBuffer message = ByteBuffer.allocate(1000);
            for (int i = 1; i <= 5 * TERM_LENGTH / message.capacity(); i++) {
                bench.turn();
                assertThat(spoke.send(message)).isEqualTo(SendResult.SENT);
                while (got < i) {
                    bench.hub.prepareToPark();
                    if (bench.hub.poll((incarnation, bytes) -> got++, 64) == 0) {
                        bench.hub.park(FAR_TOO_LONG_NS);
                    } else {
                        bench.hub.cancelPark();
                    }
                }
            }
        }
    }

    @Test
    void aHubStartsWhereAnotherWasKilledAndLeftItsBells() throws IOException {
        Path place = Files.createDirectory(
                directory.resolve("aeron"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        BellFiles left = new BellFiles(place);
        left.create(BellFiles.hub());
        left.create(BellFiles.spoke(1));
        Files.createFile(left.socket(BellFiles.hub()));
        try (AeronHubTransport hub = AeronHubTransport.start(AeronConfiguration.in(place))) {
            assertThat(hub.open(1)).isNotEmpty();
        }
        assertThat(place).isEmptyDirectory();
    }
}
