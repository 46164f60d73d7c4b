package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.core.transport.SendResult;

class EarlySpokesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void aSpokeThatIsThereBeforeItIsOpenedIsHeardOnlyFromThenOn() {
        AeronConfiguration configuration =
                AeronConfiguration.in(directory.resolve("aeron")).withTermBufferLength(64 * 1024);
        List<String> arguments = AeronHubTransport.arguments(configuration, 1);
        List<Long> connected = new ArrayList<>();
        List<Long> heard = new ArrayList<>();
        try (AeronHubTransport hub = AeronHubTransport.start(configuration, 1)) {
            hub.onConnected(connected::add);
            try (AeronSpokeTransport spoke = AeronSpokeTransport.connect(arguments)) {
                ByteBuffer message = ByteBuffer.wrap(new byte[] {1, 2, 3});
                await().atMost(DEADLINE).pollInterval(Duration.ofMillis(1)).until(() -> {
                    hub.doWork();
                    hub.poll((incarnation, bytes) -> heard.add(incarnation), 10);
                    spoke.doWork();
                    return spoke.send(message.duplicate()) == SendResult.SENT;
                });
                for (int round = 0; round < 100; round++) {
                    hub.doWork();
                    hub.poll((incarnation, bytes) -> heard.add(incarnation), 10);
                    spoke.doWork();
                }
                assertThat(heard).isEmpty();
                assertThat(connected).isEmpty();

                assertThat(hub.open(1)).isEqualTo(arguments);

                assertThat(connected).containsExactly(1L);
                await().atMost(DEADLINE).pollInterval(Duration.ofMillis(1)).until(() -> {
                    hub.doWork();
                    hub.poll((incarnation, bytes) -> heard.add(incarnation), 10);
                    spoke.doWork();
                    return !heard.isEmpty();
                });
                assertThat(heard).containsExactly(1L);
                assertThat(hub.malformedFrames()).isZero();
            }
        }
    }
}
