package org.spmjava.tests.endtoend;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.error.SPMInvariantViolation;

/** Returns structs, enums and arrays of the typedef. */
@TaskManager(typedef = "Surveys.spmtype")
final class Surveys {

    private Surveys() {}

    @Online
    @Spoke
    static Map<String, SurveysTask.Survey> taskEval(SurveysTask task) {
        if (task.places() < 0) {
            throw new IllegalArgumentException("fewer than none");
        }
        List<SurveysTask.Place> places = IntStream.range(0, task.places())
                .mapToObj(i -> new SurveysTask.Place(i, -i))
                .toList();
        SurveysTask.Survey survey = SurveysTask.Survey.of(SurveysTask.Mood.WILD)
                .withPlaces(places)
                .withMoods(Map.of("first", SurveysTask.Mood.CALM))
                .withCounts(new long[] {task.places(), Long.MAX_VALUE});
        return Map.of(howItEnded(task), survey);
    }

    /** Nobody knows how a task ended before it has. */
    private static String howItEnded(SurveysTask task) {
        try {
            return "returned " + task.spm().stat().returnValue();
        } catch (SPMInvariantViolation notYet) {
            return task.spm().stat().exception().isEmpty() ? "not yet" : "failed";
        }
    }
}
