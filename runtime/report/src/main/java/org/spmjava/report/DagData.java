package org.spmjava.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spmjava.api.Verdict;

/** The tasks of a DAG as the report's script draws them: all of a small one, of others the critical path. */
final class DagData {

    private static final int MOST_DRAWN = 300;
    private static final int MOST_EDGES_DRAWN = 1_200;
    private static final int MOST_OF_A_PATH = 500;
    private static final int LONGEST_LABEL = 80;

    private final List<int[]> predecessors;
    private final Map<Integer, EndedTask> tasks = new HashMap<>();

    DagData(CommandView command) {

        this.predecessors = command.predecessors();
        command.tasks().forEach(task -> tasks.put(task.number(), task));
    }

    void write(JsonWriter json) throws IOException {
        long[] durationsNs = new long[predecessors.size()];
        long edges = 0;
        for (int task = 0; task < durationsNs.length; task++) {
            durationsNs[task] = tasks.containsKey(task) ? tasks.get(task).durationNs() : 0;
            edges += predecessors.get(task).length;
        }
        CriticalPath path = CriticalPath.of(predecessors, durationsNs);
        json.beginObject();
        json.name("tasks").value(predecessors.size());
        json.name("edges").value(edges);
        json.name("length").value(ReportData.us(path.lengthNs()));
        json.name("steps").value(path.tasks().size());
        json.name("path").beginArray();
        for (int task :
                path.tasks().subList(0, Math.min(MOST_OF_A_PATH, path.tasks().size()))) {
            task(json, task, false);
        }
        json.endArray();
        if (predecessors.size() <= MOST_DRAWN && edges <= MOST_EDGES_DRAWN) {
            json.name("layers").beginArray();
            for (List<Integer> layer : Layers.of(predecessors).layers()) {
                json.beginArray();
                for (int task : layer) {
                    task(json, task, true);
                }
                json.endArray();
            }
            json.endArray();
        }
        json.endObject();
    }

    private void task(JsonWriter json, int number, boolean drawn) throws IOException {
        EndedTask task = tasks.get(number);
        json.beginObject();
        json.name("task").value(number);
        if (task != null) {
            json.name("label").value(ReportData.cut(task.label(), LONGEST_LABEL));
            json.name("verdict").value(task.verdict().ordinal());
            json.name("begin").value(ReportData.us(task.startNs()));
            json.name("took").value(ReportData.us(task.durationNs()));
            json.name("ran").value(task.verdict() != Verdict.DROPPED);
        } else {
            json.name("label").value("task " + number);
            json.name("verdict").value(-1);
            json.name("begin").value(0);
            json.name("took").value(0);
            json.name("ran").value(false);
        }
        if (drawn) {
            json.name("needs").beginArray();
            for (int needed : predecessors.get(number)) {
                json.value(needed);
            }
            json.endArray();
        }
        json.endObject();
    }
}
