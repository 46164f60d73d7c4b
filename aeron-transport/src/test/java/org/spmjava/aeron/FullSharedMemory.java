package org.spmjava.aeron;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spmjava.core.transport.SendResult;

/** A program that links Spokes with each other until there is no memory for it, and says what happens then. */
final class FullSharedMemory {

    private static final int SPOKES = 3;
    /** The driver takes 12 MiB, a Spoke of these terms 1.5 MiB, and a link 0.2 MiB. */
    private static final int TERM_LENGTH = 256 * 1024;

    private FullSharedMemory() {}

    /** Takes the directory, which has room for three Spokes and some of their links. */
    public static void main(String[] args) {
        List<AeronSpokeTransport> spokes = new ArrayList<>();
        AeronConfiguration configuration =
                AeronConfiguration.in(Path.of(args[0], "aeron")).withTermBufferLength(TERM_LENGTH);
        try (AeronHubTransport hub = AeronHubTransport.start(configuration)) {
            Runnable turn = () -> {
                hub.doWork();
                spokes.forEach(AeronSpokeTransport::doWork);
            };
            for (int i = 0; i < SPOKES; i++) {
                AeronSpokeTransport spoke = AeronSpokeTransport.connect(hub.open(i));
                spokes.add(spoke);
                Bench.until(turn, () -> spoke.send(ByteBuffer.allocate(1)) == SendResult.SENT);
            }
            int links = link(spokes, turn);
            Bench.until(turn, () -> hub.poll((from, message) -> {}, SPOKES) == SPOKES);
            Bench.until(turn, () -> spokes.get(0).sendTo(1, ByteBuffer.allocate(1)) == SendResult.SENT);
            Bench.until(turn, () -> spokes.get(1).pollPeers((from, message) -> {}, 2) > 0);
            System.out.println(links > 0 && links < SPOKES * SPOKES ? "and goes on" : "after " + links + " links");
            spokes.forEach(AeronSpokeTransport::close);
        }
    }

    private static int link(List<AeronSpokeTransport> spokes, Runnable turn) {
        int links = 0;
        for (AeronSpokeTransport spoke : spokes) {
            for (int i = SPOKES - 1; i >= 0; i--) {
                int to = i == 0 ? 0 : i;
                try {
                    Bench.until(turn, () -> spoke.sendTo(to, ByteBuffer.allocate(1)) == SendResult.SENT);
                    links++;
                } catch (UncheckedIOException full) {
                    System.out.println(full.getMessage());
                    return links;
                }
            }
        }
        return links;
    }
}
