package org.spmjava.core.hub;

import static org.spmjava.core.hub.HubUnderTest.EXITED;
import static org.spmjava.core.hub.HubUnderTest.GRACE_MS;
import static org.spmjava.core.hub.HubUnderTest.KILLED;
import static org.spmjava.core.hub.HubUnderTest.RELEASE_MS;
import static org.spmjava.core.hub.HubUnderTest.SILENCE_MS;
import static org.spmjava.core.hub.HubUnderTest.TIMEOUT_MS;
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
import org.junit.jupiter.api.Test;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.SpokeMessage.Heartbeat;
import org.spmjava.core.message.SpokeMessage.Loading;
import org.spmjava.core.message.SpokeMessage.Online;
import org.spmjava.core.message.SpokeMessage.Recalled;
import org.spmjava.core.tracker.Exit;

/**
 * What a command does, event by event: each answer is the whole list of effects. Spoke n is incarnation n; attempts are
 * numbered as they are assigned.
 */
class CommandTest {

    private static final SpokeIdentity FIRST = spoke(0, 1);
    private static final SpokeIdentity SECOND = spoke(1, 2);
    private static final String OVERRAN = "task 'task 0' overran its deadline and the Spoke did not end itself";
    private static final String THREW = "a status callback threw";
    private static final String EXPIRED = "the execution deadline passed";

    @Test
    void aListGivesEachSpokeATaskAndConcludesWhenEveryCallbackHasReturned() {
        HubUnderTest hub = withSpokes(2).tasks(3);
        is(
                hub.invoke(),
                phase(Phase.WAITING_FOR_SPOKES),
                hub.begin(1),
                hub.begin(2),
                phase(Phase.TASKS_EVAL),
                hub.assign(1, 1, 0),
                hub.assign(2, 2, 1));
        is(hub.returns(2, 2), returned(1, SECOND), hub.assign(2, 3, 2));
        is(hub.returns(1, 1), returned(0, FIRST));
        is(hub.callbacksReturn(2));
        is(hub.returns(2, 3), returned(2, SECOND), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(3), concluded(FIRST, SECOND));
    }

    @Test
    void aListWithoutTasksConcludesAtOnce() {
        is(withSpokes(1).invoke(), phase(Phase.TASKS_EVAL_DONE), concluded());
    }

    @Test
    void anExceptionOnASpokeConcernsItsTaskAloneAndTheSpokeGoesOn() {
        HubUnderTest hub = withSpokes(1).tasks(2);
        hub.invoke();
        is(hub.fails(1, 1, Verdict.EVAL_UNCAUGHT), failed(0, Verdict.EVAL_UNCAUGHT, FIRST), hub.assign(1, 2, 1));
        is(hub.returns(1, 2), returned(1, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST));
    }

    @Test
    void theMinimumThatIsNotThereInTimeDropsEveryTask() {
        HubUnderTest hub = withSpokes(1).tasks(2).spokes(2, 2);
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES), hub.begin(1));
        is(hub.at(1_999).tick());
        String text = "the minimum of 2 Spokes was not there in time";
        is(hub.at(2_000).tick(), dropped(0, text), dropped(1, text), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST));
    }

    @Test
    void noTaskStartsBeforeTheMinimumIsThere() {
        HubUnderTest hub = new HubUnderTest(2).tasks(2).spokes(2, 2);
        hub.tick();
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES));
        is(hub.join(1), joined(0, 1), hub.begin(1));
        is(hub.join(2), joined(1, 2), hub.begin(2), phase(Phase.TASKS_EVAL), hub.assign(1, 1, 0), hub.assign(2, 2, 1));
    }

    @Test
    void aSpokeThatWasLostWhileWaitingDoesNotCountTowardsTheMinimum() {
        HubUnderTest hub = new HubUnderTest(2).tasks(1).spokes(2, 2);
        hub.tick();
        hub.invoke();
        hub.join(1);
        is(hub.exits(1, KILLED), left(0, 1, KILLED, ""), launch(0, 3));
        is(hub.join(2), joined(1, 2), hub.begin(2));
        is(hub.join(3), joined(0, 3), hub.begin(3), phase(Phase.TASKS_EVAL), hub.assign(3, 1, 0));
    }

    @Test
    void noMoreSpokesThanTheMaximumAreHeld() {
        HubUnderTest hub = withSpokes(2).tasks(2).spokes(1, 1);
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES), hub.begin(1), phase(Phase.TASKS_EVAL), hub.assign(1, 1, 0));
    }

    @Test
    void aListAcquiresASpokeThatJoinsAfterTheWaitingDeadline() {
        HubUnderTest hub = new HubUnderTest(2).tasks(2).waitMs(1_000);
        hub.tick();
        hub.invoke();
        hub.join(1);
        is(hub.at(1_000).tick());
        is(hub.join(2), joined(1, 2), hub.begin(2), hub.assign(2, 2, 1));
    }

    @Test
    void aTemplateIsEvaluatedOnceByEachSpokeThatJoinsWithinTheWaitingDeadline() {
        HubUnderTest hub = new HubUnderTest(3).template().spokes(1, 3);
        hub.tick();
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES));
        is(hub.join(1), joined(0, 1), hub.begin(1), phase(Phase.TASKS_EVAL), hub.assignClone(1, 1));
        is(hub.returns(1, 1), returned(0, FIRST));
        is(hub.callbacksReturn(1));
        is(hub.at(1_000).join(2), joined(1, 2), hub.begin(2), hub.assignClone(2, 2));
        is(hub.returns(2, 2), returned(1, SECOND));
        is(hub.callbacksReturn(2));
        is(hub.at(2_000).tick(), phase(Phase.TASKS_EVAL_DONE), concluded(FIRST, SECOND));
    }

    @Test
    void aTemplateIsNotGivenToSpokesThatJoinAfterTheWaitingDeadline() {
        HubUnderTest hub = new HubUnderTest(2).template().waitMs(1_000);
        hub.tick();
        hub.invoke();
        hub.join(1);
        is(hub.at(1_000).tick());
        is(hub.join(2), joined(1, 2));
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aTemplateDoesNotWaitForMoreSpokesThanItsPoolHas() {
        HubUnderTest hub = withSpokes(1).template().spokes(1, 8);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1), concluded(FIRST));
    }

    @Test
    void aTemplateWithoutSpokesDropsItsOneTask() {
        HubUnderTest hub = new HubUnderTest(0).template();
        is(hub.invoke(), phase(Phase.WAITING_FOR_SPOKES));
        is(
                hub.at(2_000).tick(),
                dropped(0, "the minimum of 1 Spokes was not there in time"),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1), concluded());
    }

    @Test
    void aSpokeThatIsKilledTakesTheTaskItWasInWithItAndIsReplaced() {
        HubUnderTest hub = withSpokes(1).tasks(2);
        hub.invoke();
        is(
                hub.at(50).exits(1, KILLED),
                left(0, 1, KILLED, ""),
                ended(0, Verdict.EVAL_KILL, FIRST, 50, "signal 9"),
                launch(0, 2));
        is(hub.join(2), joined(0, 2), hub.begin(2), hub.assign(2, 2, 1));
        is(hub.returns(2, 2), returned(1, spoke(0, 2)), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST, spoke(0, 2)));
    }

    @Test
    void aSpokeThatExitsByItselfIsFatal() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        is(
                hub.exits(1, EXITED),
                left(0, 1, EXITED, ""),
                ended(0, Verdict.EVAL_FATAL, FIRST, 0, "exit code 3"),
                launch(0, 2),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void whatEndsASpokeWhileATaskPreloadsIsALoadVerdict() {
        HubUnderTest hub = withSpokes(2).tasks(2);
        hub.invoke();
        is(hub.says(1, new Loading(1, 1)));
        is(hub.says(2, new Loading(1, 2)));
        is(hub.says(2, new Online(1, 2)));
        is(
                hub.exits(1, KILLED),
                left(0, 1, KILLED, ""),
                ended(0, Verdict.LOAD_KILL, FIRST, 0, "signal 9"),
                launch(0, 3));
        is(
                hub.exits(2, EXITED),
                left(1, 2, EXITED, ""),
                ended(1, Verdict.EVAL_FATAL, SECOND, 0, "exit code 3"),
                launch(1, 4),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void afterATimeoutTheSpokeIsReplacedAndTheCommandWaitsUntilItIsGone() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        is(
                hub.fails(1, 1, Verdict.EVAL_TIMEOUT),
                failed(0, Verdict.EVAL_TIMEOUT, FIRST),
                destroy(1),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1));
        is(hub.exits(1, EXITED), left(0, 1, EXITED, "EvalTimeout of task 'task 0'"), launch(0, 2), concluded(FIRST));
    }

    @Test
    void aSpokeThatIgnoresTheDeadlineIsEndedByTheHubAndTheVerdictComesWithItsExit() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        is(hub.at(TIMEOUT_MS + GRACE_MS - 1).tick());
        is(hub.at(TIMEOUT_MS + GRACE_MS).tick(), destroy(1));
        is(hub.tick());
        is(
                hub.at(1_410).exits(1, KILLED),
                left(0, 1, KILLED, OVERRAN),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, 1_410, OVERRAN + " (signal 9)"),
                launch(0, 2),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1), concluded(FIRST));
    }

    @Test
    void whatASpokeSaidBeforeItWasEndedCounts() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        hub.at(TIMEOUT_MS + GRACE_MS).tick();
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, OVERRAN), launch(0, 2), concluded(FIRST));
    }

    @Test
    void aSpokeThatCannotBeEndedIsResidueAndNoTaskWaitsForIt() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        long endedMs = TIMEOUT_MS + GRACE_MS;
        hub.at(endedMs).tick();
        is(hub.at(endedMs + RELEASE_MS - 1).tick());
        String residue = "Spoke spoke-0.1@host was ended by force and is not known to be gone";
        is(
                hub.at(endedMs + RELEASE_MS).tick(),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, endedMs + RELEASE_MS, residue),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1), concluded(List.of(residue), FIRST));
    }

    @Test
    void quickTasksAreAssignedAheadAndGivenBackWhenTheSpokeIsLost() {
        HubUnderTest hub = withSpokes(1).tasks(6);
        hub.invoke();
        is(
                hub.returns(1, 1),
                returned(0, FIRST),
                hub.assign(1, 2, 1),
                hub.assign(1, 3, 2),
                hub.assign(1, 4, 3),
                hub.assign(1, 5, 4));
        is(
                hub.exits(1, KILLED),
                left(0, 1, KILLED, ""),
                ended(1, Verdict.EVAL_KILL, FIRST, 0, "signal 9"),
                launch(0, 2));
        is(
                hub.join(2),
                joined(0, 2),
                hub.begin(2),
                hub.assign(2, 6, 2),
                hub.assign(2, 7, 3),
                hub.assign(2, 8, 4),
                hub.assign(2, 9, 5));
    }

    @Test
    void whatWaitsBehindALongTaskIsRecalledForASpokeThatIsIdle() {
        HubUnderTest hub = withSpokes(2).tasks(4);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), hub.assign(1, 3, 2), hub.assign(1, 4, 3));
        is(hub.returns(2, 2), returned(1, SECOND));
        is(hub.at(2).tick(), recall(1));
        is(hub.at(4).tick());
        is(hub.says(1, new Recalled(1, List.of(4L))), hub.assign(2, 5, 3));
        is(hub.at(6).tick());
    }

    @Test
    void anAnsweredRecallMayBeRepeatedAndAnUnansweredOneIsNot() {
        HubUnderTest hub = withSpokes(2).tasks(4);
        hub.invoke();
        hub.returns(1, 1);
        hub.returns(2, 2);
        is(hub.at(2).tick(), recall(1));
        is(hub.at(4).tick());
        is(hub.says(1, new Recalled(1, List.of())));
        is(hub.at(6).tick(), recall(1));
    }

    @Test
    void whatAFatalTaskLeavesBehindGoesToOthersAtOnce() {
        HubUnderTest hub = withSpokes(2).tasks(4);
        hub.invoke();
        hub.returns(1, 1);
        hub.returns(2, 2);
        is(hub.fails(1, 3, Verdict.EVAL_FATAL), failed(2, Verdict.EVAL_FATAL, FIRST), destroy(1), hub.assign(2, 5, 3));
    }

    @Test
    void whatAFatalTaskLeavesBehindWasNeverStartedAndIsDroppedIfTheCommandEnds() {
        HubUnderTest hub = withSpokes(1).tasks(3);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), hub.assign(1, 2, 1), hub.assign(1, 3, 2));
        is(hub.fails(1, 2, Verdict.EVAL_FATAL), failed(1, Verdict.EVAL_FATAL, FIRST), destroy(1));
        is(hub.aborts(), dropped(2, THREW), phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void aTaskIsNotGivenToASpokeThatTheTrackerHasGivenUp() {
        HubUnderTest hub = withSpokes(2).timeoutMs(60_000).tasks(4);
        hub.invoke();
        hub.returns(1, 1);
        is(hub.returns(2, 2), returned(1, SECOND));
        is(hub.at(1).says(1, new Heartbeat()));
        // Spoke 1 is in task 2, with task 3 behind it; Spoke 2 is idle, and silent for too long.
        is(hub.at(SILENCE_MS).tick(), destroy(2));
        is(hub.says(1, new Recalled(1, List.of(4L))), hub.assign(1, 5, 3));
    }

    @Test
    void aTaskThatDemandsAFreshSpokeGetsOne() {
        HubUnderTest hub = withSpokes(1).task(false, false).task(true, false);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), destroy(1));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, "task 'task 1' demands a fresh Spoke"), launch(0, 2));
        is(hub.join(2), joined(0, 2), hub.begin(2), hub.assign(2, 2, 1));
    }

    @Test
    void aTaskThatAsksForARelaunchIsTheLastOfItsSpoke() {
        HubUnderTest hub = withSpokes(1).task(false, true).task(false, false);
        hub.invoke();
        is(hub.returns(1, 1), returned(0, FIRST), destroy(1));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, "task 'task 0' asked for a relaunch"), launch(0, 2));
        is(hub.join(2), joined(0, 2), hub.begin(2), hub.assign(2, 2, 1));
    }

    @Test
    void aCallbackThatThrowsEndsEverySpokeByForceAndTheCommandWaitsForThem() {
        HubUnderTest hub = withSpokes(2).tasks(4);
        hub.invoke();
        is(hub.at(30).returns(2, 2), returned(1, SECOND), hub.assign(2, 3, 2), hub.assign(2, 4, 3));
        is(
                hub.at(40).aborts(),
                ended(0, Verdict.EVAL_KILL, FIRST, 40, THREW),
                destroy(1),
                ended(2, Verdict.EVAL_KILL, SECOND, 10, THREW),
                dropped(3, THREW),
                destroy(2),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.returns(1, 1));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, THREW), launch(0, 3));
        is(hub.exits(2, KILLED), left(1, 2, KILLED, THREW), launch(1, 4), concluded(FIRST, SECOND));
    }

    @Test
    void aTaskWhoseDeadlineHadPassedTimedOutEvenIfACallbackThrowsMeanwhile() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        hub.at(TIMEOUT_MS + GRACE_MS).tick();
        is(
                hub.aborts(),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, TIMEOUT_MS + GRACE_MS, THREW),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void theExecutionDeadlineTimesOutWhatRunsAndDropsTheRest() {
        HubUnderTest hub = withSpokes(1).tasks(2).executionMs(500);
        hub.invoke();
        is(
                hub.at(500).tick(),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, 500, EXPIRED),
                destroy(1),
                dropped(1, EXPIRED),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, EXPIRED), launch(0, 2), concluded(FIRST));
    }

    @Test
    void theExecutionDeadlineSparesSpokesThatAreIdle() {
        HubUnderTest hub = withSpokes(2).tasks(1).executionMs(500);
        hub.invoke();
        is(
                hub.at(500).tick(),
                ended(0, Verdict.EVAL_TIMEOUT, FIRST, 500, EXPIRED),
                destroy(1),
                phase(Phase.TASKS_EVAL_DONE));
    }

    @Test
    void theEndOfTheSessionEndsTheCommandFirstAndWaitsForNoCallback() {
        HubUnderTest hub = withSpokes(2).tasks(1);
        hub.invoke();
        String closed = "the session was closed";
        is(
                hub.ends(),
                ended(0, Verdict.EVAL_KILL, FIRST, 0, closed),
                destroy(1),
                destroy(2),
                phase(Phase.TASKS_EVAL_DONE));
        is(hub.exits(1, KILLED), left(0, 1, KILLED, closed));
        is(hub.exits(2, KILLED), left(1, 2, KILLED, closed), concluded(FIRST, SECOND), new HubEffect.SessionOver());
    }

    @Test
    void aCommandThatComesTooLateInTheSessionIsDropped() {
        HubUnderTest hub = new HubUnderTest(0).tasks(1);
        is(hub.ends(), new HubEffect.SessionOver());
        is(hub.invoke(), dropped(0, "the session was closed"), phase(Phase.TASKS_EVAL_DONE), concluded());
    }

    @Test
    void whatIsStaleIsIgnored() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        is(hub.returns(1, 77));
        is(hub.says(1, new Recalled(9, List.of(1L))));
        is(hub.exits(9, new Exit(true, "unknown")));
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.returns(1, 1));
        is(hub.callbacksReturn(1), concluded(FIRST));
        is(hub.returns(1, 1));
    }
}
