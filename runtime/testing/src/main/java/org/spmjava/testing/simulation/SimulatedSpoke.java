package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeCore;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.tracker.Exit;

/** A Spoke's process: the core that ships, and around it what its agent, its transport and the user's code do. */
final class SimulatedSpoke {

    private static final long HEARTBEAT_NS = 500 * MS;
    private static final long FLUSH_BEFORE_HALT_NS = 2_000 * MS;

    private final Setting setting;
    private final World world;
    private final SpokeIdentity identity;
    private final SpokeCore core = new SpokeCore(HEARTBEAT_NS);
    private final Link<SpokeMessage> toHub;
    private final Link<HubMessage> fromHub;
    private final double clockRate;
    private final long tickNs;
    /** What happens to a process that is stopped happens when it is continued. */
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();

    private SpokeEffect.Evaluate work;
    private TaskPlan running;
    private Question question;
    /** How many questions the task has asked. */
    private int asked;

    private int command;
    private boolean evaluated;
    private boolean up;
    private boolean alive = true;
    private boolean paused;
    private boolean stuck;
    private boolean halting;
    private boolean cutForGood;
    private Exit exit;

    /** What a task waits for. */
    private record Question(Assign task, int request, Runnable goOn) {}

    /** What a Spoke reaches of the world. */
    interface World {

        /** A message has arrived at the Hub. */
        void heard(SimulatedSpoke spoke, SpokeMessage message);

        /** The Hub has learned of its end. */
        void gone(SimulatedSpoke spoke, Exit exit);

        /** A task is about to be evaluated; tells what it will do. */
        TaskPlan started(SimulatedSpoke spoke, SpokeEffect.Evaluate task);
    }

    SimulatedSpoke(Setting setting, World world, int slot, long incarnation) {
        this.setting = setting;
        this.world = world;
        this.identity = new SpokeIdentity(slot, incarnation, "simulated");
        this.toHub = new Link<>(setting, message -> world.heard(this, message), this::onFlushed);
        this.fromHub = new Link<>(setting, message -> whenRunning(() -> received(message)), () -> {});
        this.clockRate = setting.faults().clockRate();
        this.tickNs = setting.chance().oneOf(List.of(5, 20, 50)) * MS;
        setting.after(setting.faults().startNs(), this::start);
    }

    SpokeIdentity identity() {
        return identity;
    }

    boolean isAlive() {
        return alive;
    }

    /** Whether user code runs. */
    boolean isEvaluating() {
        return alive && running != null;
    }

    /** Whether user code ever ran. */
    boolean hasEvaluated() {
        return evaluated;
    }

    /** How it ended; {@code null} while it is alive. */
    Exit exit() {
        return exit;
    }

    /** The Hub sends it a message. */
    void send(HubMessage message) {
        fromHub.send(message);
        if (up && setting.faults().isCutNow()) {
            cut();
        }
    }

    private void start() {
        if (!alive) {
            return;
        }
        if (setting.faults().spokeCannotStart()) {
            die(new Exit(false, "it could not start"));
            return;
        }
        up = true;
        on(new SpokeEvent.Started(identity.host()));
        tick();
        strike(
                setting.faults().crashesASecond(),
                () -> die(new Exit(setting.chance().oneIn(2), "a fault")));
        strike(setting.faults().pausesASecond(), this::pause);
        strike(setting.faults().cutsASecond(), this::cut);
    }

    /** A kind of fault strikes again and again, until all is healed. */
    private void strike(double timesASecond, Runnable fault) {
        if (timesASecond > 0) {
            setting.after(setting.chance().untilNextNs(timesASecond), () -> {
                if (alive && !setting.faults().healed()) {
                    fault.run();
                    strike(timesASecond, fault);
                }
            });
        }
    }

    private void tick() {
        if (alive && !stuck) {
            if (!paused && !halting) {
                on(new SpokeEvent.Tick());
            }
            setting.after(tickNs, this::tick);
        }
    }

    private void pause() {
        if (!paused) {
            paused = true;
            setting.after(setting.faults().pauseNs(), this::resume);
        }
    }

    private void resume() {
        if (!stuck) {
            paused = false;
            while (!paused && !held.isEmpty()) {
                whenRunning(held.removeFirst());
            }
            evaluateIfReported();
        }
    }

    private void cut() {
        if (cutForGood) {
            return;
        }
        boolean both = setting.chance().oneIn(2);
        boolean hubIsDeaf = both || setting.chance().oneIn(2);
        if (hubIsDeaf) {
            toHub.cut();
        }
        if (both || !hubIsDeaf) {
            fromHub.cut();
        }
        cutForGood = setting.chance().oneIn(3);
        if (!cutForGood) {
            setting.after(setting.chance().below(15_000) * MS, this::mend);
        } else if (!setting.chance().oneIn(4)) {
            // Most transports notice that they have lost the Hub.
            setting.after((1_000 + setting.chance().below(20_000)) * MS, this::loseChannel);
        }
    }

    /** What waits at a stopped process leaves it when it is continued. */
    private void mend() {
        if (!cutForGood && alive && !halting && paused) {
            held.addLast(this::mend);
        } else if (!cutForGood && alive) {
            toHub.mend();
            fromHub.mend();
        }
    }

    private void loseChannel() {
        die(new Exit(false, "the Hub could not be reached any more"));
    }

    /** All faults are over: what was stopped goes on, what is cut off for good ends. */
    void heal() {
        if (cutForGood) {
            loseChannel();
        } else {
            resume();
            mend();
        }
    }

    private void whenRunning(Runnable what) {
        if (paused) {
            held.addLast(what);
        } else if (alive && up && !halting) {
            what.run();
        }
    }

    private void on(SpokeEvent event) {
        List<SpokeEffect> effects = new ArrayList<>();
        core.on(event, (long) (setting.nowNs() * clockRate), effects::add);
        for (SpokeEffect effect : effects) {
            if (effect instanceof SpokeEffect.Send send) {
                toHub.send(send.message());
            } else if (effect instanceof SpokeEffect.Evaluate evaluate) {
                work = evaluate;
            } else if (effect instanceof SpokeEffect.Answer answer) {
                answered(answer);
            } else if (effect instanceof SpokeEffect.Halt) {
                halt();
            }
        }
        evaluateIfReported();
    }

    /** Not before the report on the last one has left, as in the agent that ships. */
    private void evaluateIfReported() {
        if (work != null && alive && !paused && !halting && toHub.isFlushed()) {
            SpokeEffect.Evaluate task = work;
            work = null;
            evaluate(task);
        }
    }

    private void onFlushed() {
        if (alive && halting) {
            die(halted());
        } else {
            evaluateIfReported();
        }
    }

    private void halt() {
        halting = true;
        if (toHub.isFlushed()) {
            die(halted());
        } else {
            setting.after(FLUSH_BEFORE_HALT_NS, () -> {
                if (!stuck) {
                    die(halted());
                }
            });
        }
    }

    private static Exit halted() {
        return new Exit(false, "exit code 70");
    }

    private void evaluate(SpokeEffect.Evaluate task) {
        TaskPlan plan = world.started(this, task);
        running = plan;
        question = null;
        asked = 0;
        evaluated = true;
        if (!plan.preloads()) {
            work(plan, task, 1);
            return;
        }
        on(new SpokeEvent.Preloading());
        setting.after(
                plan.durationNs() / 3,
                () -> whenRunning(() -> {
                    if (plan.reachesOnline()) {
                        on(new SpokeEvent.Online());
                        work(plan, task, 1);
                    } else {
                        end(plan, task);
                    }
                }));
    }

    /** Works for a part of the task's time, then asks the next question, or ends. */
    private void work(TaskPlan plan, SpokeEffect.Evaluate task, int request) {
        setting.after(
                1 + plan.durationNs() / (plan.questions() + 1),
                () -> whenRunning(() -> {
                    if (request > plan.questions()) {
                        end(plan, task);
                    } else {
                        speak(plan, task, request);
                    }
                }));
    }

    /** Mostly it asks; what it tells, nobody answers. */
    private void speak(TaskPlan plan, SpokeEffect.Evaluate task, int request) {
        if (setting.chance().oneIn(4)) {
            on(new SpokeEvent.Tells("news", new byte[] {2}));
            work(plan, task, request + 1);
        } else {
            ask(plan, task, request);
        }
    }

    private void ask(TaskPlan plan, SpokeEffect.Evaluate task, int request) {
        Runnable goOn = () -> work(plan, task, request + 1);
        question = new Question(task.task(), ++asked, plan.patient() ? goOn : () -> {});
        on(new SpokeEvent.Asks("question", new byte[] {1}));
        if (!plan.patient()) {
            goOn.run();
        }
    }

    private void answered(SpokeEffect.Answer answer) {
        Invariant.check(running != null && question != null, "an answer that nobody waits for: " + identity);
        Question open = question;
        question = null;
        byte[] expected = Payloads.answer(open.task.attempt(), open.request);
        Invariant.check(
                answer.answer() == null || Arrays.equals(answer.answer(), expected),
                "the answer to another question: " + identity);
        open.goOn.run();
    }

    /** What it has heard, it may hear once more: an answer at any time, the rest when it is of an older command. */
    private void received(HubMessage message) {
        on(new SpokeEvent.Received(message));
        boolean answers = message instanceof HubMessage.Reply || message instanceof HubMessage.Refusal;
        if (message instanceof HubMessage.Begin begin) {
            command = begin.command();
        } else if ((answers || message instanceof Assign || message instanceof HubMessage.Recall)
                && setting.faults().isReplayed()) {
            int current = command;
            setting.after(
                    setting.chance().below(answers ? 10 * MS : 5_000 * MS),
                    () -> whenRunning(() -> {
                        if (answers || command > current) {
                            on(new SpokeEvent.Received(message));
                        }
                    }));
        }
    }

    private void end(TaskPlan plan, SpokeEffect.Evaluate task) {
        switch (plan.fate()) {
            case HANG -> {}
            case EXIT -> die(new Exit(false, "exit code 3"));
            case RETURN -> end(new SpokeEvent.Returned(Payloads.result(task.task())));
            case THROW ->
                end(new SpokeEvent.Threw(
                        plan.reachesOnline() ? Verdict.EVAL_UNCAUGHT : Verdict.LOAD_UNCAUGHT, "boom", "trace"));
            case OUT_OF_MEMORY ->
                end(new SpokeEvent.Threw(
                        plan.reachesOnline() ? Verdict.EVAL_FATAL : Verdict.LOAD_FATAL, "heap", "trace"));
        }
    }

    private void end(SpokeEvent event) {
        running = null;
        on(event);
    }

    /** The Hub ends it by force; a process that is stuck does nothing until it is gone. */
    void destroy() {
        long endingNs = setting.faults().endingNs();
        stuck = endingNs > 20 * MS;
        paused |= stuck;
        setting.after(endingNs, () -> die(new Exit(true, "signal 9")));
    }

    private void die(Exit how) {
        if (alive) {
            alive = false;
            exit = how;
            held.clear();
            toHub.end(() -> world.gone(this, how));
        }
    }
}
