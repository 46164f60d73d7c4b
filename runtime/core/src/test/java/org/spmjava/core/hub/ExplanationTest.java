package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.core.hub.HubUnderTest.GRACE_MS;
import static org.spmjava.core.hub.HubUnderTest.KILLED;
import static org.spmjava.core.hub.HubUnderTest.TIMEOUT_MS;
import static org.spmjava.core.hub.HubUnderTest.withSpokes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Explained;
import org.spmjava.core.hub.HubEvent.ExplanationAsked;
import org.spmjava.core.message.SpokeMessage.Loading;

/** Why a task does not run, or where it does, in words. */
class ExplanationTest {

    private static Explained explained(HubUnderTest hub, int task) {
        List<HubEffect> effects = hub.on(new ExplanationAsked(7, task));
        assertThat(effects).singleElement().isInstanceOf(Explained.class);
        Explained answer = (Explained) effects.get(0);
        assertThat(answer.question()).isEqualTo(7);
        return answer;
    }

    private static void says(HubUnderTest hub, int task, String text) {
        assertThat(explained(hub, task)).isEqualTo(new Explained(7, false, text));
    }

    private static void saysEnded(HubUnderTest hub, int task) {
        assertThat(explained(hub, task))
                .isEqualTo(new Explained(7, true, "Task " + task + " 'task " + task + "' has ended."));
    }

    @Test
    void withoutACommandThereIsNothingToSay() {
        says(withSpokes(1), 0, "No command is online.");
    }

    @Test
    void aTaskWaitsForTheMinimumOfSpokes() {
        HubUnderTest hub = new HubUnderTest(3).tasks(2).spokes(2, 3);
        hub.tick();
        hub.join(1);
        hub.invoke();
        says(
                hub.at(500),
                1,
                "Task 1 'task 1' waits for Spokes, of which the command needs 2 to start; 1 of at most 3 is up, and slots"
                        + " 1, 2 are being launched; they are waited for another 1500 ms.");
    }

    @Test
    void aTaskOfAListWaitsInTheQueueOrRunsOrHasEnded() {
        HubUnderTest hub = withSpokes(1).tasks(4);
        hub.invoke();
        says(hub.at(200), 0, "Task 0 'task 0' runs on spoke-0.1@host, since 200 ms; its deadline passes in 800 ms.");
        says(hub, 3, "Task 3 'task 3' waits for a Spoke, behind 2 tasks; 1 of at most 1 is up.");
        says(hub, 4, "There is no task 4: the command has 4.");
        says(hub, -1, "There is no task -1: the command has 4.");
        hub.returns(1, 1);
        saysEnded(hub, 0);
        says(hub, 3, "Task 3 'task 3' is at spoke-0.1@host, behind 2 tasks that it has.");
        hub.exits(1, KILLED);
        says(
                hub,
                3,
                "Task 3 'task 3' waits for a Spoke, behind 1 task; 0 of at most 1 are up, and slot 0 is being launched.");
    }

    @Test
    void aTaskPreloadsOverrunsAndIsEnded() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        hub.says(1, new Loading(1, 1));
        says(hub.at(10), 0, "Task 0 'task 0' preloads on spoke-0.1@host, since 10 ms; its deadline passes in 990 ms.");
        says(
                hub.at(TIMEOUT_MS),
                0,
                "Task 0 'task 0' preloads on spoke-0.1@host, since 1000 ms; its deadline has passed, and its Spoke is to end"
                        + " itself.");
        hub.at(TIMEOUT_MS + GRACE_MS).tick();
        says(
                hub,
                0,
                "Task 0 'task 0' preloads on spoke-0.1@host, since 1400 ms; it overran its deadline, and its Spoke is being"
                        + " ended.");
        hub.exits(1, KILLED);
        saysEnded(hub, 0);
    }

    @Test
    void aTaskOfADagWaitsForThoseThatItNeeds() {
        HubUnderTest hub =
                withSpokes(1).dag().tasks(7).taskAfter(6, 0, 1, 2, 3, 4, 5, 0).taskAfter(1);
        hub.invoke();
        says(
                hub,
                7,
                "Task 7 'task 7' waits for 7 tasks that it needs: 'task 0' (task 0), 'task 1' (task 1), 'task 2' (task 2),"
                        + " 'task 3' (task 3), 'task 4' (task 4) and 2 more.");
        hub.returns(1, 1);
        says(hub, 8, "Task 8 'task 8' waits for 1 task that it needs: 'task 1' (task 1).");
        says(hub, 6, "Task 6 'task 6' waits for a Spoke, behind 1 task; 1 of at most 1 is up.");
        hub.fails(1, 2, Verdict.EVAL_UNCAUGHT);
        saysEnded(hub, 8);
    }

    @Test
    void aCloneComesWithItsSpoke() {
        HubUnderTest hub = new HubUnderTest(2).template().spokes(1, 2);
        hub.tick();
        hub.join(1);
        hub.invoke();
        says(hub, 0, "Task 0 'task 0' runs on spoke-0.1@host, since 0 ms; its deadline passes in 1000 ms.");
        says(
                hub,
                1,
                "Task 1 'task 0' comes with a Spoke that the command has not acquired; 1 of at most 2 is up, and slot 1 is"
                        + " being launched.");
        says(hub, 2, "There is no task 2: the command has 2.");
    }

    @Test
    void aRepetitionWaitsInTheQueue() {
        HubUnderTest hub =
                withSpokes(1).pattern(Pattern.TEMPLATE, Policy.REPEAT).tasks(1).repetitions(5);
        hub.invoke();
        says(hub, 4, "Task 4 'task 0' waits for a Spoke, behind 3 tasks; 1 of at most 1 is up.");
        says(hub, 5, "There is no task 5: the command has 5.");
    }

    @Test
    void aUnitHoldsBackWhatReturnedUntilTheOthersDo() {
        HubUnderTest hub = withSpokes(3).template().grain(Grain.GENERAL).spokes(3, 3);
        hub.invoke();
        hub.returns(2, 2);
        says(hub, 1, "Task 1 'task 0' has returned; its status is held back until ranks 0, 2 return.");
        hub.returns(1, 1);
        says(hub, 1, "Task 1 'task 0' has returned; its status is held back until rank 2 returns.");
    }

    @Test
    void whatADecentralizedAggregateReturnedIsHeldBackUntilItIsCombined() {
        HubUnderTest hub =
                withSpokes(2).pattern(Pattern.AGGREGATE, Policy.DECENTRALIZED).tasks(2);
        hub.invoke();
        hub.returns(1, 1);
        says(
                hub,
                0,
                "Task 0 'task 0' has returned; its status is held back until all tasks have returned, and what they returned"
                        + " is combined.");
    }

    @Test
    void whatCombinesIsNoTaskOfTheUsers() {
        HubUnderTest hub =
                withSpokes(2).pattern(Pattern.AGGREGATE, Policy.DECENTRALIZED).tasks(1);
        hub.invoke();
        hub.returns(1, 1);
        says(hub, 1, "There is no task 1: the command has 1.");
    }

    @Test
    void everyTaskOfEveryManagementHasAnExplanationAtEveryMoment() {
        for (Stage stage : Stage.all()) {
            Drill drill = stage.running();
            for (int task = 0; task < stage.tasks(); task++) {
                assertThat(explained(drill.hub, task).text())
                        .as(stage + " " + task)
                        .startsWith("Task " + task + " '");
            }
            assertThat(drill.conclude().conclusion).isNotNull();
        }
    }
}
