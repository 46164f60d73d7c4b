package org.spmjava.tests.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.api.communication.RequestReply;

/** Tasks that are one unit, whatever befalls one of them. */
@TaskManager(typedef = "Together.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
final class Together {

    static final String ALL_PRIMITIVES = "all primitives";
    static final String BIG_TO_EACH_OTHER = "big to each other";
    static final String ONE_THROWS = "one throws";
    static final String ONE_IS_KILLED = "one is killed";
    static final String WAIT_IN_VAIN = "wait in vain";
    static final String MIXED_UP = "mixed up";
    static final String TELL_MUCH = "tell much";
    static final String LEAVE_UNRECEIVED = "leave unreceived";
    static final String RECEIVE_WITHIN_A_SECOND = "receive within a second";

    static final RequestReply<Integer, Integer> SQUARE = RequestReply.of("signature::square", Codecs.INT, Codecs.INT);
    static final Channel<String> NEWS = Channel.of("signature::news", Codecs.STRING);

    private static final Channel<Long> NUMBERS = Channel.of("signature::numbers", Codecs.LONG);
    private static final Channel<byte[]> BYTES = Channel.of("signature::bytes", Codecs.BYTES);
    private static final int BIG = 100 << 20;

    private Together() {}

    @Online
    @Spoke
    static String taskEval(TogetherTask task, Communicator unit) throws Exception {
        int rank = unit.rank();
        switch (task.what()) {
            case ALL_PRIMITIVES -> {
                return allPrimitives(unit);
            }
            case BIG_TO_EACH_OTHER -> {
                byte[] mine = new byte[BIG / 4];
                Arrays.fill(mine, (byte) rank);
                int other = 1 - rank;
                unit.send(other, BYTES, mine);
                byte[] theirs = unit.receive(other, BYTES);
                return theirs.length + " of " + theirs[0] + " and " + theirs[theirs.length - 1];
            }
            case ONE_THROWS -> {
                if (rank == 1) {
                    throw new IllegalStateException("boom");
                }
                unit.receive(1, NUMBERS);
            }
            case ONE_IS_KILLED -> {
                if (rank == 1) {
                    Files.writeString(
                            Path.of(task.argument().orElseThrow()),
                            task.spm().core().whoAmI().orElseThrow().replaceFirst(":.*", ""));
                    Deeds.loop();
                }
                unit.barrier();
            }
            case WAIT_IN_VAIN -> unit.receive(1 - rank, NUMBERS);
            case MIXED_UP -> {
                if (rank == 0) {
                    unit.barrier();
                } else {
                    unit.allReduce(NUMBERS, 1L, Long::sum);
                }
            }
            case TELL_MUCH -> {
                String megabyte = "x".repeat(1 << 20);
                for (int i = 0; i < 200; i++) {
                    unit.tell(NEWS, megabyte);
                }
            }
            case LEAVE_UNRECEIVED -> unit.send(1 - rank, NUMBERS, 13L);
            case RECEIVE_WITHIN_A_SECOND -> {
                unit.send(1 - rank, NUMBERS, 14L);
                return Long.toString(unit.receive(1 - rank, NUMBERS));
            }
            default -> throw new IllegalArgumentException(task.what());
        }
        return "";
    }

    /** Everything that a unit of two can do, as one line. */
    private static String allPrimitives(Communicator unit) {
        int rank = unit.rank();
        unit.tell(NEWS, "rank " + rank + " is here");
        int square = unit.ask(SQUARE, 10 + rank);
        unit.barrier();
        String greeting = unit.broadcast(1, NEWS, rank == 1 ? "good day" : null);
        List<Long> exchanged = unit.exchange(
                NUMBERS,
                IntStream.range(0, unit.size()).mapToObj(to -> 10L * rank + to).toList());
        Optional<Long> sum = unit.reduce(0, NUMBERS, rank + 1L, Long::sum);
        long largest = unit.allReduce(NUMBERS, rank + 1L, Math::max);
        Optional<List<String>> all = unit.aggregateRank(0, NEWS, "r" + rank);
        unit.send(1 - rank, NUMBERS, 100L + rank);
        long received = unit.receive(1 - rank, NUMBERS);
        return String.join(
                " | ",
                Integer.toString(square),
                greeting,
                exchanged.toString(),
                sum.toString(),
                Long.toString(largest),
                all.toString(),
                Long.toString(received));
    }
}
