package org.spmjava.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spmjava.api.Pattern;
import org.spmjava.core.hub.HubEffect;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an event costs the Hub's core, by how many tasks and how many Spokes there are. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "Measures the Hub's core alone, told again what happened in a simulated session.")
public final class Growth implements Callable<Integer> {

    private static final int EVENTS_PER_REPETITION = 1_000_000;
    /** So long that a thousand Spokes end a few tasks a tick. */
    private static final int LONG_TASK_MS = 300;

    @Option(
            names = {"-r", "--repetitions"},
            defaultValue = "5",
            description = "How often everything is measured (default ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--tasks",
            split = ",",
            defaultValue = "1000,10000,100000,1000000",
            description = "Numbers of tasks, for 2 Spokes (default ${DEFAULT-VALUE}).")
    private List<Integer> taskCounts;

    @Option(
            names = "--spokes",
            split = ",",
            defaultValue = "2,10,100,1000",
            description = "Numbers of Spokes, for 100,000 short tasks and 10,000 long ones (default ${DEFAULT-VALUE}).")
    private List<Integer> spokeCounts;

    private final MarkdownTable table =
            new MarkdownTable(List.of("pattern", "tasks", "ms each", "Spokes", "events", "effects", "ns an event"));
    private long seen;

    private Growth() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Growth()).execute(args));
    }

    @Override
    public Integer call() {
        for (Pattern pattern : List.of(Pattern.LIST, Pattern.DAG, Pattern.TEMPLATE)) {
            measure(new Recording(pattern, 10_000, 10, 1));
        }
        for (Pattern pattern : List.of(Pattern.LIST, Pattern.DAG)) {
            for (int tasks : taskCounts) {
                add(pattern, tasks, 2, 1);
            }
        }
        for (Pattern pattern : List.of(Pattern.LIST, Pattern.DAG, Pattern.TEMPLATE)) {
            for (int spokes : spokeCounts) {
                add(pattern, 100_000, spokes, 1);
            }
            for (int spokes : spokeCounts) {
                add(pattern, 10_000, spokes, LONG_TASK_MS);
            }
        }
        table.print(System.out);
        return 0;
    }

    private void add(Pattern pattern, int tasks, int spokes, int taskMs) {
        Recording recording = new Recording(pattern, tasks, spokes, taskMs);
        table.add(List.of(
                pattern.toString(),
                String.format(Locale.ROOT, "%,d", tasks),
                Integer.toString(taskMs),
                String.format(Locale.ROOT, "%,d", spokes),
                String.format(Locale.ROOT, "%,d", recording.events()),
                String.format(Locale.ROOT, "%,d", recording.effects()),
                measure(recording).toString()));
    }

    /** In ns an event; a repetition has as many replays as make a million of them. */
    private Figures measure(Recording recording) {
        int replays = Math.max(1, EVENTS_PER_REPETITION / recording.events());
        List<Double> measured = new ArrayList<>();
        replay(recording, replays);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            // What the last one left is not to be collected in this one.
            System.gc();
            long sinceNs = System.nanoTime();
            replay(recording, replays);
            measured.add((System.nanoTime() - sinceNs) / ((double) replays * recording.events()));
        }
        return Figures.of(measured);
    }

    private void replay(Recording recording, int times) {
        long before = seen;
        for (int time = 0; time < times; time++) {
            recording.replay(this::see);
        }
        if (seen - before != times * recording.effects()) {
            throw new IllegalStateException("the same events had other effects");
        }
    }

    private void see(HubEffect effect) {
        seen++;
    }
}
