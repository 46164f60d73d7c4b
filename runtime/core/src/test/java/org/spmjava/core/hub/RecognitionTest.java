package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.api.Interpretation.CONTINUE;
import static org.spmjava.api.Interpretation.DROP_DOOMED;
import static org.spmjava.api.Interpretation.SCHEDULE;
import static org.spmjava.api.ManagerEvent.CALLBACK_RETURNED;
import static org.spmjava.api.ManagerEvent.DROPPED;
import static org.spmjava.api.ManagerEvent.EVALUATION_THREW;
import static org.spmjava.api.ManagerEvent.INVOKED;
import static org.spmjava.api.ManagerEvent.OFFLINE;
import static org.spmjava.api.ManagerEvent.RETURNED;
import static org.spmjava.api.ManagerEvent.SCHEDULED;
import static org.spmjava.api.ManagerEvent.SPOKE_ACQUIRED;
import static org.spmjava.core.manager.Watch.NO_TASK;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubUnderTest.Recognised;
import org.spmjava.core.manager.Watch;

/** Who watches a manager is told every event and what the manager makes of it. */
class RecognitionTest {

    private static Recognised event(ManagerEvent event, int task, Interpretation interpretation) {
        return new Recognised(event, task, interpretation);
    }

    @Test
    void everyEventOfACommandIsToldInOrder() {
        HubUnderTest hub =
                HubUnderTest.withSpokes(1).dag().tasks(1).taskAfter(0).taskAfter(1);
        hub.invoke();
        hub.returns(1, 1);
        hub.fails(1, 2, Verdict.EVAL_UNCAUGHT);
        hub.callbacksReturn(3);
        assertThat(hub.recognised)
                .containsExactly(
                        event(INVOKED, NO_TASK, CONTINUE),
                        event(SPOKE_ACQUIRED, NO_TASK, CONTINUE),
                        event(SCHEDULED, 0, CONTINUE),
                        event(RETURNED, 0, SCHEDULE),
                        event(SCHEDULED, 1, CONTINUE),
                        event(EVALUATION_THREW, 1, DROP_DOOMED),
                        event(DROPPED, 2, CONTINUE),
                        event(CALLBACK_RETURNED, NO_TASK, CONTINUE),
                        event(OFFLINE, NO_TASK, CONTINUE));
    }

    @Test
    void thereIsNoEventThatNoFaultBringsAbout() {
        Set<ManagerEvent> told = EnumSet.noneOf(ManagerEvent.class);
        Set<Interpretation> made = EnumSet.noneOf(Interpretation.class);
        for (Stage stage : Stage.all()) {
            for (Fault fault : Fault.values()) {
                if (fault.befalls(stage)) {
                    Drill drill = fault.inject(stage).conclude();
                    drill.hub.recognised.forEach(recognised -> {
                        told.add(recognised.event());
                        made.add(recognised.interpretation());
                    });
                }
            }
        }
        assertThat(told).containsExactlyInAnyOrder(ManagerEvent.values());
        assertThat(made).containsExactlyInAnyOrder(Interpretation.values());
    }

    @Test
    void anEventOnASpokeConcernsATaskAndOthersNone() {
        for (Stage stage : Stage.all()) {
            Drill drill = Fault.KILLED_WHILE_EVALUATING.inject(stage).conclude();
            assertThat(drill.hub.recognised)
                    .filteredOn(recognised -> recognised.event().isOnSpoke())
                    .allMatch(recognised -> recognised.task() != Watch.NO_TASK);
        }
    }
}
