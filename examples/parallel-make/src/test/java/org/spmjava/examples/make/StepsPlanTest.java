package org.spmjava.examples.make;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.examples.make.Plan.Fate;

class StepsPlanTest {

    private static Step step(String name, List<Integer> after, List<Integer> turn) {
        return new Step(
                name,
                name,
                "/",
                new Step.Work(List.of(), Map.of(), Set.of(), "", ""),
                new Step.Files(Map.of(), List.of(), 0, false, false, false, ""),
                "",
                after,
                turn);
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).toList();
    }

    @Test
    void aStepIsNotLostIfAnEarlierOneOfItsPoolFails() {
        List<Step> steps = List.of(
                step("a", List.of(), List.of()), step("b", List.of(), List.of(0)), step("c", List.of(0), List.of()));
        StepsPlan plan = new StepsPlan(steps, true);
        assertThat(names(plan.next())).containsExactly("a", "b", "c");
        plan.concluded(List.of(Fate.FAILED, Fate.DROPPED, Fate.DROPPED));
        List<Step> second = plan.next();
        assertThat(names(second)).containsExactly("b");
        assertThat(second.get(0).turn()).isEmpty();
        plan.concluded(List.of(Fate.MADE));
        assertThat(plan.next()).isEmpty();
        assertThat(plan.isComplete()).isFalse();
    }

    @Test
    void afterAFailureNothingFollowsUnlessItIsAskedFor() {
        StepsPlan plan =
                new StepsPlan(List.of(step("a", List.of(), List.of()), step("b", List.of(), List.of())), false);
        plan.next();
        plan.concluded(List.of(Fate.FAILED, Fate.DROPPED));
        assertThat(plan.next()).isEmpty();
        assertThat(plan.isComplete()).isFalse();
    }

    @Test
    void whatWasKilledIsTakenUpOnceWithWhatNeedsIt() {
        List<Step> steps = List.of(
                step("a", List.of(), List.of()), step("b", List.of(), List.of()), step("c", List.of(0, 1), List.of()));
        StepsPlan plan = new StepsPlan(steps, false);
        plan.next();
        plan.concluded(List.of(Fate.MADE, Fate.KILLED, Fate.DROPPED));
        List<Step> second = plan.next();
        assertThat(names(second)).containsExactly("b", "c");
        assertThat(second.get(1).after()).containsExactly(0);
        plan.concluded(List.of(Fate.KILLED, Fate.DROPPED));
        assertThat(plan.next()).isEmpty();
        assertThat(plan.isComplete()).isFalse();
    }

    @Test
    void aBuildInWhichEverythingIsMadeIsComplete() {
        StepsPlan plan = new StepsPlan(List.of(step("a", List.of(), List.of())), false);
        plan.next();
        plan.concluded(List.of(Fate.MADE));
        assertThat(plan.next()).isEmpty();
        assertThat(plan.isComplete()).isTrue();
        assertThat(new StepsPlan(List.of(), false).isComplete()).isTrue();
    }
}
