package org.spmjava.core.agent;

import java.time.Duration;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;

/**
 * Events of the JDK's flight recorder. While nothing is recorded, an event is an object that the JIT compiler does
 * without.
 */
final class FlightRecords implements Recorder {

    /** An event that a manager recognised, and what it made of it. */
    @Name("org.spmjava.Recognised")
    @Label("Recognised event")
    @Description("An event that a manager recognised, and its interpretation")
    @Category("SPM.Java")
    @StackTrace(false)
    static final class Recognised extends Event {
        @Label("Command")
        private int command;

        @Label("Event")
        private String event;

        @Label("Task")
        @Description("The task's number, -1 if the event concerns none in particular")
        private int task;

        @Label("Interpretation")
        private String interpretation;
    }

    /** A task has its final status. */
    @Name("org.spmjava.TaskConcluded")
    @Label("Task concluded")
    @Category("SPM.Java")
    @StackTrace(false)
    static final class TaskConcluded extends Event {
        @Label("Command")
        private int command;

        @Label("Task")
        private int task;

        @Label("Task label")
        private String label;

        @Label("Verdict")
        private String verdict;

        @Label("Spoke")
        @Description("Where the task was, null if it was dropped")
        private String spoke;

        @Label("Task duration")
        @Timespan(Timespan.NANOSECONDS)
        private long taskDuration;

        @Label("Message")
        @Description("Why the task did not return, empty if it did")
        private String message;
    }

    /** A command has concluded. */
    @Name("org.spmjava.CommandConcluded")
    @Label("Command concluded")
    @Category("SPM.Java")
    @StackTrace(false)
    static final class CommandConcluded extends Event {
        @Label("Command")
        private int command;

        @Label("Manager")
        private String definition;

        @Label("Pattern")
        private String pattern;

        @Label("Policy")
        private String policy;

        @Label("Grain")
        private String grain;

        @Label("Tasks")
        private int tasks;

        @Label("Spokes")
        private int spokes;

        @Label("Command duration")
        @Timespan(Timespan.NANOSECONDS)
        private long commandDuration;

        @Label("Residue")
        @Description("What could not be shown to be released, empty after a clean conclusion")
        private String residue;
    }

    /** A Spoke joined. */
    @Name("org.spmjava.SpokeJoined")
    @Label("Spoke joined")
    @Category("SPM.Java")
    @StackTrace(false)
    static final class SpokeJoined extends Event {
        @Label("Spoke")
        private String spoke;
    }

    /** A Spoke left. */
    @Name("org.spmjava.SpokeLeft")
    @Label("Spoke left")
    @Category("SPM.Java")
    @StackTrace(false)
    static final class SpokeLeft extends Event {
        @Label("Spoke")
        private String spoke;

        @Label("Reason")
        private String reason;
    }

    @Override
    public void recognised(int command, ManagerEvent event, int task, Interpretation interpretation) {
        Recognised record = new Recognised();
        if (record.shouldCommit()) {
            record.command = command;
            record.event = event.name();
            record.task = task;
            record.interpretation = interpretation.name();
            record.commit();
        }
    }

    @Override
    public void taskConcluded(HubEffect.TaskFinal last, String label) {
        TaskConcluded record = new TaskConcluded();
        if (record.shouldCommit()) {
            record.command = last.command();
            record.task = last.task();
            record.label = label;
            record.verdict = last.verdict().toString();
            record.spoke = last.spoke() == null ? null : last.spoke().toString();
            record.taskDuration = last.durationNs();
            record.message = last.text();
            record.commit();
        }
    }

    @Override
    public void commandConcluded(CommandSpec spec, HubEffect.Concluded concluded, Duration duration, int tasks) {
        CommandConcluded record = new CommandConcluded();
        if (record.shouldCommit()) {
            record.command = spec.command();
            record.definition = spec.definition();
            record.pattern = spec.pattern().name();
            record.policy = spec.policy().name();
            record.grain = spec.grain().name();
            record.tasks = tasks;
            record.spokes = concluded.spokes().size();
            record.commandDuration = duration.toNanos();
            record.residue = String.join("; ", concluded.residue());
            record.commit();
        }
    }

    @Override
    public void spokeJoined(SpokeIdentity spoke) {
        SpokeJoined record = new SpokeJoined();
        if (record.shouldCommit()) {
            record.spoke = spoke.toString();
            record.commit();
        }
    }

    @Override
    public void spokeLeft(SpokeIdentity spoke, String reason) {
        SpokeLeft record = new SpokeLeft();
        if (record.shouldCommit()) {
            record.spoke = spoke.toString();
            record.reason = reason;
            record.commit();
        }
    }
}
