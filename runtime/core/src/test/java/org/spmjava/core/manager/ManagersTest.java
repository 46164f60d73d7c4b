package org.spmjava.core.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spmjava.core.manager.Manager.NONE;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.TaskSpec;

/** How the interpreters differ, and what they have in common. */
class ManagersTest {

    private final ListManager list = new ListManager(3, Policy.ISOLATED);
    private final TemplateManager template = new TemplateManager(Policy.ONCE);

    private static Manager with(Pattern pattern, int tasks) {
        if (pattern == Pattern.LIST) {
            return new ListManager(tasks, Policy.ISOLATED);
        }
        if (pattern == Pattern.DAG) {
            return new DagManager(Collections.nCopies(tasks, TaskSpec.NO_PREDECESSORS), Policy.DESCENDANTS);
        }
        Manager template = new TemplateManager(Policy.ONCE);
        for (int spoke = 0; spoke < tasks; spoke++) {
            template.spokeAcquired(spoke);
        }
        return template;
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void whatConcernsOneTaskLeavesTheOthersAlone(Pattern pattern) {
        Manager manager = with(pattern, 3);
        assertThat(manager.invoked()).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.next(0)).isZero();
        assertThat(manager.preloading(0)).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.online(0)).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.returned(0)).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.next(1)).isEqualTo(1);
        assertThat(manager.uncaught(1, Verdict.EVAL_UNCAUGHT)).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.concluded()).isFalse();
        assertThat(manager.next(2)).isEqualTo(2);
        assertThat(manager.terminated(2, Verdict.EVAL_KILL)).isEqualTo(Interpretation.CONTINUE);
        assertThat(manager.concluded()).isTrue();
        assertThat(manager.taskCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void whatConcernsTheCommandEndsIt(Pattern pattern) {
        Manager manager = with(pattern, 3);
        assertThat(manager.spokesMissing()).isEqualTo(Interpretation.DROP_PENDING);
        assertThat(manager.executionExpired()).isEqualTo(Interpretation.TIME_OUT_ALL);
        assertThat(manager.callbackThrew()).isEqualTo(Interpretation.END_ALL);
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void whatIsPendingIsDroppedOnceAndWhatWasHandedOutIsNot(Pattern pattern) {
        Manager manager = with(pattern, 3);
        manager.next(0);
        assertThat(manager.drop()).isEqualTo(1);
        assertThat(manager.drop()).isEqualTo(2);
        assertThat(manager.drop()).isEqualTo(NONE);
        assertThat(manager.next(1)).isEqualTo(NONE);
        assertThat(manager.concluded()).isFalse();
        manager.unstarted(0, 0);
        assertThat(manager.drop()).isZero();
        assertThat(manager.concluded()).isTrue();
    }

    @Test
    void aListHandsOutItsTasksInOrderToWhoeverAsks() {
        assertThat(list.next(1)).isZero();
        assertThat(list.next(0)).isEqualTo(1);
        assertThat(list.next(1)).isEqualTo(2);
        assertThat(list.next(0)).isEqualTo(NONE);
        assertThat(list.acquisition()).isEqualTo(Acquisition.OPEN);
    }

    @Test
    void howManyTasksThereAreForAnySpokeThatAsks() {
        assertThat(list.pending()).isEqualTo(3);
        list.next(0);
        list.next(0);
        list.next(0);
        assertThat(list.pending()).isZero();
        list.unstarted(1, 0);
        assertThat(list.pending()).isEqualTo(1);

        DagManager dag = new DagManager(List.of(new int[] {}, new int[] {0}, new int[] {0}), Policy.DESCENDANTS);
        assertThat(dag.pending()).isEqualTo(1);
        dag.next(0);
        assertThat(dag.pending()).isZero();
        dag.returned(0);
        assertThat(dag.pending()).isEqualTo(2);
        dag.drop();
        assertThat(dag.pending()).isEqualTo(1);
        assertThat(dag.next(0)).isEqualTo(2);
        assertThat(dag.pending()).isZero();
        dag.unstarted(2, 0);
        assertThat(dag.pending()).isEqualTo(1);

        RepeatManager repeat = new RepeatManager(2);
        repeat.next(0);
        assertThat(repeat.pending()).isEqualTo(1);

        template.spokeAcquired(0);
        assertThat(template.pending()).isZero();
    }

    @Test
    void whatComesBackWhileADagIsDroppedIsDroppedNextTheLowestFirst() {
        DagManager dag = new DagManager(Collections.nCopies(5, TaskSpec.NO_PREDECESSORS), Policy.DESCENDANTS);
        dag.next(0);
        dag.next(0);
        dag.next(0);
        assertThat(dag.drop()).isEqualTo(3);
        dag.unstarted(2, 0);
        dag.unstarted(0, 0);
        assertThat(List.of(dag.drop(), dag.drop(), dag.drop(), dag.drop())).containsExactly(0, 2, 4, NONE);
        dag.unstarted(1, 0);
        assertThat(List.of(dag.drop(), dag.drop())).containsExactly(1, NONE);
        assertThat(dag.concluded()).isTrue();
    }

    @Test
    void aListHandsOutWhatNeverStartedBeforeAnythingElse() {
        list.next(0);
        list.next(0);
        list.unstarted(0, 0);
        list.unstarted(1, 0);
        assertThat(list.next(1)).isZero();
        assertThat(list.next(1)).isEqualTo(1);
        assertThat(list.next(1)).isEqualTo(2);
    }

    @Test
    void aListWithoutTasksIsConcluded() {
        assertThat(new ListManager(0, Policy.ISOLATED).concluded()).isTrue();
        assertThat(new ListManager(0, Policy.ISOLATED).drop()).isEqualTo(NONE);
    }

    @Test
    void aTemplateHasATaskForEachSpokeAndForNoOther() {
        template.spokeAcquired(0);
        template.spokeAcquired(1);
        assertThat(template.next(1)).isEqualTo(1);
        assertThat(template.next(1)).isEqualTo(NONE);
        assertThat(template.next(2)).isEqualTo(NONE);
        assertThat(template.next(0)).isZero();
        assertThat(template.acquisition()).isEqualTo(Acquisition.UNTIL_DEADLINE);
    }

    @Test
    void aCloneThatNeverStartedStaysWithItsSpoke() {
        template.spokeAcquired(0);
        template.spokeAcquired(1);
        template.next(0);
        template.next(1);
        template.unstarted(0, 0);
        assertThat(template.next(1)).isEqualTo(NONE);
        assertThat(template.next(0)).isZero();
    }

    @Test
    void aTemplateThatNoSpokeTookStillHasTheOneTaskOfItsUser() {
        assertThat(template.concluded()).isFalse();
        assertThat(template.drop()).isZero();
        assertThat(template.drop()).isEqualTo(NONE);
        assertThat(template.taskCount()).isEqualTo(1);
        assertThat(template.concluded()).isTrue();
    }

    /** {@code 0 → 1 → 3 ← 2}, and 4 apart from them. */
    private static DagManager diamond() {
        return new DagManager(
                List.of(new int[] {}, new int[] {0}, new int[] {}, new int[] {1, 2}, new int[] {}), Policy.DESCENDANTS);
    }

    @Test
    void aTaskOfADagIsReadyWhenAllItsPredecessorsReturned() {
        DagManager dag = diamond();
        assertThat(List.of(dag.next(0), dag.next(0), dag.next(0))).containsExactly(0, 2, 4);
        assertThat(dag.next(0)).isEqualTo(NONE);
        assertThat(dag.returned(2)).isEqualTo(Interpretation.CONTINUE);
        assertThat(dag.returned(0)).isEqualTo(Interpretation.SCHEDULE);
        assertThat(dag.next(0)).isEqualTo(1);
        assertThat(dag.next(0)).isEqualTo(NONE);
        assertThat(dag.returned(1)).isEqualTo(Interpretation.SCHEDULE);
        assertThat(dag.next(0)).isEqualTo(3);
        dag.returned(3);
        dag.returned(4);
        assertThat(dag.concluded()).isTrue();
    }

    @Test
    void aFailureInADagDropsItsDescendantsAndNoOneElse() {
        DagManager dag = diamond();
        dag.next(0);
        assertThat(dag.terminated(0, Verdict.EVAL_KILL)).isEqualTo(Interpretation.DROP_DOOMED);
        assertThat(List.of(dag.takeDoomed(), dag.takeDoomed(), dag.takeDoomed()))
                .containsExactly(1, 3, NONE);
        assertThat(dag.next(0)).isEqualTo(2);
        assertThat(dag.returned(2)).isEqualTo(Interpretation.CONTINUE);
        assertThat(dag.next(0)).isEqualTo(4);
        assertThat(dag.uncaught(4, Verdict.EVAL_UNCAUGHT)).isEqualTo(Interpretation.CONTINUE);
        assertThat(dag.concluded()).isTrue();
    }

    @Test
    void aTaskThatTwoFailuresDoomIsDroppedOnce() {
        DagManager dag = diamond();
        dag.next(0);
        dag.next(0);
        dag.uncaught(2, Verdict.EVAL_UNCAUGHT);
        assertThat(dag.takeDoomed()).isEqualTo(3);
        dag.uncaught(0, Verdict.EVAL_UNCAUGHT);
        assertThat(List.of(dag.takeDoomed(), dag.takeDoomed())).containsExactly(1, NONE);
    }

    @Test
    void aTaskOfADagThatNeverStartedIsReadyAgain() {
        DagManager dag = diamond();
        dag.next(0);
        dag.unstarted(0, 0);
        assertThat(List.of(dag.next(0), dag.next(0), dag.next(0), dag.next(0))).containsExactly(2, 4, 0, NONE);
    }

    @Test
    void aTaskThatNeedsTheSamePredecessorTwiceNeedsItOnce() {
        DagManager dag = new DagManager(List.of(new int[] {}, new int[] {0, 0}), Policy.DESCENDANTS);
        dag.next(0);
        assertThat(dag.returned(0)).isEqualTo(Interpretation.SCHEDULE);
        assertThat(dag.next(0)).isEqualTo(1);
        assertThat(dag.next(0)).isEqualTo(NONE);
    }

    @Test
    void aTaskCannotNeedItselfOrOneThatComesAfterIt() {
        assertThatThrownBy(() -> new DagManager(List.of(new int[] {0}), Policy.DESCENDANTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task 0 cannot need task 0");
    }
}
