package org.spmjava.report;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/**
 * A session as the report's script reads it. Times are whole microseconds from the session's begin, verdicts their
 * numbers, commands their places in the list of commands.
 */
final class ReportData {

    private static final int MOST_PIECES = 40_000;
    /** Beyond that, their labels go; a page with that many failures has one cause. */
    private static final int MOST_FAILURES_WITH_LABELS = 20_000;

    private static final int MOST_SLOWEST = 25;
    private static final int MOST_FAILED = 100;
    private static final int MOST_MEMBERS = 256;
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_REASON = 400;

    private final Snapshot snapshot;
    private final List<Lane> lanes;
    private final Map<Integer, Integer> places = new HashMap<>();

    ReportData(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.lanes = snapshot.lanes();
        for (CommandView command : snapshot.commands()) {
            places.put(command.number(), places.size());
        }
    }

    /** Without anything that HTML could mistake for its own. */
    void write(Writer out) throws IOException {
        // Its writer is the caller's to close.
        @SuppressWarnings("resource")
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(true);
        json.setStrictness(Strictness.STRICT);
        json.beginObject();
        json.name("end").value(us(snapshot.endNs()));
        json.name("verdicts").beginArray();
        for (Verdict verdict : Verdict.values()) {
            json.value(verdict.toString());
        }
        json.endArray();
        json.name("notes").beginArray();
        for (String note : snapshot.notes()) {
            json.value(note);
        }
        json.endArray();
        json.name("commands").beginArray();
        for (CommandView command : snapshot.commands()) {
            command(json, command);
        }
        json.endArray();
        json.name("lanes").beginArray();
        List<Strip> strips = Strip.of(lanes, MOST_PIECES);
        long failures = snapshot.commands().stream()
                .mapToLong(command -> command.totals().notReturned())
                .sum();
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(json, lanes.get(lane), strips.get(lane), failures <= MOST_FAILURES_WITH_LABELS);
        }
        json.endArray();
        slowest(json);
        failed(json);
        json.endObject();
        json.flush();
    }

    private void command(JsonWriter json, CommandView command) throws IOException {
        Totals totals = command.totals();
        json.beginObject();
        json.name("number").value(command.number());
        json.name("signature").value(command.signature());
        json.name("management").value(command.management());
        json.name("state").value(command.state().display());
        json.name("begin").value(us(command.beginNs()));
        json.name("end").value(us(command.endNs()));
        json.name("tasks").value(totals.count());
        json.name("counts").beginObject();
        for (Map.Entry<Verdict, Long> count : totals.counts().entrySet()) {
            json.name(Integer.toString(count.getKey().ordinal())).value(count.getValue());
        }
        json.endObject();
        json.name("slots").value(totals.slots());
        json.name("incarnations").value(totals.spokes().size());
        json.name("first").value(us(totals.firstStartNs()));
        json.name("last").value(us(totals.lastEndNs()));
        json.name("busy").value(us(totals.busyNs()));
        json.name("efficiency").value(command.efficiency());
        json.name("residue").beginArray();
        for (String text : command.residue()) {
            json.value(text);
        }
        json.endArray();
        if (command.isDag() && command.leftOut() == 0) {
            json.name("dag");
            new DagData(command).write(json);
        }
        if (command.unit() && command.tasks().size() <= MOST_MEMBERS) {
            json.name("members").beginArray();
            for (EndedTask task : command.tasks()) {
                task(json, command, task);
            }
            json.endArray();
        }
        json.endObject();
    }

    private void lane(JsonWriter json, Lane lane, Strip strip, boolean labels) throws IOException {
        Map<Long, long[]> work = new HashMap<>();
        for (Lane.Bar bar : lane.bars()) {
            SpokeIdentity spoke = bar.task().outcome().spoke().orElseThrow();
            long[] sums = work.computeIfAbsent(spoke.incarnation(), incarnation -> new long[2]);
            sums[0]++;
            sums[1] += bar.durationNs();
        }
        json.beginObject();
        json.name("slot").value(lane.slot());
        json.name("host").value(lane.host());
        json.name("spokes").beginArray();
        for (SpokeLog spoke : lane.spokes()) {
            long[] sums = work.getOrDefault(spoke.identity().incarnation(), new long[2]);
            json.beginObject();
            json.name("name").value(spoke.identity().whoAmI());
            json.name("joined").value(spoke.joinedNs() == SpokeLog.NEVER ? -1 : us(spoke.joinedNs()));
            json.name("left").value(spoke.diedEarly() ? us(spoke.leftNs()) : -1);
            json.name("reason").value(cut(spoke.diedEarly() ? spoke.reason() : "", LONGEST_REASON));
            json.name("tasks").value(sums[0]);
            json.name("busy").value(us(sums[1]));
            json.endObject();
        }
        json.endArray();
        json.name("pieces").beginArray();
        for (Strip.Piece piece : strip.pieces()) {
            piece(json, piece, labels);
        }
        json.endArray();
        json.endObject();
    }

    /**
     * A task is {@code [begin, duration, command, verdict, task, label]}, many are {@code [begin, duration, command,
     * -1, count, busy]}.
     */
    private void piece(JsonWriter json, Strip.Piece piece, boolean labels) throws IOException {
        json.beginArray();
        if (piece instanceof Strip.One one) {
            Lane.Bar bar = one.bar();
            json.value(us(bar.startNs())).value(us(bar.durationNs()));
            json.value(places.get(bar.command().number()));
            json.value(bar.task().verdict().ordinal());
            json.value(bar.task().number());
            if (labels) {
                json.value(cut(bar.task().label(), LONGEST_LABEL));
            }
        } else if (piece instanceof Strip.Many many) {
            json.value(us(many.startNs())).value(us(many.endNs() - many.startNs()));
            json.value(places.get(many.command().number()));
            json.value(-1).value(many.count()).value(us(many.busyNs()));
        }
        json.endArray();
    }

    private void slowest(JsonWriter json) throws IOException {
        Comparator<Lane.Bar> byDuration = Comparator.comparingLong(Lane.Bar::durationNs);
        PriorityQueue<Lane.Bar> slowest = new PriorityQueue<>(byDuration);
        for (Lane lane : lanes) {
            for (Lane.Bar bar : lane.bars()) {
                slowest.add(bar);
                if (slowest.size() > MOST_SLOWEST) {
                    slowest.remove();
                }
            }
        }
        List<Lane.Bar> sorted = new ArrayList<>(slowest);
        sorted.sort(byDuration.reversed());
        json.name("slowest").beginArray();
        for (Lane.Bar bar : sorted) {
            task(json, bar.command(), bar.task());
        }
        json.endArray();
    }

    /** What was dropped comes last: it was for another's failure that it was. */
    private void failed(JsonWriter json) throws IOException {
        json.name("failed").beginArray();
        int left = MOST_FAILED;
        left = failed(json, verdict -> !verdict.returned() && verdict != Verdict.DROPPED, left);
        failed(json, verdict -> verdict == Verdict.DROPPED, left);
        json.endArray();
    }

    private int failed(JsonWriter json, Predicate<Verdict> which, int most) throws IOException {
        int left = most;
        for (CommandView command : snapshot.commands()) {
            for (EndedTask task : command.tasks()) {
                if (left > 0 && which.test(task.verdict())) {
                    task(json, command, task);
                    left--;
                }
            }
        }
        return left;
    }

    private void task(JsonWriter json, CommandView command, EndedTask task) throws IOException {
        json.beginObject();
        json.name("command").value(places.get(command.number()));
        json.name("task").value(task.number());
        json.name("label").value(cut(task.label(), LONGEST_LABEL));
        json.name("verdict").value(task.verdict().ordinal());
        json.name("spoke")
                .value(task.outcome().spoke().map(SpokeIdentity::whoAmI).orElse(""));
        json.name("begin").value(us(command.beginNs() + task.startNs()));
        json.name("took").value(us(task.durationNs()));
        json.name("reason").value(cut(task.reason(), LONGEST_REASON));
        json.endObject();
    }

    static long us(long ns) {
        return ns / 1_000;
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Not between the halves of a character.
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
