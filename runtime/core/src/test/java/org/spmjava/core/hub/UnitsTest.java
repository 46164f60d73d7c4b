package org.spmjava.core.hub;

import static org.spmjava.core.hub.HubUnderTest.EXITED;
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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Combined;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Unit;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.message.Work;

/** Tasks that share one fate: those of general grain, and those of a decentralized aggregate. */
class UnitsTest {

    private static final SpokeIdentity FIRST = spoke(0, 1);
    private static final SpokeIdentity SECOND = spoke(1, 2);
    private static final byte[] NOTHING = {};
    private static final long TIMEOUT_NS = HubUnderTest.TIMEOUT_MS * 1_000_000;

    private static HubUnderTest unit(HubUnderTest hub) {
        return hub.template().grain(Grain.GENERAL);
    }

    private static HubUnderTest decentralized(int tasks) {
        return withSpokes(2).pattern(Pattern.AGGREGATE, Policy.DECENTRALIZED).tasks(tasks);
    }

    private static HubEffect unitOf(long to, Long... incarnations) {
        return new Send(to, new Unit(1, List.of(incarnations)));
    }

    private static HubEffect keep(HubUnderTest hub, long incarnation, long attempt, int task) {
        return new Send(incarnation, new Assign(1, attempt, TIMEOUT_NS, Work.KEEP, hub.payload(task)));
    }

    private static HubEffect combine(long incarnation, long attempt) {
        return new Send(incarnation, new Assign(1, attempt, TIMEOUT_NS, Work.COMBINE, Dispatcher.NOTHING));
    }

    private static List<HubEffect> kept(HubUnderTest hub, long incarnation, long attempt) {
        return hub.says(incarnation, new SpokeMessage.Returned(1, attempt, 1_000_000, NOTHING));
    }

    private static HubEffect shared(int task, Verdict verdict, SpokeIdentity where, long durationNs, String trace) {
        String text = "shared with rank 0 on spoke-0.1@host: boom";
        return new TaskFinal(1, task, verdict, where, where.slot(), 0, durationNs, null, text, trace);
    }

    @Test
    void aUnitStartsWhenTheMaximumIsThereAndIsToldWhoBelongsToIt() {
        HubUnderTest hub = unit(new HubUnderTest(2));
        hub.tick();
        hub.invoke();
        is(hub.join(1), joined(0, 1), hub.begin(1));
        is(
                hub.join(2),
                joined(1, 2),
                hub.begin(2),
                phase(Phase.TASKS_EVAL),
                unitOf(1, 1L, 2L),
                unitOf(2, 1L, 2L),
                hub.assignClone(1, 1),
                hub.assignClone(2, 2));
    }

    @Test
    void aUnitStartsAtTheWaitingDeadlineWithThoseThatAreThere() {
        HubUnderTest hub = unit(new HubUnderTest(2));
        hub.tick();
        hub.invoke();
        hub.join(1);
        is(hub.at(1_999).tick());
        is(hub.at(2_000).tick(), phase(Phase.TASKS_EVAL), unitOf(1, 1L), hub.assignClone(1, 1));
        is(hub.join(2), joined(1, 2));
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void nothingOfAUnitIsFinalBeforeAllOfItHasReturned() {
        HubUnderTest hub = unit(withSpokes(2));
        hub.invoke();
        is(hub.returns(2, 2));
        is(hub.returns(1, 1), returned(0, FIRST), returned(1, SECOND), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST, SECOND));
    }

    @Test
    void anExceptionOfOneIsTheFinalStatusOfAll() {
        HubUnderTest hub = unit(withSpokes(2));
        hub.invoke();
        is(
                hub.at(7).fails(1, 1, Verdict.EVAL_UNCAUGHT),
                failed(0, Verdict.EVAL_UNCAUGHT, FIRST),
                shared(1, Verdict.EVAL_UNCAUGHT, SECOND, 7_000_000, "trace"),
                destroy(2),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void anExceptionOfOneIsTheFinalStatusAlsoOfThoseThatHadReturned() {
        HubUnderTest hub = unit(withSpokes(2));
        hub.invoke();
        is(hub.returns(2, 2));
        is(
                hub.fails(1, 1, Verdict.EVAL_UNCAUGHT),
                failed(0, Verdict.EVAL_UNCAUGHT, FIRST),
                shared(1, Verdict.EVAL_UNCAUGHT, SECOND, 100, "trace"),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aSpokeThatIsLostAfterItReturnedTakesNothingFromItsUnit() {
        HubUnderTest hub = unit(withSpokes(2));
        hub.invoke();
        hub.returns(2, 2);
        is(hub.exits(2, KILLED), left(1, 2, KILLED, ""), launch(1, 3));
        is(hub.join(3), joined(1, 3));
        is(hub.returns(1, 1), returned(0, FIRST), returned(1, SECOND), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aSpokeThatIsToBeRelaunchedAfterItsTaskStaysUntilItsUnitIsOver() {
        HubUnderTest hub = withSpokes(2).pattern(Pattern.TEMPLATE, Policy.ONCE).task(false, true);
        hub.grain(Grain.GENERAL).invoke();
        is(hub.returns(2, 2));
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                returned(1, SECOND),
                phase(Phase.TASKS_EVAL_DONE),
                destroy(1),
                destroy(2));
        is(hub.callbacksReturn(2));
        String reason = "task 'task 0' asked for a relaunch";
        is(hub.exits(1, KILLED), left(0, 1, KILLED, reason), launch(0, 3));
        is(hub.exits(2, KILLED), left(1, 2, KILLED, reason), launch(1, 4), concluded(FIRST, SECOND));
    }

    @Test
    void aUnitWithoutEnoughSpokesIsDroppedOnce() {
        HubUnderTest hub = unit(withSpokes(1)).spokes(2, 2);
        hub.invoke();
        is(
                hub.at(2_000).tick(),
                dropped(0, "the minimum of 2 Spokes was not there in time"),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aSpokeThatWasUsedIsReplacedBeforeAUnitThatDemandsFreshOnes() {
        HubUnderTest hub = unit(withSpokes(1));
        hub.invoke();
        hub.returns(1, 1);
        hub.callbacksReturn(1);
        hub.relaunchPre();
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES), destroy(1));
    }

    @Test
    void aDecentralizedAggregateKeepsWhatItsTasksReturnThenCombinesIt() {
        HubUnderTest hub = decentralized(3);
        is(
                hub.invoke(),
                phase(Phase.WAITING_FOR_SPOKES),
                hub.begin(1),
                hub.begin(2),
                phase(Phase.TASKS_EVAL),
                keep(hub, 1, 1, 0),
                keep(hub, 2, 2, 1));
        is(kept(hub, 1, 1), keep(hub, 1, 3, 2));
        is(kept(hub, 2, 2));
        is(kept(hub, 1, 3), unitOf(1, 1L, 2L), unitOf(2, 1L, 2L), combine(1, 4), combine(2, 5));
        is(hub.returns(2, 5));
        is(
                hub.returns(1, 4),
                new Combined(1, 0, HubUnderTest.RESULT),
                new Combined(1, 1, HubUnderTest.RESULT),
                keptFinal(0, FIRST),
                keptFinal(1, SECOND),
                keptFinal(2, FIRST),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(5), concluded(FIRST, SECOND));
    }

    private static HubEffect keptFinal(int task, SpokeIdentity where) {
        return new TaskFinal(1, task, Verdict.RETURNED, where, where.slot(), 0, 1_000_000, NOTHING, "", "");
    }

    @Test
    void whatALostSpokeKeptIsLostForAll() {
        HubUnderTest hub = decentralized(4);
        hub.invoke();
        kept(hub, 2, 2);
        List<HubEffect> effects = hub.exits(2, EXITED);
        String text = "shared with rank 1 on spoke-1.2@host: " + EXITED.description();
        is(
                effects,
                left(1, 2, EXITED, ""),
                new TaskFinal(1, 2, Verdict.EVAL_FATAL, SECOND, 1, 0, 0, null, EXITED.description(), ""),
                new TaskFinal(1, 0, Verdict.EVAL_FATAL, FIRST, 0, 0, 0, null, text, ""),
                destroy(1),
                new TaskFinal(1, 1, Verdict.EVAL_FATAL, SECOND, 1, 0, 1_000_000, null, text, ""),
                dropped(3, "task 'task 2' ended EvalFatal"),
                launch(1, 3),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void whatWasKeptIsCombinedAlsoIfTheHubSaysStopAfterTheLastTaskWasHandedOut() {
        HubUnderTest hub = decentralized(2);
        hub.invoke();
        kept(hub, 1, 1);
        is(hub.stops());
        is(kept(hub, 2, 2), unitOf(1, 1L, 2L), unitOf(2, 1L, 2L), combine(1, 3), combine(2, 4));
    }

    @Test
    void aFailureWhileCombiningIsTheFinalStatusOfAllTasks() {
        HubUnderTest hub = decentralized(1);
        hub.invoke();
        kept(hub, 1, 1);
        is(
                hub.fails(1, 2, Verdict.EVAL_UNCAUGHT),
                destroy(2),
                new TaskFinal(
                        1,
                        0,
                        Verdict.EVAL_UNCAUGHT,
                        FIRST,
                        0,
                        0,
                        1_000_000,
                        null,
                        "shared with rank 0 on spoke-0.1@host: boom",
                        "trace"),
                phase(Phase.TASKS_EVAL_DONE));
    }
}
