package org.spmjava.core.agent;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.transport.SendResult;
import org.spmjava.core.transport.SpokeTransport;

/**
 * A Spoke's process whose Hub, in the same process, refuses each report for a while, takes it in part for another
 * while, and prints what happens in which order.
 */
final class StubbornHub implements SpokeTransport {

    private static final PrintStream OUT = System.out;
    private static final int REFUSALS = 20;

    private final ArrayDeque<byte[]> toSpoke = new ArrayDeque<>();
    private final MessageCodec codec = new MessageCodec();
    private int refusals;
    private int unflushed;
    private final MemoryParking parking = new MemoryParking();

    public static void main(String[] args) {
        Trial first = Trial.of("first", () -> {
            OUT.println("first starts");
            return "done";
        });
        Trial second = Trial.of("second", () -> {
            OUT.println("second starts");
            return Trial.taking(300_000).call();
        });
        StubbornHub hub = new StubbornHub();
        hub.say(new Begin(1, Trial.AsList.class.getName(), 42, 0));
        Wires wires = new Wires();
        long timeoutNs = 3_000_000_000L;
        hub.say(new Assign(1, 1, timeoutNs, wires.encode(new Trial.AsList().payloadCodec(), first)));
        hub.say(new Assign(1, 2, timeoutNs, wires.encode(new Trial.AsList().payloadCodec(), second)));
        new SpokeAgent(new SpokeIdentity(0, 1, "host"), hub, (api, arguments) -> null).run();
    }

    private void say(HubMessage message) {
        ByteBuffer bytes = codec.encode(message);
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        toSpoke.add(copy);
    }

    @Override
    public SendResult send(ByteBuffer message) {
        SpokeMessage said = codec.decodeSpokeMessage(message.duplicate());
        boolean report = said instanceof SpokeMessage.Returned || said instanceof SpokeMessage.Failed;
        if (report && refusals++ < REFUSALS) {
            return SendResult.BACK_PRESSURE;
        }
        if (report) {
            refusals = 0;
            unflushed = REFUSALS;
            OUT.println(said.getClass().getSimpleName() + " taken");
        }
        return SendResult.SENT;
    }

    @Override
    public int poll(Handler handler, int limit) {
        int polled = 0;
        for (; polled < limit && !toSpoke.isEmpty(); polled++) {
            handler.onMessage(ByteBuffer.wrap(toSpoke.removeFirst()));
        }
        return polled;
    }

    @Override
    public SendResult sendTo(long incarnation, ByteBuffer message) {
        return SendResult.CLOSED;
    }

    @Override
    public int pollPeers(PeerHandler handler, int limit, int looks) {
        return 0;
    }

    @Override
    public int doWork() {
        if (unflushed > 0 && --unflushed == 0) {
            OUT.println("flushed");
        }
        return 0;
    }

    @Override
    public boolean isFlushed() {
        return unflushed == 0;
    }

    @Override
    public boolean isFlushedToHub() {
        return isFlushed();
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public void prepareToPark() {
        parking.prepareToPark();
    }

    @Override
    public void cancelPark() {
        parking.cancelPark();
    }

    @Override
    public void park(long timeoutNs) {
        parking.park(timeoutNs);
    }

    @Override
    public void wake() {
        parking.wake();
    }

    @Override
    public int maxMessageLength() {
        return 1 << 20;
    }

    @Override
    public void close() {}
}
