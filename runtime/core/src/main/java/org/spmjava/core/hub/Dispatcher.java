package org.spmjava.core.hub;

import java.util.function.Consumer;
import org.spmjava.api.Interpretation;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.Work;

/**
 * Gives a command's tasks to its Spokes: to each one task, and as many more as are done in the blink of a message. What
 * waits behind a long task is recalled for Spokes that have nothing to do.
 */
final class Dispatcher {

    /** What is combined is at the Spokes. */
    static final byte[] NOTHING = {};

    private final CommandSpec spec;
    private final HubConfig config;
    private final HubCore.Surroundings hub;
    private final Manager manager;
    private final Roster roster;
    private final Consumer<Interpretation> interpreter;
    private boolean running;
    private long lastAttempt;
    private long meanTaskNs;
    /** Null before it is needed. */
    private TaskSpec combine;

    /** @param interpreter does what the manager makes of a task that did not start after all */
    Dispatcher(
            CommandSpec spec,
            HubConfig config,
            HubCore.Surroundings hub,
            Manager manager,
            Roster roster,
            Consumer<Interpretation> interpreter) {
        this.spec = spec;
        this.config = config;
        this.hub = hub;
        this.manager = manager;
        this.roster = roster;
        this.interpreter = interpreter;
    }

    /** The first tasks start: each Spoke is asked, since it may have tasks of its own. */
    void start() {
        running = true;
        roster.all().forEach(this::schedule);
    }

    /** No task starts any more. */
    void stop() {
        running = false;
    }

    /** A task returned: what they take decides how many may wait at a Spoke. */
    void taskTook(long durationNs) {
        long weighted = meanTaskNs == 0 ? durationNs : (3 * meanTaskNs + durationNs) / 4;
        meanTaskNs = Math.max(1, weighted);
    }

    /** As many tasks as the Spoke may have. */
    void schedule(Worker worker) {
        schedule(worker, Integer.MAX_VALUE);
    }

    /** One task for each Spoke that has none, before any Spoke gets a second. */
    void scheduleReady() {
        Worker worker = roster.firstIdle();
        while (running && worker != null && manager.pending() > 0) {
            schedule(worker, 1);
            worker = roster.idleAfter(worker);
        }
        scheduleOpen();
    }

    /** What is pending again goes to those that have least. */
    void scheduleOpen() {
        Worker worker = roster.leastLoaded();
        while (running && worker != null && manager.pending() > 0 && worker.load() < depth(worker)) {
            long place = worker.place;
            int load = worker.load();
            schedule(worker);
            if (load > 0 && worker.load() == load) {
                // No Spoke after it is idle; what it may not take now, they take at the end of a task of theirs.
                return;
            }
            worker = roster.openAfter(place);
        }
    }

    void recallForIdle() {
        if (roster.firstIdle() == null) {
            return;
        }
        roster.takeHoards().forEach(this::recall);
    }

    /** What waits at Spokes is not to start any more. */
    void recallAll() {
        roster.all().stream().filter(Worker::hoards).forEach(this::recall);
    }

    private void recall(Worker worker) {
        roster.recalling(worker, true);
        hub.emit(new HubEffect.Send(worker.spoke().incarnation(), new Recall(spec.command())));
    }

    private void schedule(Worker worker, int limit) {
        while (running && worker.ready() && worker.load() < Math.min(limit, depth(worker))) {
            int task = manager.next(worker.rank());
            if (task == Manager.NONE) {
                break;
            }
            Work work = manager.work(task);
            TaskSpec taskSpec = work == Work.COMBINE ? combine() : spec.task(task);
            long incarnation = worker.spoke().incarnation();
            if (taskSpec.relaunchPre() && hub.tracker().used(incarnation)) {
                interpreter.accept(manager.unstarted(task, worker.rank()));
                if (worker.load() == 0) {
                    roster.retire(worker, "task '" + taskSpec.label() + "' demands a fresh Spoke");
                }
                break;
            }
            Attempt attempt = new Attempt(++lastAttempt, task, taskSpec);
            if (worker.load() == 0) {
                hub.tracker().use(incarnation);
            }
            roster.assign(worker, attempt);
            hub.emit(new HubEffect.Send(
                    incarnation,
                    new Assign(spec.command(), attempt.number, taskSpec.timeoutNs(), work, taskSpec.payload())));
        }
    }

    /** What a Spoke kept is combined within the longest time that any of its tasks had. */
    private TaskSpec combine() {
        if (combine == null) {
            long longestNs =
                    spec.tasks().stream().mapToLong(TaskSpec::timeoutNs).max().orElse(0);
            combine = new TaskSpec("combine", longestNs, false, false, NOTHING);
        }
        return combine;
    }

    /** How many tasks the worker may have. */
    private int depth(Worker worker) {
        if (worker.closed()) {
            return 0;
        }
        if (meanTaskNs == 0) {
            return 1;
        }
        return (int) Math.min(share(), Math.min(config.prefetchMax(), 1 + config.prefetchNs() / meanTaskNs));
    }

    /** Of few tasks no Spoke gets more than others could have: they would wait there while those have nothing. */
    private int share() {
        int tasks = manager.pending() + roster.load();
        return Math.max(1, (tasks - 1) / Math.max(1, roster.ready()) + 1);
    }
}
