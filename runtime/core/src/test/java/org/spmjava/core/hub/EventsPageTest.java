package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.core.hub.HubUnderTest.KILLED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.Pattern;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.TaskFinal;

/**
 * The page of events tells the truth: every cell of its tables is what the managers, and the Hub's core around them, do
 * when the event happens to them. After a change on purpose, run with {@code -Dspm.goldens=write} and read the
 * difference.
 */
class EventsPageTest {

    private static final Path PAGE = Path.of("EVENTS.md");
    private static final String NOTHING = "–";

    @Test
    void thePageSaysWhatTheManagersDo() throws IOException {
        String before = Files.readString(PAGE);
        String page = table(table(before, "events", events()), "policies", policies());
        if ("write".equals(System.getProperty("spm.goldens"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String table(String page, String name, String table) {
        String begin = "<!-- " + name + ": generated -->\n\n";
        String end = "\n<!-- end of " + name + " -->";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + table + page.substring(page.indexOf(end));
    }

    /** A column for all managements that interpret every event alike, whatever they do with a primitive. */
    private static String events() {
        Map<List<String>, List<Stage>> columns = new LinkedHashMap<>();
        for (Stage stage : managements()) {
            columns.computeIfAbsent(column(stage), unused -> new ArrayList<>()).add(stage);
        }
        StringBuilder text = new StringBuilder();
        row(text, "event", columns.values().stream().map(EventsPageTest::names).toList());
        row(text, "---", columns.keySet().stream().map(column -> "---").toList());
        for (ManagerEvent event : ManagerEvent.values()) {
            List<String> cells = new ArrayList<>();
            columns.forEach((column, stages) ->
                    cells.add(event == ManagerEvent.PRIMITIVE_USED ? primitive(stages) : column.get(event.ordinal())));
            row(text, (event.isOnSpoke() ? "*Spoke:* " : "*Hub:* ") + event, cells);
        }
        return text.toString();
    }

    private static List<String> column(Stage stage) {
        List<String> cells = new ArrayList<>();
        for (ManagerEvent event : ManagerEvent.values()) {
            Set<String> answers = Interpreted.of(stage, event);
            cells.add(answers.isEmpty() ? NOTHING : String.join("; or: ", answers));
        }
        return cells;
    }

    private static List<Stage> managements() {
        return Stage.all().stream().filter(stage -> !stage.combining()).toList();
    }

    private static String names(List<Stage> stages) {
        return stages.stream()
                .map(stage -> name(stage, stages.stream().anyMatch(other -> differsInGrain(stage, other))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean differsInGrain(Stage stage, Stage other) {
        return stage.row().pattern() == Pattern.TEMPLATE
                && stage.row().grain() == Grain.GENERAL
                && other.row().grain() == Grain.GENERAL;
    }

    private static String name(Stage stage, boolean withGrain) {
        String name = "`" + stage.row().pattern() + "` `" + stage.policy() + "`";
        return withGrain ? name + " `" + stage.row().grain() + "`" : name;
    }

    private static String primitive(List<Stage> stages) {
        Map<String, Set<Grain>> grains = new LinkedHashMap<>();
        for (Stage stage : stages) {
            boolean heard = stage.running().asks(1).answers.get(0) instanceof HubEffect.Spoken;
            String answer = heard ? "a callback is called; " + only(stage) : "refused";
            grains.computeIfAbsent(answer, unused -> new LinkedHashSet<>())
                    .add(stage.row().grain());
        }
        return grains.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + join(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String only(Stage stage) {
        return String.join("; or: ", Interpreted.of(stage, ManagerEvent.PRIMITIVE_USED));
    }

    private static String join(Set<Grain> grains) {
        return grains.stream().map(grain -> "`" + grain + "`").collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder text, String first, List<String> cells) {
        text.append("| ").append(first);
        cells.forEach(cell -> text.append(" | ").append(cell));
        text.append(" |\n");
    }

    private static String policies() {
        StringBuilder text = new StringBuilder();
        row(
                text,
                "policy",
                List.of(
                        "the first task returns",
                        "a Spoke is killed",
                        "a predecessor fails",
                        "a callback throws",
                        "a Spoke joins late",
                        "a task's deadline passes",
                        "the execution deadline passes"));
        row(text, "---", IntStream.range(0, 7).mapToObj(column -> "---").toList());
        Map<List<String>, Set<String>> lines = new LinkedHashMap<>();
        for (Stage stage : managements()) {
            boolean clonesTalk =
                    stage.row().pattern() == Pattern.TEMPLATE && stage.row().grain() == Grain.GENERAL;
            lines.computeIfAbsent(policy(stage), unused -> new LinkedHashSet<>())
                    .add(name(stage, clonesTalk));
        }
        lines.forEach((cells, names) -> row(text, String.join(", ", names), cells));
        return text.toString();
    }

    private static List<String> policy(Stage stage) {
        return List.of(
                outcome(stage, stage.running().returns(1), 1),
                outcome(stage, stage.running().exits(1, KILLED), 1),
                predecessor(stage),
                outcome(stage, stage.running().throwsInCallback(), Stage.SPOKES),
                late(stage),
                outcome(stage, stage.running().hideExits().fails(1, Verdict.EVAL_TIMEOUT), 1),
                outcome(stage, stage.running().at(Stage.EXECUTION_MS), Stage.SPOKES));
    }

    private static String predecessor(Stage stage) {
        TaskFinal successor =
                stage.running().fails(1, Verdict.EVAL_UNCAUGHT).finals.get(Stage.SUCCESSOR);
        boolean needs = stage.row().pattern() == Pattern.DAG;
        return !needs ? NOTHING : successor == null ? "the task waits" : "the task ends `" + successor.verdict() + "`";
    }

    private static String late(Stage stage) {
        return Fault.SPOKE_CAME_LATE.inject(stage).conclude().slots().contains(2) ? "it takes part" : "it is not taken";
    }

    /** What has become of the tasks that the event befell, of the others that ran, and of those that waited. */
    private static String outcome(Stage stage, Drill drill, int befallen) {
        List<String> parts = new ArrayList<>();
        String which = befallen == 1 ? "the task " : "what runs ";
        parts.add(which + (drill.finals.containsKey(0) ? "ends " + verdict(drill, 0, befallen) : "is held back"));
        if (befallen < Stage.SPOKES) {
            boolean gone = drill.finals.containsKey(befallen);
            parts.add(gone ? "the others that run end " + verdict(drill, befallen, Stage.SPOKES) : "the others go on");
        }
        boolean someWait = !stage.isClone();
        long dropped = IntStream.range(Stage.SPOKES, Stage.TASKS)
                .filter(drill.finals::containsKey)
                .count();
        if (someWait && dropped > 0) {
            boolean all = dropped == Stage.TASKS - Stage.SPOKES;
            parts.add((all ? "what waits ends " : "what needs it ends ") + verdict(drill, Stage.SPOKES, Stage.TASKS));
        } else if (someWait && drill.conclusion != null) {
            parts.add("nothing is repeated");
        }
        return String.join(", ", parts);
    }

    private static String verdict(Drill drill, int from, int to) {
        return drill.finals.subMap(from, to).values().stream()
                .map(last -> "`" + last.verdict() + "`")
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
