package org.spmjava.examples.graph;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import picocli.CommandLine;

/** Runs the program in this process, as if there were several Spokes. */
final class Runs implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();
    private final VirtualCloud cloud;
    private final Session session;

    Runs(int spokes) {
        cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(spokes));
        session = new Session(cloud, new Console(lines::add, lines::add, false));
    }

    Report run(String... args) throws Exception {
        lines.clear();
        Graph graph = new Graph();
        new CommandLine(graph).parseArgs(args);
        return graph.run(session);
    }

    /** What the last run told. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
