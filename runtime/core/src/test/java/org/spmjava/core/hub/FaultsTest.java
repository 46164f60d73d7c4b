package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.api.Verdict.DROPPED;
import static org.spmjava.api.Verdict.EVAL_FATAL;
import static org.spmjava.api.Verdict.EVAL_KILL;
import static org.spmjava.api.Verdict.EVAL_TIMEOUT;
import static org.spmjava.api.Verdict.EVAL_UNCAUGHT;
import static org.spmjava.api.Verdict.LOAD_FATAL;
import static org.spmjava.api.Verdict.LOAD_KILL;
import static org.spmjava.api.Verdict.LOAD_TIMEOUT;
import static org.spmjava.api.Verdict.LOAD_UNCAUGHT;
import static org.spmjava.api.Verdict.RETURNED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.Grain;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.message.HubMessage.Refusal;

/**
 * One fault for each management and each event: whatever happens, the command concludes, and what becomes of each task
 * and each Spoke is what the policy says. What the policies say is written here a second time, on purpose.
 */
class FaultsTest {

    static Stream<Arguments> cells() {
        return Stage.all().stream()
                .flatMap(stage -> Arrays.stream(Fault.values())
                        .filter(fault -> fault.befalls(stage))
                        .map(fault -> Arguments.of(stage, fault)));
    }

    /** What is to become of a command. */
    private static final class Expected {

        private final Stage stage;
        private final Map<Integer, Verdict> verdicts = new TreeMap<>();
        private final Set<Long> ended = new TreeSet<>();
        private final Set<Integer> slots = new TreeSet<>(Set.of(0, 1, 2));
        private boolean residue;

        private Expected(Stage stage) {
            this.stage = stage;
        }

        private Expected tasks(Verdict verdict, int... tasks) {
            for (int task : tasks) {
                if (task < stage.tasks()) {
                    verdicts.put(task, verdict);
                }
            }
            return this;
        }

        /** Tasks 3 and 4; a repetition that is given up never becomes a task. */
        private Expected waiting(Verdict verdict) {
            return verdict == DROPPED && stage.policy() == Policy.REPEAT ? this : tasks(verdict, 3, 4);
        }

        private Expected ends(long... incarnations) {
            Arrays.stream(incarnations).forEach(ended::add);
            return this;
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whateverHappensTheCommandConcludesAsItsPolicySays(Stage stage, Fault fault) {
        Drill drill = fault.inject(stage).conclude();
        Expected expected = expected(stage, fault);
        assertThat(drill.conclusion).as("its conclusion").isNotNull();
        assertThat(drill.verdicts()).isEqualTo(expected.verdicts);
        assertThat(drill.ended).as("Spokes ended by force").isEqualTo(expected.ended);
        assertThat(drill.conclusion.residue()).isEqualTo(expected.residue ? residue(expected.ended) : List.of());
        assertThat(drill.slots()).as("slots that took part").isEqualTo(expected.slots);
        assertThat(drill.combined)
                .as("shares")
                .hasSize(stage.policy() == Policy.DECENTRALIZED && all(expected.verdicts) ? Stage.SPOKES : 0);
        assertThat(drill.answers.stream().map(FaultsTest::kind)).isEqualTo(answers(stage, fault));
    }

    private static boolean all(Map<Integer, Verdict> verdicts) {
        return verdicts.values().stream().allMatch(Verdict::returned);
    }

    private static List<String> residue(Set<Long> ended) {
        return ended.stream()
                .map(incarnation -> "Spoke spoke-" + (incarnation - 1) + "." + incarnation
                        + "@host was ended by force and is not known to be gone")
                .toList();
    }

    private static Class<?> kind(HubEffect effect) {
        return effect instanceof Send send ? send.message().getClass() : effect.getClass();
    }

    private static List<Class<?>> answers(Stage stage, Fault fault) {
        if (fault != Fault.ASKED_AND_TOLD) {
            return List.of();
        }
        return stage.row().grain() == Grain.COARSE ? List.of(Refusal.class) : List.of(Spoken.class, Spoken.class);
    }

    private static Expected expected(Stage stage, Fault fault) {
        return switch (fault) {
            case NONE, REPORTED_TWICE, ASKED_AND_TOLD -> undisturbed(stage);
            case KILLED_WHILE_PRELOADING -> gone(stage, LOAD_KILL);
            case EXITED_WHILE_PRELOADING -> gone(stage, LOAD_FATAL);
            case KILLED_WHILE_EVALUATING -> gone(stage, EVAL_KILL);
            case EXITED_WHILE_EVALUATING -> gone(stage, EVAL_FATAL);
            case FELL_SILENT -> gone(stage, EVAL_KILL).ends(1);
            case THREW_WHILE_PRELOADING -> threw(stage, LOAD_UNCAUGHT);
            case THREW_WHILE_EVALUATING -> threw(stage, EVAL_UNCAUGHT);
            case RAN_OUT_OF_MEMORY -> gone(stage, EVAL_FATAL).ends(1);
            case REPORTED_ITS_TIMEOUT -> gone(stage, EVAL_TIMEOUT).ends(1);
            case IGNORED_THEIR_DEADLINES -> overran(stage, EVAL_TIMEOUT);
            case OVERRAN_WHILE_PRELOADING -> overran(stage, LOAD_TIMEOUT);
            case CANNOT_BE_ENDED -> cannotBeEnded(stage);
            case EXECUTION_EXPIRED -> allOver(stage, EVAL_TIMEOUT);
            case CALLBACK_THREW, SESSION_ENDED -> allOver(stage, EVAL_KILL);
            case CALLBACK_STOPPED -> stopped(stage);
            case STOPPED_WHEN_NOTHING_WAITED -> fewer(undisturbed(stage));
            case SPOKES_MISSING -> missing(stage);
            case SPOKE_CAME_LATE -> late(stage);
            case LOST_WHILE_RECALLED -> lostWhileRecalled(stage);
            case LOST_AFTER_RETURNING -> lostAfterReturning(stage);
            case NEVER_ACKNOWLEDGED -> undisturbed(stage).ends(1, 2, 3);
        };
    }

    private static Expected undisturbed(Stage stage) {
        Expected expected = new Expected(stage);
        if (stage.policy() == Policy.RACE) {
            return expected.tasks(RETURNED, 0)
                    .tasks(EVAL_KILL, 1, 2)
                    .waiting(DROPPED)
                    .ends(2, 3);
        }
        return expected.tasks(RETURNED, 0, 1, 2).waiting(RETURNED);
    }

    /** Task 0 ends, and Spoke 1 with it. */
    private static Expected gone(Stage stage, Verdict verdict) {
        Expected expected = failed(stage, verdict);
        if (stage.policy() != Policy.RACE) {
            return expected;
        }
        // Its successor takes task 3 before Spoke 2 wins.
        expected.tasks(RETURNED, 1)
                .tasks(killed(verdict), 2)
                .tasks(EVAL_KILL, 3)
                .tasks(DROPPED, 4);
        return stage.isClone() ? expected.ends(3) : expected.ends(3, 4);
    }

    /** Task 0 ends, and Spoke 1 goes on. */
    private static Expected threw(Stage stage, Verdict verdict) {
        Expected expected = failed(stage, verdict);
        if (stage.policy() != Policy.RACE) {
            return expected;
        }
        if (stage.isClone()) {
            return expected.tasks(RETURNED, 1).tasks(killed(verdict), 2).ends(3);
        }
        return expected.tasks(RETURNED, 3)
                .tasks(killed(verdict), 1, 2)
                .tasks(DROPPED, 4)
                .ends(2, 3);
    }

    /** How those end by force that were where a task was that ended so. */
    private static Verdict killed(Verdict verdict) {
        return Set.of(LOAD_FATAL, LOAD_KILL, LOAD_TIMEOUT, LOAD_UNCAUGHT).contains(verdict) ? LOAD_KILL : EVAL_KILL;
    }

    private static Expected failed(Stage stage, Verdict verdict) {
        Expected expected = new Expected(stage).tasks(verdict, 0);
        if (stage.isUnit()) {
            expected.tasks(verdict, 1, 2).ends(2, 3);
            return stage.combining() ? expected.waiting(verdict) : expected.waiting(DROPPED);
        }
        return switch (stage.policy()) {
            case FAIL_FAST ->
                expected.tasks(killed(verdict), 1, 2).waiting(DROPPED).ends(2, 3);
            case CENTRALIZED -> expected.tasks(RETURNED, 1, 2).waiting(DROPPED);
            case DESCENDANTS -> expected.tasks(RETURNED, 1, 2, 4).tasks(DROPPED, Stage.SUCCESSOR);
            case RACE -> expected;
            default -> expected.tasks(RETURNED, 1, 2).waiting(RETURNED);
        };
    }

    /** Tasks 0, 1 and 2 overrun their deadlines together. */
    private static Expected overran(Stage stage, Verdict verdict) {
        Expected expected = new Expected(stage).tasks(verdict, 0, 1, 2).ends(1, 2, 3);
        if (stage.combining()) {
            return expected.waiting(verdict);
        }
        return switch (stage.policy()) {
            case ISOLATED, ONCE, REPEAT -> expected.waiting(RETURNED);
            case RACE -> {
                expected.tasks(RETURNED, 3).tasks(EVAL_KILL, 4);
                yield stage.isClone() ? expected : expected.ends(5);
            }
            default -> expected.waiting(DROPPED);
        };
    }

    private static Expected cannotBeEnded(Stage stage) {
        Expected expected = failed(stage, EVAL_TIMEOUT).ends(1);
        expected.residue = true;
        if (stage.policy() != Policy.RACE) {
            return expected;
        }
        return expected.tasks(RETURNED, 1).tasks(EVAL_KILL, 2).waiting(DROPPED).ends(3);
    }

    private static Expected allOver(Stage stage, Verdict verdict) {
        Expected expected = new Expected(stage).tasks(verdict, 0, 1, 2).ends(1, 2, 3);
        return expected.waiting(stage.combining() ? verdict : DROPPED);
    }

    /** Tasks 3 and 4 were never pushed. */
    private static Expected fewer(Expected expected) {
        expected.verdicts.keySet().removeAll(Set.of(3, 4));
        return expected;
    }

    private static Expected stopped(Stage stage) {
        Expected expected = undisturbed(stage);
        if (stage.policy() == Policy.REPEAT) {
            fewer(expected);
        }
        return stage.combining() ? expected : expected.waiting(DROPPED);
    }

    private static Expected missing(Stage stage) {
        Expected expected = new Expected(stage);
        expected.slots.remove(2);
        if (stage.isUnit() && stage.isClone() || stage.policy() == Policy.REPEAT) {
            return expected.tasks(DROPPED, 0);
        }
        return stage.isClone()
                ? expected.tasks(DROPPED, 0, 1)
                : expected.tasks(DROPPED, 0, 1, 2).waiting(DROPPED);
    }

    private static Expected late(Stage stage) {
        Expected expected = undisturbed(stage);
        if (stage.isClone()) {
            expected.slots.remove(2);
            expected.verdicts.remove(2);
            expected.ended.remove(3L);
        }
        return expected;
    }

    private static Expected lostWhileRecalled(Stage stage) {
        Expected expected = new Expected(stage).tasks(RETURNED, 0, 1).tasks(EVAL_KILL, 2);
        expected.slots.remove(2);
        return switch (stage.policy()) {
            case DECENTRALIZED -> expected.tasks(EVAL_KILL, 0, 1).tasks(DROPPED, 3);
            case CENTRALIZED, FAIL_FAST -> expected.tasks(DROPPED, 3);
            default -> expected.tasks(RETURNED, 3);
        };
    }

    private static Expected lostAfterReturning(Stage stage) {
        Expected expected = new Expected(stage);
        boolean keptIsLost = stage.policy() == Policy.DECENTRALIZED && !stage.combining();
        return keptIsLost ? expected.tasks(EVAL_KILL, 0, 1, 2).ends(2, 3) : expected.tasks(RETURNED, 0, 1, 2);
    }
}
