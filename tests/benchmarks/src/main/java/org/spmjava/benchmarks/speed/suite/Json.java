package org.spmjava.benchmarks.speed.suite;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;

/** Writes everything that was measured, for programs. */
final class Json {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Json() {}

    /**
     * The whole as text.
     *
     * @param begun when the first was measured
     * @param seconds how long it took
     */
    static String of(Machine machine, Instant begun, double seconds, List<LineResult> results) {
        JsonObject all = new JsonObject();
        all.addProperty("begun", begun.toString());
        all.addProperty("seconds", seconds);
        all.add("machine", GSON.toJsonTree(machine));
        JsonArray lines = new JsonArray();
        results.forEach(result -> lines.add(of(result)));
        all.add("lines", lines);
        return GSON.toJson(all) + "\n";
    }

    private static JsonObject of(LineResult result) {
        JsonObject line = new JsonObject();
        line.addProperty("name", result.line().name());
        line.addProperty("says", result.line().says());
        JsonArray contestants = new JsonArray();
        for (Contestant contestant : result.line().contestants()) {
            JsonObject one = new JsonObject();
            one.addProperty("name", contestant.name());
            one.addProperty("says", contestant.says());
            if (result.notMeasured().containsKey(contestant.name())) {
                one.addProperty("notMeasured", result.notMeasured().get(contestant.name()));
            }
            contestants.add(one);
        }
        line.add("contestants", contestants);
        JsonArray figures = new JsonArray();
        result.line().figures().forEach(figure -> figures.add(of(result, figure)));
        line.add("figures", figures);
        line.add("repetitions", GSON.toJsonTree(result.taken()));
        return line;
    }

    private static JsonObject of(LineResult result, Figure figure) {
        JsonObject one = new JsonObject();
        one.addProperty("name", figure.name());
        one.addProperty("unit", figure.unit());
        one.addProperty("better", figure.better().name());
        one.addProperty("target", figure.target().text());
        JsonObject medians = new JsonObject();
        for (Contestant contestant : result.line().contestants()) {
            result.figures(contestant.name(), figure.name())
                    .map(Figures::median)
                    .ifPresent(median -> medians.addProperty(contestant.name(), median));
        }
        one.add("medians", medians);
        return one;
    }
}
