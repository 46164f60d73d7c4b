package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.core.hub.HubUnderTest.KILLED;
import static org.spmjava.core.hub.HubUnderTest.concluded;
import static org.spmjava.core.hub.HubUnderTest.destroy;
import static org.spmjava.core.hub.HubUnderTest.dropped;
import static org.spmjava.core.hub.HubUnderTest.failed;
import static org.spmjava.core.hub.HubUnderTest.is;
import static org.spmjava.core.hub.HubUnderTest.joined;
import static org.spmjava.core.hub.HubUnderTest.launch;
import static org.spmjava.core.hub.HubUnderTest.left;
import static org.spmjava.core.hub.HubUnderTest.phase;
import static org.spmjava.core.hub.HubUnderTest.returned;
import static org.spmjava.core.hub.HubUnderTest.spoke;
import static org.spmjava.core.hub.HubUnderTest.withSpokes;

import org.junit.jupiter.api.Test;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/** Tasks that need others, event by event; as in {@link CommandTest}. */
class DagsTest {

    private static final SpokeIdentity FIRST = spoke(0, 1);
    private static final SpokeIdentity SECOND = spoke(1, 2);

    @Test
    void aTaskOfADagStartsOnASpokeThatIsIdleAsSoonAsItsPredecessorsReturned() {
        HubUnderTest hub = withSpokes(2).dag().tasks(1).taskAfter(0).taskAfter(0);
        is(
                hub.invoke(),
                phase(Phase.WAITING_FOR_SPOKES),
                hub.begin(1),
                hub.begin(2),
                phase(Phase.TASKS_EVAL),
                hub.assign(1, 1, 0));
        is(hub.returns(1, 1), returned(0, FIRST), hub.assign(1, 2, 1), hub.assign(2, 3, 2));
        is(hub.returns(2, 3), returned(2, SECOND));
        is(hub.returns(1, 2), returned(1, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(3), concluded(FIRST, SECOND));
    }

    @Test
    void aFailureInADagDropsItsDescendantsAndSaysWhatTheyNeeded() {
        HubUnderTest hub = withSpokes(1).dag().tasks(2).taskAfter(0).taskAfter(2, 1);
        hub.invoke();
        String text = "it needs task 'task 0', which ended " + Verdict.EVAL_UNCAUGHT;
        is(
                hub.fails(1, 1, Verdict.EVAL_UNCAUGHT),
                failed(0, Verdict.EVAL_UNCAUGHT, FIRST),
                dropped(2, text),
                dropped(3, text),
                hub.assign(1, 2, 1));
        is(hub.returns(1, 2), returned(1, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(4), concluded(FIRST));
    }

    @Test
    void whatATaskOfADagMadeReadyDoesNotGoToTheSpokeThatItWantedRelaunched() {
        HubUnderTest hub = withSpokes(1).dag().task(false, true).taskAfter(0);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), destroy(1));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, "task 'task 0' asked for a relaunch"), launch(0, 2));
        is(hub.join(2), joined(0, 2), hub.begin(2), hub.assign(2, 2, 1));
    }

    @Test
    void quickTasksThatBecomeReadyTogetherAreSharedEvenly() {
        HubUnderTest hub = withSpokes(2).dag().tasks(1);
        for (int task = 1; task <= 5; task++) {
            hub.taskAfter(0);
        }
        hub.invoke();
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                hub.assign(1, 2, 1),
                hub.assign(2, 3, 2),
                hub.assign(1, 4, 3),
                hub.assign(1, 5, 4),
                hub.assign(2, 6, 5));
    }

    @Test
    void itIsKnownHowManySpokesHaveATask() {
        HubUnderTest hub = withSpokes(3).spokes(1, 3).dag().tasks(2).taskAfter(0, 1);
        assertThat(hub.busySpokes()).isZero();
        hub.invoke();
        assertThat(hub.busySpokes()).isEqualTo(2);
        hub.returns(1, 1);
        assertThat(hub.busySpokes()).isEqualTo(1);
        hub.exits(2, KILLED);
        assertThat(hub.busySpokes()).isZero();
    }
}
