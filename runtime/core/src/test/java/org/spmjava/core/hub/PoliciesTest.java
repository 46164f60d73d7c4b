package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.core.hub.HubUnderTest.EXITED;
import static org.spmjava.core.hub.HubUnderTest.KILLED;
import static org.spmjava.core.hub.HubUnderTest.concluded;
import static org.spmjava.core.hub.HubUnderTest.destroy;
import static org.spmjava.core.hub.HubUnderTest.dropped;
import static org.spmjava.core.hub.HubUnderTest.ended;
import static org.spmjava.core.hub.HubUnderTest.failed;
import static org.spmjava.core.hub.HubUnderTest.is;
import static org.spmjava.core.hub.HubUnderTest.joined;
import static org.spmjava.core.hub.HubUnderTest.launch;
import static org.spmjava.core.hub.HubUnderTest.left;
import static org.spmjava.core.hub.HubUnderTest.phase;
import static org.spmjava.core.hub.HubUnderTest.recall;
import static org.spmjava.core.hub.HubUnderTest.returned;
import static org.spmjava.core.hub.HubUnderTest.spoke;
import static org.spmjava.core.hub.HubUnderTest.withSpokes;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.SpokeMessage;

class PoliciesTest {

    private static final SpokeIdentity FIRST = spoke(0, 1);
    private static final SpokeIdentity SECOND = spoke(1, 2);

    @Test
    void theFirstTaskOfARaceThatReturnsEndsTheOthers() {
        HubUnderTest hub = withSpokes(2).pattern(Pattern.LIST, Policy.RACE).tasks(3);
        hub.invoke();
        String won = "task 'task 1' was first";
        is(
                hub.at(5).returns(2, 2),
                returned(1, SECOND),
                ended(0, Verdict.EVAL_KILL, FIRST, 5, won),
                destroy(1),
                dropped(2, won),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(3));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, won), launch(0, 3), concluded(FIRST, SECOND));
    }

    @Test
    void aRaceGoesOnWithoutThoseThatFail() {
        HubUnderTest hub = withSpokes(2).template().policy(Policy.RACE);
        hub.invoke();
        is(hub.fails(1, 1, Verdict.EVAL_UNCAUGHT), failed(0, Verdict.EVAL_UNCAUGHT, FIRST));
        is(hub.returns(2, 2), returned(1, SECOND), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void theFirstFailureOfAListThatFailsFastEndsTheOthers() {
        HubUnderTest hub = withSpokes(2).pattern(Pattern.LIST, Policy.FAIL_FAST).tasks(3);
        hub.invoke();
        String reason = "task 'task 0' ended EvalUncaught";
        is(
                hub.at(5).fails(1, 1, Verdict.EVAL_UNCAUGHT),
                failed(0, Verdict.EVAL_UNCAUGHT, FIRST),
                ended(1, Verdict.EVAL_KILL, SECOND, 5, reason),
                destroy(2),
                dropped(2, reason),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void theFirstFailureOfADagThatFailsFastDropsAlsoWhatDoesNotNeedIt() {
        HubUnderTest hub = withSpokes(1)
                .pattern(Pattern.DAG, Policy.FAIL_FAST)
                .taskAfter()
                .taskAfter()
                .taskAfter(1);
        hub.invoke();
        String reason = "task 'task 0' ended EvalUncaught";
        is(
                hub.fails(1, 1, Verdict.EVAL_UNCAUGHT),
                failed(0, Verdict.EVAL_UNCAUGHT, FIRST),
                dropped(1, reason),
                dropped(2, reason),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aTaskThatDoesNotReturnLeavesAnAggregateWithoutThoseThatHaveNotStarted() {
        HubUnderTest hub =
                withSpokes(2).pattern(Pattern.AGGREGATE, Policy.CENTRALIZED).tasks(3);
        hub.invoke();
        String reason = "task 'task 0' ended EvalUncaught";
        is(hub.fails(1, 1, Verdict.EVAL_UNCAUGHT), failed(0, Verdict.EVAL_UNCAUGHT, FIRST), dropped(2, reason));
        is(hub.returns(2, 2), returned(1, SECOND), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aPayloadIsRepeatedUntilTheCountIsReached() {
        HubUnderTest hub = withSpokes(1).template().policy(Policy.REPEAT).repetitions(2);
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES), hub.begin(1), phase(Phase.TASKS_EVAL), hub.assignClone(1, 1));
        is(hub.returns(1, 1), returned(0, FIRST), hub.assignClone(1, 2));
        is(hub.returns(1, 2), returned(1, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST));
    }

    @Test
    void aPayloadIsRepeatedUntilTheHubSaysStop() {
        HubUnderTest hub = withSpokes(1).template().policy(Policy.REPEAT).repetitions(1_000_000);
        hub.invoke();
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                hub.assignClone(1, 2),
                hub.assignClone(1, 3),
                hub.assignClone(1, 4),
                hub.assignClone(1, 5));
        is(hub.stops(), recall(1));
        String stop = "a callback said that no further task is to start";
        is(hub.says(1, new SpokeMessage.Recalled(1, List.of(4L, 5L))), dropped(3, stop), dropped(4, stop));
        is(hub.returns(1, 2), returned(1, FIRST));
        is(hub.returns(1, 3), returned(2, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(5), concluded(FIRST));
    }

    @Test
    void aRepeatedPayloadWithoutAnySpokeIsDroppedOnce() {
        HubUnderTest hub = new HubUnderTest(0).template().policy(Policy.REPEAT).repetitions(5);
        hub.invoke();
        is(
                hub.at(2_000).tick(),
                dropped(0, "the minimum of 1 Spokes was not there in time"),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void whatWaitsAtASpokeWhenTheHubSaysStopIsRecalledAndDropped() {
        HubUnderTest hub = withSpokes(1).tasks(6);
        hub.invoke();
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                hub.assign(1, 2, 1),
                hub.assign(1, 3, 2),
                hub.assign(1, 4, 3),
                hub.assign(1, 5, 4));
        String stop = "a callback said that no further task is to start";
        is(hub.stops(), recall(1), dropped(5, stop));
        is(
                hub.says(1, new SpokeMessage.Recalled(1, List.of(3L, 4L, 5L))),
                dropped(2, stop),
                dropped(3, stop),
                dropped(4, stop));
        is(hub.returns(1, 2), returned(1, FIRST), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void theExecutionDeadlineHoldsAlsoForWhatStillRunsAfterTheHubSaidStop() {
        HubUnderTest hub = withSpokes(1).timeoutMs(90_000).executionMs(4_000).tasks(2);
        hub.invoke();
        is(hub.stops(), dropped(1, "a callback said that no further task is to start"));
        hub.at(3_999).says(1, new SpokeMessage.Heartbeat());
        is(
                hub.at(4_000).tick(),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, 4_000, "the execution deadline passed"),
                destroy(1),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aPoolOfCertainIncarnationsNeverTakesWhatCameInTheirPlace() {
        HubUnderTest hub = withSpokes(2).tasks(1).filter(new SpokeFilter.Incarnations(Set.of(2L)));
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES), hub.begin(2), phase(Phase.TASKS_EVAL), hub.assign(2, 1, 0));
        is(
                hub.exits(2, EXITED),
                left(1, 2, EXITED, ""),
                new TaskFinal(1, 0, Verdict.EVAL_FATAL, SECOND, 0, 0, 0, null, EXITED.description(), ""),
                launch(1, 3),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.join(3), joined(1, 3));
    }

    @Test
    void manageReturnsOnlyWhenEverySpokeHasAcknowledgedTheEnd() {
        HubUnderTest hub = withSpokes(2).withoutAcknowledgements().tasks(1);
        hub.invoke();
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                phase(Phase.TASKS_EVAL_DONE),
                new Send(1, new Release(1)),
                new Send(2, new Release(1)));
        is(hub.callbacksReturn(1));
        is(hub.says(2, new SpokeMessage.Released(1)));
        is(hub.says(1, new SpokeMessage.Released(1)), concluded(FIRST, SECOND));
    }

    @Test
    void aSpokeThatWasNeverToldOfACommandNeedsNotAcknowledgeItsEnd() {
        HubUnderTest hub = withSpokes(2).withoutAcknowledgements().tasks(1);
        hub.invoke();
        hub.returns(1, 1);
        hub.callbacksReturn(1);
        is(hub.on(new HubEvent.NeverBegan(2, 7)));
        is(hub.on(new HubEvent.NeverBegan(2, 1)));
        is(hub.says(1, new SpokeMessage.Released(1)), concluded(FIRST, SECOND));
        is(hub.on(new HubEvent.NeverBegan(2, 1)));
    }

    @Test
    void aSpokeThatDoesNotAcknowledgeTheEndIsEndedByForce() {
        HubUnderTest hub = withSpokes(1).withoutAcknowledgements().tasks(1);
        hub.invoke();
        hub.returns(1, 1);
        hub.callbacksReturn(1);
        hub.at(4_900).says(1, new SpokeMessage.Heartbeat());
        hub.at(9_800).says(1, new SpokeMessage.Heartbeat());
        assertThat(hub.at(9_999).tick()).isEmpty();
        is(hub.at(10_000).tick(), destroy(1));
        String reason = "it did not acknowledge the end of command 1";
        is(hub.exits(1, KILLED), left(0, 1, KILLED, reason), launch(0, 2), concluded(FIRST));
    }

    @Test
    void aCommandOfNamedSpokesDoesNotWaitForThemAfterTheyAreGone() {
        HubUnderTest list = withSpokes(1).tasks(2).filter(new SpokeFilter.Incarnations(Set.of(1L)));
        list.invoke();
        list.exits(1, KILLED);
        is(list.tick(), dropped(1, "of the Spokes that the pool means none is left"), phase(Phase.TASKS_EVAL_DONE));

        HubUnderTest template = withSpokes(2).template().filter(new SpokeFilter.Incarnations(Set.of(1L)));
        template.invoke();
        template.returns(1, 1);
        is(template.tick(), phase(Phase.TASKS_EVAL_DONE));

        HubUnderTest tooMany = withSpokes(2).tasks(1).spokes(2, 2).filter(new SpokeFilter.Incarnations(Set.of(1L)));
        tooMany.invoke();
        is(tooMany.tick(), dropped(0, "the minimum of 2 Spokes will never be there"), phase(Phase.TASKS_EVAL_DONE));

        HubUnderTest unit =
                withSpokes(2).template().grain(Grain.GENERAL).filter(new SpokeFilter.Incarnations(Set.of(2L)));
        unit.invoke();
        assertThat(unit.tick()).contains(phase(Phase.TASKS_EVAL));
    }

    @Test
    void aCommandWaitsForANamedSpokeThatIsStillToJoin() {
        HubUnderTest hub = new HubUnderTest(1).tasks(1).filter(new SpokeFilter.Incarnations(Set.of(1L)));
        hub.tick();
        hub.invoke();
        is(hub.tick());
        assertThat(hub.join(1)).contains(phase(Phase.TASKS_EVAL));
    }
}
