package org.spmjava.aeron;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.spmjava.core.agent.Wires;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.transport.SendResult;

/**
 * A Spoke that serves a Hub of its own, in one process, for one task: it loads what every Spoke loads. Then it exits in
 * the normal way, in contrast to a Spoke, so that its JVM leaves an archive of these classes.
 */
final class SpokeRehearsal {

    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(100);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int TERM_BYTES = 64 << 10;
    private static final int COMMAND = 1;
    private static final int INCARNATION = 1;

    private final MessageCodec codec = new MessageCodec();
    private final AeronHubTransport hub;
    private boolean begun;
    private boolean returned;

    private SpokeRehearsal(AeronHubTransport hub) {
        this.hub = hub;
    }

    /**
     * Exits with 0 when the task has returned, and with 1 otherwise.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        // Of its session, which deletes it.
        Path directory = Files.createTempDirectory("rehearsal");
        AeronConfiguration configuration =
                AeronConfiguration.in(directory.resolve("aeron")).withTermBufferLength(TERM_BYTES);
        AeronHubTransport hub = AeronHubTransport.start(configuration, 1);
        List<String> arguments = new ArrayList<>(List.of("0", Integer.toString(INCARNATION)));
        arguments.addAll(hub.open(INCARNATION));
        Thread spoke = new Thread(() -> AeronSpoke.main(arguments.toArray(new String[0])), "spm-rehearsal");
        spoke.setDaemon(true);
        spoke.start();
        // The Spoke lives on until then: it halts when its Hub has gone, and nothing would be left of it.
        System.exit(new SpokeRehearsal(hub).isServed() ? 0 : 1);
    }

    private boolean isServed() {
        long sinceNs = System.nanoTime();
        while (!returned && System.nanoTime() - sinceNs < LIMIT_NS) {
            hub.doWork();
            hub.poll((incarnation, message) -> onMessage(message), 1);
            LockSupport.parkNanos(PAUSE_NS);
        }
        return returned;
    }

    private void onMessage(ByteBuffer bytes) {
        SpokeMessage message = codec.decodeSpokeMessage(bytes);
        if (message instanceof SpokeMessage.Join && !begun) {
            begun = true;
            RehearsedTask.Definition definition = new RehearsedTask.Definition();
            byte[] payload =
                    new Wires().encode(definition.payloadCodec(), new RehearsedTask("rehearsal", 1, 1.0, true));
            send(new HubMessage.Begin(COMMAND, RehearsedTask.Definition.class.getName(), definition.fingerprint(), 0));
            send(new HubMessage.Assign(COMMAND, 1, LIMIT_NS, payload));
        } else if (message instanceof SpokeMessage.Returned) {
            returned = true;
        }
    }

    private void send(HubMessage message) {
        ByteBuffer encoded = codec.encode(message);
        while (hub.send(INCARNATION, encoded.duplicate()) == SendResult.BACK_PRESSURE) {
            hub.doWork();
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
