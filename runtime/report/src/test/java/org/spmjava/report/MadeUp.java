package org.spmjava.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.spmjava.api.CommandDescription;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.api.closure.OutcomeList;

/** A session that never was: what its Hub would tell, told by hand. Times are in microseconds. */
final class MadeUp {

    static final String NASTY = "</script><b>\"bold\" & 'quoted'</b><!-- \u2028";

    final SessionRecording recording;
    private int commands;

    MadeUp() {
        this(new SessionRecording());
    }

    MadeUp(SessionRecording recording) {
        this.recording = recording;
    }

    static SpokeIdentity spoke(int slot, long incarnation) {
        return new SpokeIdentity(slot, incarnation, "host-a");
    }

    static Duration us(long us) {
        return Duration.ofNanos(1_000 * us);
    }

    MadeUp joins(SpokeIdentity spoke, long atUs) {
        recording.onSpokeJoined(spoke, us(atUs));
        return this;
    }

    MadeUp leaves(SpokeIdentity spoke, long atUs, String reason) {
        recording.onSpokeLeft(spoke, us(atUs), reason);
        return this;
    }

    Command command(Pattern pattern, Policy policy, Grain grain, long atUs) {
        return new Command(++commands, pattern, policy, grain, atUs);
    }

    Command list(long atUs) {
        return command(Pattern.LIST, Policy.ISOLATED, Grain.COARSE, atUs);
    }

    /** One command: its tasks are added, and then it is told. */
    final class Command {
        private final int number;
        private final Pattern pattern;
        private final Policy policy;
        private final Grain grain;
        private final long atUs;
        private String signature;
        private final List<Conclusion.Outcome> outcomes = new ArrayList<>();
        private final List<List<Integer>> needs = new ArrayList<>();

        Command(int number, Pattern pattern, Policy policy, Grain grain, long atUs) {
            this.number = number;
            this.pattern = pattern;
            this.policy = policy;
            this.grain = grain;
            this.atUs = atUs;
            this.signature = "org.example.Closure" + number + "#";
        }

        Command named(String name) {
            signature = name;
            return this;
        }

        Command task(String label, SpokeIdentity spoke, long startUs, long durationUs, Integer... needed) {
            return task(label, Verdict.RETURNED, spoke, startUs, durationUs, "", needed);
        }

        Command task(
                String label,
                Verdict verdict,
                SpokeIdentity spoke,
                long startUs,
                long durationUs,
                String message,
                Integer... needed) {
            outcomes.add(new Conclusion.Outcome(
                    label, verdict, Optional.ofNullable(spoke), us(startUs), us(durationUs), message));
            needs.add(List.of(needed));
            return this;
        }

        Command begins() {
            recording.onCommand(number, new Described());
            return this;
        }

        /** Each of its tasks is told. */
        Command tells() {
            for (int task = 0; task < outcomes.size(); task++) {
                recording.onTask(number, task, outcomes.get(task));
            }
            return this;
        }

        Command concludes(long durationUs) {
            recording.onConcluded(number, us(durationUs), List.of());
            return this;
        }

        /** It begins, and its {@code manage} returns. */
        MadeUp returns(long durationUs) {
            begins();
            return managed(durationUs);
        }

        MadeUp managed(long durationUs) {
            OutcomeList.Builder builder = new OutcomeList.Builder();
            Set<SpokeIdentity> spokes = new LinkedHashSet<>();
            for (int task = 0; task < outcomes.size(); task++) {
                Conclusion.Outcome outcome = outcomes.get(task);
                outcome.spoke().ifPresent(spokes::add);
                builder.add(
                        task,
                        outcome.label(),
                        outcome.verdict(),
                        outcome.spoke().orElse(null),
                        outcome.start().toNanos(),
                        outcome.duration().toNanos(),
                        outcome.message());
            }
            concludes(durationUs);
            recording.onManaged(new Conclusion(
                    number, signature, pattern, policy, grain, builder.build(), spokes, us(durationUs), List.of()));
            return MadeUp.this;
        }

        private final class Described implements CommandDescription {
            @Override
            public String signature() {
                return signature;
            }

            @Override
            public Pattern pattern() {
                return pattern;
            }

            @Override
            public Policy policy() {
                return policy;
            }

            @Override
            public Grain grain() {
                return grain;
            }

            @Override
            public Duration invokedAt() {
                return us(atUs);
            }

            @Override
            public int pushed() {
                return outcomes.size();
            }

            @Override
            public String label(int task) {
                return outcomes.get(task).label();
            }

            @Override
            public List<Integer> predecessors(int task) {
                return needs.get(task);
            }
        }
    }

    /** Forty tasks on two Spokes, of which one is killed in the middle; some fail, each in another way. */
    static MadeUp failing() {
        MadeUp session = new MadeUp().joins(spoke(0, 1), 210_000).joins(spoke(1, 2), 260_000);
        Command list = session.list(20_000).named("org.example.Primes#");
        Verdict[] ends = {Verdict.EVAL_UNCAUGHT, Verdict.EVAL_TIMEOUT, Verdict.EVAL_FATAL, Verdict.LOAD_UNCAUGHT};
        long[] freeUs = {200_000, 250_000};
        SpokeIdentity[] there = {spoke(0, 1), spoke(1, 2)};
        Random random = new Random(1);
        for (int task = 0; task < 38; task++) {
            int slot = freeUs[0] <= freeUs[1] ? 0 : 1;
            long tookUs = 20_000 + random.nextInt(160_000);
            Verdict verdict = task % 9 == 4 ? ends[task / 9 % ends.length] : Verdict.RETURNED;
            String label = task == 4 ? NASTY : "bucket " + task;
            String message = verdict.returned() ? "" : "java.lang.IllegalStateException: " + label + "\n\tat somewhere";
            if (task == 20) {
                verdict = Verdict.EVAL_KILL;
                message = "killed by SIGKILL";
            }
            list.task(label, verdict, there[slot], freeUs[slot], tookUs, message);
            freeUs[slot] += tookUs + 300;
            if (task == 20) {
                long diedUs = freeUs[slot] + 20_000;
                SpokeIdentity next = spoke(slot, 3);
                session.leaves(there[slot], diedUs, "killed by SIGKILL").joins(next, diedUs + 310_000);
                there[slot] = next;
                freeUs[slot] += 325_000;
            }
        }
        long endUs = Math.max(freeUs[0], freeUs[1]);
        list.task("bucket 38", Verdict.DROPPED, null, endUs, 0, "the execution deadline passed");
        list.task("bucket 39", Verdict.DROPPED, null, endUs, 0, "the execution deadline passed");
        return list.returns(endUs + 4_000);
    }

    /** A build: a configuration, objects, libraries, programs and their tests. */
    static MadeUp building() {
        MadeUp session = new MadeUp().joins(spoke(0, 1), 1_000).joins(spoke(1, 2), 1_500);
        Command dag = session.command(Pattern.DAG, Policy.DESCENDANTS, Grain.COARSE, 5_000)
                .named("org.example.Make#all");
        long[] freeUs = {2_000, 2_000};
        List<Long> ends = new ArrayList<>();
        Random random = new Random(3);
        int objects = 14;
        for (int task = 0; task < objects + 7; task++) {
            List<Integer> needed = new ArrayList<>();
            String label;
            if (task == 0) {
                label = "configure";
            } else if (task <= objects) {
                label = "cc -c source_" + task + ".c -o build/source_" + task + ".o";
                needed.add(0);
            } else if (task <= objects + 2) {
                label = "ar lib" + (task - objects) + ".a";
                for (int object = task - objects; object <= objects; object += 2) {
                    needed.add(object);
                }
            } else if (task <= objects + 5) {
                label = "ld program" + (task - objects - 2);
                needed.add(objects + 1);
                if (task != objects + 3) {
                    needed.add(objects + 2);
                }
            } else {
                label = "check";
                needed.addAll(List.of(objects + 3, objects + 4, objects + 5));
            }
            int slot = freeUs[0] <= freeUs[1] ? 0 : 1;
            long readyUs = needed.stream().mapToLong(ends::get).max().orElse(0);
            long startUs = Math.max(freeUs[slot], readyUs);
            long tookUs = 8_000 + random.nextInt(task % 5 == 2 ? 120_000 : 40_000);
            dag.task(label, spoke(slot, slot + 1), startUs, tookUs, needed.toArray(Integer[]::new));
            freeUs[slot] = startUs + tookUs + 100;
            ends.add(startUs + tookUs);
        }
        return dag.returns(Math.max(freeUs[0], freeUs[1]) + 500);
    }

    /** Four members of a unit, after a short list. */
    static MadeUp unit() {
        MadeUp session = new MadeUp();
        for (int slot = 0; slot < 4; slot++) {
            session.joins(spoke(slot, slot + 1), 1_000 + 500 * slot);
        }
        Command list = session.list(2_000);
        for (int task = 0; task < 12; task++) {
            list.task(
                    "part " + task,
                    spoke(task % 4, task % 4 + 1),
                    1_000 + task / 4 * 12_000,
                    11_000 - 600 * (task % 4));
        }
        list.returns(38_000);
        Command unit = session.command(Pattern.GRAPH, Policy.UNIT, Grain.GENERAL, 50_000)
                .named("org.example.PageRank#web");
        for (int rank = 0; rank < 4; rank++) {
            unit.task("web", spoke(rank, rank + 1), 2_000 + 300 * rank, 180_000 - 9_000 * rank);
        }
        return unit.returns(184_000);
    }

    /** Many short tasks on some Spokes, one in ten thousand of which fails. */
    static MadeUp many(int tasks, int spokes) {
        MadeUp session = new MadeUp();
        Command list = session.list(0);
        Random random = new Random(5);
        long[] freeUs = new long[spokes];
        for (int slot = 0; slot < spokes; slot++) {
            session.joins(spoke(slot, slot + 1), 10);
        }
        for (int task = 0; task < tasks; task++) {
            int slot = task % spokes;
            long tookUs = random.nextInt(1_000) == 0 ? 3_000 : 5 + random.nextInt(90);
            if (task % 10_000 == 5_000) {
                list.task("task " + task, Verdict.EVAL_UNCAUGHT, spoke(slot, slot + 1), freeUs[slot], tookUs, "boom");
            } else {
                list.task("task " + task, spoke(slot, slot + 1), freeUs[slot], tookUs);
            }
            freeUs[slot] += tookUs + random.nextInt(20);
        }
        long endUs = 0;
        for (long us : freeUs) {
            endUs = Math.max(endUs, us);
        }
        return list.returns(endUs + 200);
    }
}
