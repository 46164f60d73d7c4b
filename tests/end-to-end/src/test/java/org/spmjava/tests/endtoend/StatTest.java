package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMTaskDropped;
import org.spmjava.api.error.SPMTaskEvalUncaught;
import org.spmjava.core.SerialVirtualCloud;

/** How a task ended is told by its payload, with the types of the typedef. */
@ExtendWith(Census.class)
class StatTest {

    static Stream<Arguments> clouds() {
        Supplier<VirtualCloud> processes = Clouds::ofTwoSpokes;
        Supplier<VirtualCloud> serial = () -> SerialVirtualCloud.create(CloudOptions.defaults());
        return Stream.of(Arguments.of("processes", processes), Arguments.of("serial", serial));
    }

    private static void push(SurveysManager manager, int places) {
        manager.task()
                .label("of " + places)
                .module(SurveysTask.Module.SURVEYS)
                .places(places)
                .push();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clouds")
    void thePayloadTellsHowItsTaskEnded(String name, Supplier<VirtualCloud> clouds) throws Exception {
        Map<Integer, SurveysTask> ended = new HashMap<>();
        try (VirtualCloud cloud = clouds.get()) {
            SurveysManager manager = SurveysManager.define(
                    cloud, status -> ended.put(status.task().places(), status.task()));
            push(manager, 2);
            push(manager, -1);
            manager.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION);
        }
        SurveysTask.Stat returned = ended.get(2).spm().stat();
        assertThat(returned.exception()).isEqualTo(Optional.empty());
        SurveysTask.Survey survey = SurveysTask.Survey.of(SurveysTask.Mood.WILD)
                .withPlaces(List.of(new SurveysTask.Place(0, -0), new SurveysTask.Place(1, -1)))
                .withMoods(Map.of("first", SurveysTask.Mood.CALM))
                .withCounts(new long[] {2, Long.MAX_VALUE});
        assertThat(returned.returnValue()).isEqualTo(Map.of("not yet", survey));

        SurveysTask.Stat failed = ended.get(-1).spm().stat();
        assertThat(failed.exception()).containsInstanceOf(SPMTaskEvalUncaught.class);
        assertThatThrownBy(failed::returnValue)
                .isInstanceOf(SPMTaskEvalUncaught.class)
                .hasMessageContaining("fewer than none");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clouds")
    void aTaskThatWasDroppedTellsSo(String name, Supplier<VirtualCloud> clouds) throws Exception {
        Map<Integer, SurveysTask> ended = new HashMap<>();
        try (VirtualCloud cloud = clouds.get()) {
            SurveysManager manager = SurveysManager.define(
                    cloud, status -> ended.put(status.task().places(), status.task()));
            push(manager, 3);
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(1_000),
                    SpokeCount.DEFAULT,
                    Timeout.afterMillis(1),
                    Clouds.EXECUTION);
        }
        assertThatThrownBy(() -> ended.get(3).spm().stat().returnValue()).isInstanceOf(SPMTaskDropped.class);
    }
}
