package org.spmjava.aeron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.api.communication.GridBlock;
import org.spmjava.api.communication.GridCommunicator;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;

/** Tasks that communicate, written by hand as the compiler would: what each is to do. */
record Talk(String what, long timeoutMs) {

    static final RequestReply<Integer, String> SQUARE = RequestReply.of("square", Codecs.INT, Codecs.STRING);
    static final RequestReply<Integer, String> UNKNOWN = RequestReply.of("unknown", Codecs.INT, Codecs.STRING);
    static final Channel<String> NEWS = Channel.of("news", Codecs.STRING);
    static final Channel<int[]> NUMBERS = Channel.of("numbers", Codecs.INTS);
    static final Channel<Long> LABELS = Channel.of("labels", Codecs.LONG);

    private static final class Payloads implements PayloadCodec<Talk> {
        @Override
        public void write(Talk talk, WireOut out) {
            WireFields.writeText(out, "what", talk.what());
            out.write("timeoutMs").int64(talk.timeoutMs());
        }

        @Override
        public Talk read(WireIn in) {
            return new Talk(
                    WireFields.readText(in, "what"), in.read("timeoutMs").int64());
        }
    }

    /** What all have in common. */
    abstract static class Definition<R> implements TaskManagerDefinition<Talk, R> {

        @Override
        public String signature() {
            return "Talk#" + getClass().getSimpleName();
        }

        @Override
        public long fingerprint() {
            return 1;
        }

        @Override
        public PayloadCodec<Talk> payloadCodec() {
            return new Payloads();
        }

        @Override
        public TaskMeta meta(Talk talk) {
            return new TaskMeta(talk.what(), Timeout.afterMillis(talk.timeoutMs()), false, false, List.of(), List.of());
        }

        @Override
        public Talk placed(Talk talk, String nameHost, String whoAmI) {
            return talk;
        }
    }

    /** What those have in common that return a text. */
    abstract static class TextDefinition extends Definition<String> {
        @Override
        public PayloadCodec<String> resultCodec() {
            return Codecs.STRING;
        }
    }

    /** A list whose tasks ask the Hub for squares. */
    public static final class Asking extends TextDefinition {
        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }

        @Override
        public Policy policy() {
            return Policy.ISOLATED;
        }

        @Override
        public Grain grain() {
            return Grain.LIMITED;
        }

        @Override
        public String evaluate(Talk talk, EvaluationContext context) {
            HubLink hub = context.handle(HubLink.class);
            if (talk.what().equals("unknown")) {
                return hub.ask(UNKNOWN, 1);
            } else if (talk.what().equals("wrong handle")) {
                return context.handle(Communicator.class).toString();
            }
            int number = Integer.parseInt(talk.what());
            hub.tell(NEWS, "before " + number);
            String square = hub.ask(SQUARE, number);
            hub.tell(NEWS, "after " + square);
            return square + hub.ask(SQUARE, number + 1);
        }
    }

    /** Clones that talk to each other. */
    public static final class Unit extends TextDefinition {
        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }

        @Override
        public Policy policy() {
            return Policy.ONCE;
        }

        @Override
        public Grain grain() {
            return Grain.GENERAL;
        }

        @Override
        public String evaluate(Talk talk, EvaluationContext context) {
            Communicator unit = context.handle(Communicator.class);
            int rank = unit.rank();
            int size = unit.size();
            switch (talk.what()) {
                case "leave something behind" -> {
                    // More than a link holds, and nobody receives it.
                    unit.send((rank + 1) % size, NUMBERS, new int[200_000]);
                    unit.send((rank + 1) % size, NEWS, "stale");
                    return "left";
                }
                case "throw on one" -> {
                    if (rank == 1) {
                        throw new IllegalStateException("rank 1 fails");
                    }
                    unit.barrier();
                }
                case "exit on one" -> {
                    if (rank == 1) {
                        Runtime.getRuntime().halt(9);
                    }
                    unit.receive(1, NEWS);
                }
                case "send to one that exits" -> {
                    if (rank == 0) {
                        // Its rest waits for room, while this task returns and its Spoke lives on.
                        unit.send(1, NUMBERS, new int[40_000]);
                        return "sent";
                    }
                    long sinceNs = System.nanoTime();
                    while (System.nanoTime() - sinceNs < 300_000_000) {
                        Thread.onSpinWait();
                    }
                    Runtime.getRuntime().halt(9);
                }
                case "wait for each other" -> unit.receive((rank + 1) % size, NEWS);
                case "end on one" -> {
                    if (rank == 1) {
                        return "ended";
                    }
                    unit.barrier();
                }
                case "mixed up" -> {
                    if (rank == 0) {
                        unit.barrier();
                    }
                    unit.allReduce(NUMBERS, new int[0], (left, right) -> left);
                }
                default -> exchange(unit, Integer.parseInt(talk.what()));
            }
            String all = unit.allReduce(NEWS, "<" + rank + ">", String::concat);
            unit.send((rank + 1) % size, NEWS, "fresh");
            String fresh = unit.receive((rank + size - 1) % size, NEWS);
            return all + fresh + unit.ask(SQUARE, rank);
        }

        private static void exchange(Communicator unit, int length) {
            List<int[]> values = new ArrayList<>();
            for (int to = 0; to < unit.size(); to++) {
                int[] value = new int[length];
                Arrays.fill(value, 10 * unit.rank() + to);
                values.add(value);
            }
            List<int[]> received = unit.exchange(NUMBERS, values);
            for (int from = 0; from < unit.size(); from++) {
                int expected = 10 * from + unit.rank();
                if (received.get(from).length != length
                        || Arrays.stream(received.get(from)).anyMatch(it -> it != expected)) {
                    throw new IllegalStateException("damaged");
                }
            }
        }
    }

    /** A ring of as many vertices as the payload says, whose least number goes around. */
    public static final class Ring extends TextDefinition {
        @Override
        public Pattern pattern() {
            return Pattern.GRAPH;
        }

        @Override
        public Policy policy() {
            return Policy.UNIT;
        }

        @Override
        public Grain grain() {
            return Grain.GENERAL;
        }

        @Override
        public String evaluate(Talk talk, EvaluationContext context) throws Exception {
            GraphCommunicator graph = context.handle(GraphCommunicator.class);
            long size = Long.parseLong(talk.what());
            Map<Long, Long> own = new LinkedHashMap<>();
            for (long id = 0; id < size; id++) {
                if (graph.owner(id) == graph.rank()) {
                    own.put(id, id + 5);
                }
            }
            Map<Long, Long> labels = graph.supersteps(LABELS, own, (vertex, label, messages) -> {
                long least = messages.stream().reduce(label, Math::min);
                if (vertex.superstep() == 0 || least < label) {
                    vertex.send((vertex.id() + 1) % size, least);
                }
                vertex.halt();
                return least;
            });
            return labels.values().stream().allMatch(label -> label == 5) ? "all 5" : labels.toString();
        }
    }

    /** A domain in which heat spreads until the sum of all cells is told. */
    public static final class Heat extends TextDefinition {
        @Override
        public Pattern pattern() {
            return Pattern.GRID;
        }

        @Override
        public Policy policy() {
            return Policy.UNIT;
        }

        @Override
        public Grain grain() {
            return Grain.GENERAL;
        }

        @Override
        public String evaluate(Talk talk, EvaluationContext context) {
            GridCommunicator grid = context.handle(GridCommunicator.class);
            GridBlock block = grid.divide(GridCommunicator.Boundary.PERIODIC, 1, 16, 16);
            block.set(grid.rank() == 0 ? 1024 : 0, 0, 0);
            for (int step = 0; step < 10; step++) {
                block.exchangeHalo();
                double[] old = block.values().clone();
                for (int i = 0; i < block.cells(0); i++) {
                    for (int j = 0; j < block.cells(1); j++) {
                        int at = block.index(i, j);
                        int stride = block.stride(0);
                        block.values()[at] = (old[at - stride] + old[at + stride] + old[at - 1] + old[at + 1]) / 4;
                    }
                }
            }
            long own = 0;
            for (int i = 0; i < block.cells(0); i++) {
                for (int j = 0; j < block.cells(1); j++) {
                    own += (long) (block.get(i, j) * (1 << 20));
                }
            }
            return "" + grid.allReduce(LABELS, own, Long::sum) / (1 << 20);
        }
    }

    /** Counts the letters of each payload, and combines the counts on the Spokes. */
    public static final class Letters extends Definition<Map<String, Long>> {
        @Override
        public Pattern pattern() {
            return Pattern.AGGREGATE;
        }

        @Override
        public Policy policy() {
            return Policy.DECENTRALIZED;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public PayloadCodec<Map<String, Long>> resultCodec() {
            return Codecs.dict(Codecs.LONG);
        }

        @Override
        public Map<String, Long> evaluate(Talk talk, EvaluationContext context) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String letter : talk.what().split("")) {
                counts.merge(letter, 1L, Long::sum);
            }
            return counts;
        }

        @Override
        public Map<String, Long> reduce(Map<String, Long> left, Map<String, Long> right) {
            Map<String, Long> both = new LinkedHashMap<>(left);
            right.forEach((letter, count) -> both.merge(letter, count, Long::sum));
            return both;
        }
    }
}
