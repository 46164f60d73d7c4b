package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spmjava.api.Grain;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Concluded;
import org.spmjava.core.hub.HubEffect.Destroy;
import org.spmjava.core.hub.HubEffect.Launch;
import org.spmjava.core.hub.HubEffect.PhaseEntered;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.SpokeJoined;
import org.spmjava.core.hub.HubEffect.SpokeLeft;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;

/**
 * The Hub's core, driven by hand. Time is in milliseconds and stands still unless {@link #at} moves it; every event is
 * answered by all of its effects. Ranks are expected to be slots.
 */
final class HubUnderTest {

    static final Exit KILLED = new Exit(true, "signal 9");
    static final Exit EXITED = new Exit(false, "exit code 3");
    static final long GRACE_MS = 400;
    static final long RELEASE_MS = 10_000;
    static final long SILENCE_MS = 5_000;
    static final long TIMEOUT_MS = 1_000;
    static final long WAIT_MS = 2_000;

    private static final long MS = 1_000_000;
    private static final long DURATION_NS = 100;
    static final byte[] RESULT = {7};

    /** What the command's manager was told, and what it said. */
    final List<Recognised> recognised = new ArrayList<>();

    private final HubCore hub;
    private final List<TaskSpec> tasks = new ArrayList<>();
    private final TreeMap<Long, Integer> ranks = new TreeMap<>();
    private Pattern pattern = Pattern.LIST;
    private Policy policy = Policy.ISOLATED;
    private Grain grain = Grain.COARSE;
    private SpokeFilter filter = SpokeFilter.every();
    private int repetitions = 1;
    private boolean acknowledging = true;
    private int spokesMin = 1;
    private int spokesMax = 2;
    private long waitMs = WAIT_MS;
    private long executionMs = 60_000;
    private long timeoutMs = TIMEOUT_MS;
    private final int slots;
    private long nowMs;

    /** When each final task began, in nanoseconds from the invocation; its final status is told without. */
    final TreeMap<Integer, Long> startsNs = new TreeMap<>();

    /** An event that a manager recognised. */
    record Recognised(ManagerEvent event, int task, Interpretation interpretation) {}

    HubUnderTest(int slots) {
        this.slots = slots;
        this.hub = new HubCore(
                new TrackerConfig(slots, 30_000 * MS, SILENCE_MS * MS, 100 * MS, 5_000 * MS),
                new HubConfig(GRACE_MS * MS, RELEASE_MS * MS, 300, 4, 2 * MS),
                (command, event, task, interpretation) -> recognised.add(new Recognised(event, task, interpretation)));
    }

    /** A Hub whose Spokes have all joined: incarnation n is in slot n - 1. */
    static HubUnderTest withSpokes(int slots) {
        HubUnderTest hub = new HubUnderTest(slots);
        hub.tick();
        for (long incarnation = 1; incarnation <= slots; incarnation++) {
            hub.join(incarnation);
        }
        return hub;
    }

    int busySpokes() {
        return hub.busySpokes();
    }

    HubUnderTest template() {
        pattern = Pattern.TEMPLATE;
        policy = Policy.ONCE;
        return tasks(1);
    }

    HubUnderTest dag() {
        pattern = Pattern.DAG;
        policy = Policy.DESCENDANTS;
        return this;
    }

    /** A task that needs others. */
    HubUnderTest taskAfter(int... predecessors) {
        return task(false, false, predecessors);
    }

    HubUnderTest tasks(int count) {
        for (int task = 0; task < count; task++) {
            task(false, false);
        }
        return this;
    }

    HubUnderTest task(boolean relaunchPre, boolean relaunchPost, int... predecessors) {
        byte[] payload = {(byte) tasks.size()};
        tasks.add(
                new TaskSpec("task " + tasks.size(), timeoutMs * MS, relaunchPre, relaunchPost, payload, predecessors));
        return this;
    }

    /** The tasks so far demand a fresh Spoke. */
    HubUnderTest relaunchPre() {
        tasks.replaceAll(task -> new TaskSpec(
                task.label(), task.timeoutNs(), true, task.relaunchPost(), task.payload(), task.predecessors()));
        return this;
    }

    HubUnderTest spokes(int min, int max) {
        spokesMin = min;
        spokesMax = max;
        return this;
    }

    HubUnderTest executionMs(long limit) {
        executionMs = limit;
        return this;
    }

    HubUnderTest timeoutMs(long limit) {
        timeoutMs = limit;
        return this;
    }

    HubUnderTest waitMs(long limit) {
        waitMs = limit;
        return this;
    }

    HubUnderTest policy(Policy which) {
        policy = which;
        return this;
    }

    HubUnderTest grain(Grain which) {
        grain = which;
        return this;
    }

    HubUnderTest pattern(Pattern which, Policy itsPolicy) {
        pattern = which;
        return policy(itsPolicy);
    }

    HubUnderTest repetitions(int count) {
        repetitions = count;
        return this;
    }

    HubUnderTest filter(SpokeFilter which) {
        filter = which;
        return this;
    }

    /** Spokes that do not answer by themselves when they are released; otherwise they do, and nothing is told of it. */
    HubUnderTest withoutAcknowledgements() {
        acknowledging = false;
        return this;
    }

    HubUnderTest at(long timeMs) {
        nowMs = timeMs;
        return this;
    }

    List<HubEffect> invoke() {
        TreeSet<Integer> pool = new TreeSet<>();
        for (int slot = 0; slot < slots; slot++) {
            pool.add(slot);
        }
        return on(new HubEvent.CommandInvoked(new CommandSpec(
                1,
                "Definition",
                42,
                pattern,
                policy,
                grain,
                tasks,
                repetitions,
                pool,
                filter,
                spokesMin,
                spokesMax,
                waitMs * MS,
                executionMs * MS)));
    }

    List<HubEffect> on(HubEvent event) {
        List<HubEffect> effects = new ArrayList<>();
        hub.on(event, nowMs * MS, effects::add);
        effects.replaceAll(effect -> effect instanceof TaskFinal last ? withoutStart(last) : effect);
        for (HubEffect effect : List.copyOf(effects)) {
            if (effect instanceof Send send && send.message() instanceof Begin begin) {
                ranks.put(send.incarnation(), begin.rank());
            }
            if (acknowledging && effect instanceof Send send && send.message() instanceof Release release) {
                effects.remove(effect);
                effects.addAll(says(send.incarnation(), new SpokeMessage.Released(release.command())));
            }
        }
        return effects;
    }

    private TaskFinal withoutStart(TaskFinal last) {
        startsNs.put(last.task(), last.startNs());
        return new TaskFinal(
                last.command(),
                last.task(),
                last.verdict(),
                last.spoke(),
                last.rank(),
                0,
                last.durationNs(),
                last.result(),
                last.text(),
                last.stackTrace());
    }

    List<HubEffect> tick() {
        return on(new HubEvent.Tick());
    }

    List<HubEffect> join(long incarnation) {
        return says(incarnation, new SpokeMessage.Join(MessageCodec.PROTOCOL, "host"));
    }

    List<HubEffect> says(long incarnation, SpokeMessage message) {
        return on(new HubEvent.Received(incarnation, message));
    }

    List<HubEffect> returns(long incarnation, long attempt) {
        return says(incarnation, new SpokeMessage.Returned(1, attempt, DURATION_NS, RESULT));
    }

    List<HubEffect> fails(long incarnation, long attempt, Verdict verdict) {
        return says(incarnation, new SpokeMessage.Failed(1, attempt, DURATION_NS, verdict, "boom", "trace"));
    }

    List<HubEffect> exits(long incarnation, Exit exit) {
        return on(new HubEvent.SpokeExited(incarnation, exit));
    }

    List<HubEffect> callbacksReturn(int count) {
        return on(new HubEvent.CallbacksReturned(1, count));
    }

    List<HubEffect> stops() {
        return on(new HubEvent.CommandStopped(1));
    }

    List<HubEffect> aborts() {
        return on(new HubEvent.CommandAborted(1, "a status callback threw"));
    }

    List<HubEffect> ends() {
        return on(new HubEvent.SessionEnded());
    }

    static SpokeIdentity spoke(int slot, long incarnation) {
        return new SpokeIdentity(slot, incarnation, "host");
    }

    private int rank(long incarnation) {
        return ranks.getOrDefault(incarnation, -1);
    }

    HubEffect begin(long incarnation) {
        return new Send(incarnation, new Begin(1, "Definition", 42, rank(incarnation)));
    }

    HubEffect assign(long incarnation, long attempt, int task) {
        return new Send(
                incarnation,
                new Assign(1, attempt, timeoutMs * MS, tasks.get(task).payload()));
    }

    byte[] payload(int task) {
        return tasks.get(task).payload();
    }

    /** An assignment of the one payload that a template has. */
    HubEffect assignClone(long incarnation, long attempt) {
        return assign(incarnation, attempt, 0);
    }

    static HubEffect recall(long incarnation) {
        return new Send(incarnation, new Recall(1));
    }

    static HubEffect phase(Phase phase) {
        return new PhaseEntered(1, phase);
    }

    static HubEffect launch(int slot, long incarnation) {
        return new Launch(slot, incarnation);
    }

    static HubEffect destroy(long incarnation) {
        return new Destroy(incarnation);
    }

    static HubEffect joined(int slot, long incarnation) {
        return new SpokeJoined(spoke(slot, incarnation));
    }

    static HubEffect left(int slot, long incarnation, Exit exit, String reason) {
        String description = reason.isEmpty() ? exit.description() : reason + " (" + exit.description() + ")";
        return new SpokeLeft(spoke(slot, incarnation), new Exit(exit.fromOutside(), description));
    }

    static HubEffect returned(int task, SpokeIdentity where) {
        return new TaskFinal(1, task, Verdict.RETURNED, where, where.slot(), 0, DURATION_NS, RESULT, "", "");
    }

    /** As the Spoke told it. */
    static HubEffect failed(int task, Verdict verdict, SpokeIdentity where) {
        return new TaskFinal(1, task, verdict, where, where.slot(), 0, DURATION_NS, null, "boom", "trace");
    }

    /** As the Hub concluded it. */
    static HubEffect ended(int task, Verdict verdict, SpokeIdentity where, long durationMs, String text) {
        return new TaskFinal(1, task, verdict, where, where.slot(), 0, durationMs * MS, null, text, "");
    }

    static HubEffect dropped(int task, String text) {
        return new TaskFinal(1, task, Verdict.DROPPED, null, 0, 0, 0, null, text, "");
    }

    static HubEffect concluded(SpokeIdentity... spokes) {
        return concluded(List.of(), spokes);
    }

    static HubEffect concluded(List<String> residue, SpokeIdentity... spokes) {
        TreeMap<Long, SpokeIdentity> involved = new TreeMap<>();
        for (SpokeIdentity spoke : spokes) {
            involved.put(spoke.incarnation(), spoke);
        }
        return new Concluded(1, involved, residue);
    }

    static void is(List<HubEffect> effects, HubEffect... expected) {
        assertThat(effects).containsExactly(expected);
    }
}
