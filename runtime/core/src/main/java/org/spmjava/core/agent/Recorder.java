package org.spmjava.core.agent;

import java.time.Duration;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;

/** Writes down what happens; called in one thread at a time. */
interface Recorder {

    /** Writes nothing. */
    Recorder NONE = new Recorder() {};

    /**
     * The JDK's flight recorder, which a program in modules may be without.
     *
     * @return a recorder that costs next to nothing while nothing is recorded
     */
    static Recorder ofThisJvm() {
        boolean there = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
        return there ? new FlightRecords() : NONE;
    }

    /** A manager recognised an event. */
    default void recognised(int command, ManagerEvent event, int task, Interpretation interpretation) {}

    /** A task has its final status. */
    default void taskConcluded(HubEffect.TaskFinal last, String label) {}

    /** A command has concluded, with so many tasks final. */
    default void commandConcluded(CommandSpec spec, HubEffect.Concluded concluded, Duration duration, int tasks) {}

    /** A Spoke joined. */
    default void spokeJoined(SpokeIdentity spoke) {}

    /** A Spoke left. */
    default void spokeLeft(SpokeIdentity spoke, String reason) {}
}
