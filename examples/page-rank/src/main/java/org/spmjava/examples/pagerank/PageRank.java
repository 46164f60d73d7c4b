package org.spmjava.examples.pagerank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two commands on one graph: see the README beside it. */
@Command(
        name = "page-rank",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Ranks the vertices of an undirected graph, and counts its connected components.")
public final class PageRank implements Callable<Integer> {

    private static final int SAMPLE_VERTICES = 5_000;
    private static final int SAMPLE_EDGES = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A list of edges, .txt or .txt.gz, whose first line is left out; by default one is made up.")
    private Path edges;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the graph that is made up; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "50",
            description = "How often ranks flow along the edges; by default ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many vertices to show; by default ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private PageRank() {}

    /**
     * Runs both commands.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PageRank()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (iterations < 0 || top < 0) {
            throw new ParameterException(spec.commandLine(), "--iterations and --top are at least 0");
        }
        if (edges != null) {
            if (!Files.isReadable(edges)) {
                throw new ParameterException(spec.commandLine(), "Cannot read " + edges);
            }
            return look(edges);
        }
        Path sample = Files.createTempFile("edges-", ".txt");
        try {
            EdgeList.write(sample, seed, SAMPLE_VERTICES, SAMPLE_EDGES);
            return look(sample);
        } finally {
            Files.delete(sample);
        }
    }

    @Offline
    @Hub
    private int look(Path graph) throws Exception {
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Ranks ranks = new Ranks(cloud);
            Components components = new Components(cloud);
            ranks.rank(graph, iterations, cloud.intraAll());
            components.find(graph, cloud.intraAll());
            System.out.println(ranks.ranks().size() + " vertices in "
                    + components.components().values().stream().distinct().count() + " components; the first by rank:");
            ranks.ranks().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(top)
                    .forEach(entry -> System.out.println(
                            String.format(Locale.ROOT, "%d %.9f", entry.getKey(), entry.getValue())));
            return 0;
        }
    }
}
