package org.spmjava.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A session in Chrome's trace event format. Times are in microseconds from the session's begin. The commands are
 * process 1; each host is a process after it, each of its slots a thread.
 */
final class ChromeTrace {

    private static final int COMMANDS = 1;
    private static final int ONE_THREAD = 1;
    private static final int MOST_ARROWS = 2_000;
    private static final double NS_PER_US = 1_000;

    private final Snapshot snapshot;
    private final List<Lane> lanes;
    /** By host. */
    private final TreeMap<String, Integer> processes = new TreeMap<>();

    ChromeTrace(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.lanes = snapshot.lanes();
        lanes.forEach(lane -> processes.putIfAbsent(lane.host(), 0));
        int next = COMMANDS;
        for (Map.Entry<String, Integer> process : processes.entrySet()) {
            process.setValue(++next);
        }
    }

    void write(Writer out) throws IOException {
        // Its writer is the caller's to close.
        @SuppressWarnings("resource")
        JsonWriter json = new JsonWriter(out);
        json.beginObject().name("displayTimeUnit").value("ms");
        json.name("otherData").beginObject().name("producer").value("SPM.Java");
        int note = 0;
        for (String text : snapshot.notes()) {
            json.name("note " + ++note).value(text);
        }
        json.endObject();
        json.name("traceEvents").beginArray();
        names(json);
        commands(json);
        for (Lane lane : lanes) {
            lane(json, lane);
        }
        for (CommandView command : snapshot.commands()) {
            arrows(json, command);
        }
        json.endArray().endObject();
        json.flush();
    }

    private void names(JsonWriter json) throws IOException {
        name(json, "process_name", COMMANDS, 0, "Commands");
        name(json, "thread_name", COMMANDS, ONE_THREAD, "manage");
        for (Map.Entry<String, Integer> process : processes.entrySet()) {
            name(json, "process_name", process.getValue(), 0, "Spokes on " + process.getKey());
        }
        for (Lane lane : lanes) {
            int process = processes.get(lane.host());
            name(json, "thread_name", process, thread(lane), "Spoke " + lane.slot());
            begin(json, "M", "thread_sort_index", process, thread(lane));
            json.name("args")
                    .beginObject()
                    .name("sort_index")
                    .value(lane.slot())
                    .endObject();
            json.endObject();
        }
    }

    private static void name(JsonWriter json, String what, int process, int thread, String name) throws IOException {
        begin(json, "M", what, process, thread);
        json.name("args").beginObject().name("name").value(name).endObject();
        json.endObject();
    }

    /** Viewers take thread 0 for something else. */
    private static int thread(Lane lane) {
        return lane.slot() + 1;
    }

    private void commands(JsonWriter json) throws IOException {
        for (CommandView command : snapshot.commands()) {
            begin(json, "X", "#" + command.number() + " " + command.signature(), COMMANDS, ONE_THREAD);
            json.name("cat").value("command");
            time(json, "ts", command.beginNs());
            time(json, "dur", command.durationNs());
            json.name("args").beginObject();
            json.name("command").value(command.number());
            json.name("management").value(command.management());
            json.name("manage").value(command.state().display());
            json.name("tasks").value(command.totals().count());
            json.name("not returned").value(command.totals().notReturned());
            json.name("parallel efficiency").value(Math.round(command.efficiency() * 1_000) / 1_000.0);
            json.endObject().endObject();
        }
    }

    private void lane(JsonWriter json, Lane lane) throws IOException {
        int process = processes.get(lane.host());
        for (SpokeLog spoke : lane.spokes()) {
            String who = spoke.identity().whoAmI();
            if (spoke.joinedNs() != SpokeLog.NEVER) {
                news(json, process, lane, spoke.joinedNs(), who + " joined", "");
            }
            if (spoke.diedEarly()) {
                news(json, process, lane, spoke.leftNs(), who + " died", spoke.reason());
            }
        }
        for (Lane.Bar bar : lane.bars()) {
            task(json, process, lane, bar);
        }
    }

    private static void news(JsonWriter json, int process, Lane lane, long atNs, String what, String reason)
            throws IOException {
        begin(json, "i", what, process, thread(lane));
        json.name("cat").value("spoke");
        json.name("s").value("t");
        time(json, "ts", atNs);
        if (!reason.isEmpty()) {
            json.name("args").beginObject().name("reason").value(reason).endObject();
        }
        json.endObject();
    }

    private static void task(JsonWriter json, int process, Lane lane, Lane.Bar bar) throws IOException {
        EndedTask task = bar.task();
        begin(json, "X", task.label(), process, thread(lane));
        json.name("cat").value(task.verdict().toString());
        time(json, "ts", bar.startNs());
        time(json, "dur", bar.durationNs());
        json.name("args").beginObject();
        json.name("verdict").value(task.verdict().toString());
        json.name("command").value(bar.command().number());
        json.name("task").value(task.number());
        json.name("spoke").value(task.outcome().spoke().orElseThrow().whoAmI());
        if (!task.reason().isEmpty()) {
            json.name("reason").value(task.reason());
        }
        json.endObject().endObject();
    }

    /** From the end of each task to the begin of each that needed it and ran. */
    private void arrows(JsonWriter json, CommandView command) throws IOException {
        long edges =
                command.predecessors().stream().mapToLong(some -> some.length).sum();
        if (edges == 0 || edges > MOST_ARROWS) {
            return;
        }
        Map<Integer, Ran> ran = new HashMap<>();
        for (Lane lane : lanes) {
            for (Lane.Bar bar : lane.bars()) {
                if (bar.command().number() == command.number()) {
                    ran.put(bar.task().number(), new Ran(lane, bar));
                }
            }
        }
        int arrow = 0;
        for (int task = 0; task < command.predecessors().size(); task++) {
            for (int needed : command.predecessors().get(task)) {
                if (ran.containsKey(task) && ran.containsKey(needed)) {
                    String id = command.number() + "." + ++arrow;
                    Ran from = ran.get(needed);
                    // Within the slice, or else no viewer knows whose end it is.
                    long withinNs = Math.min(1_000, from.bar.durationNs() / 2);
                    end(json, "s", id, from, from.bar.endNs() - withinNs);
                    end(json, "f", id, ran.get(task), ran.get(task).bar.startNs());
                }
            }
        }
    }

    private record Ran(Lane lane, Lane.Bar bar) {}

    private void end(JsonWriter json, String phase, String id, Ran ran, long atNs) throws IOException {
        begin(json, phase, "needed", processes.get(ran.lane.host()), thread(ran.lane));
        json.name("cat").value("dag");
        json.name("id").value(id);
        if (phase.equals("f")) {
            json.name("bp").value("e");
        }
        time(json, "ts", atNs);
        json.endObject();
    }

    private static void begin(JsonWriter json, String phase, String name, int process, int thread) throws IOException {
        json.beginObject();
        json.name("ph").value(phase);
        json.name("name").value(name);
        json.name("pid").value(process);
        json.name("tid").value(thread);
    }

    private static void time(JsonWriter json, String name, long ns) throws IOException {
        json.name(name).value(ns / NS_PER_US);
    }
}
