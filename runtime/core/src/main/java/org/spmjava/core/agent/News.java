package org.spmjava.core.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEffect.Concluded;
import org.spmjava.core.hub.HubEffect.PhaseEntered;
import org.spmjava.core.hub.HubEffect.SpokeJoined;
import org.spmjava.core.hub.HubEffect.SpokeLeft;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.manager.Watch;

/**
 * What happens at the Hub's core, for those who asked for it: observers, and a recording. For whoever did not, nothing
 * is built and nothing queued. Used by the thread that has the core.
 */
final class News implements Watch {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final Observers observers;
    private final Recorder recorder;
    private final LongSupplier clock;
    /** Of the command that is online; null otherwise. */
    private CommandSpec spec;

    private long invokedNs;
    private int concluded;

    /** @param clock the session's, in nanoseconds */
    News(Observers observers, Recorder recorder, LongSupplier clock) {
        this.observers = observers;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** A command is about to be invoked. */
    void invoked(CommandSpec invoked) {
        spec = invoked;
        invokedNs = clock.getAsLong();
        concluded = 0;
    }

    @Override
    public void recognised(int command, ManagerEvent event, int task, Interpretation interpretation) {
        recorder.recognised(command, event, task, interpretation);
        if (observers.wantEvents()) {
            observers.tellIfRoom(observer -> observer.onEvent(command, event, task, interpretation));
        }
    }

    /** Passes an effect on, as far as it is news. */
    void tell(HubEffect effect) {
        if (effect instanceof TaskFinal last) {
            taskConcluded(last);
        } else if (effect instanceof PhaseEntered entered) {
            observers.tell(observer -> observer.onPhase(entered.command(), entered.phase()));
        } else if (effect instanceof Concluded conclusion) {
            commandConcluded(conclusion);
        } else if (effect instanceof SpokeJoined joined) {
            recorder.spokeJoined(joined.spoke());
            observers.joined(joined.spoke());
        } else if (effect instanceof SpokeLeft left) {
            LOG.debug("{} is gone: {}", left.spoke(), left.exit().description());
            recorder.spokeLeft(left.spoke(), left.exit().description());
            observers.left(left.spoke(), left.exit().description());
        }
    }

    private void taskConcluded(TaskFinal last) {
        concluded++;
        String label = spec.label(last.task());
        recorder.taskConcluded(last, label);
        if (observers.wantTasks()) {
            int command = last.command();
            int task = last.task();
            Conclusion.Outcome outcome = new Conclusion.Outcome(
                    label,
                    last.verdict(),
                    Optional.ofNullable(last.spoke()),
                    Duration.ofNanos(last.startNs()),
                    Duration.ofNanos(last.durationNs()),
                    last.text());
            observers.tellIfRoom(observer -> observer.onTask(command, task, outcome));
        }
    }

    private void commandConcluded(Concluded conclusion) {
        Duration duration = Duration.ofNanos(clock.getAsLong() - invokedNs);
        recorder.commandConcluded(spec, conclusion, duration, concluded);
        observers.tell(observer -> observer.onConcluded(conclusion.command(), duration, conclusion.residue()));
        spec = null;
    }
}
