package org.spmjava.benchmarks.speed.suite;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Mpi;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Runner;
import org.spmjava.benchmarks.speed.noop.NoOpHub;
import org.spmjava.benchmarks.speed.noop.Workload;
import org.spmjava.benchmarks.speed.peer.JavaPeers;

/** Who does nothing. */
final class Everybody {

    private static final int WORKERS = 2;
    private static final int WINDOW = 16;

    private Everybody() {}

    static List<Contestant> whoDoes(Workload workload) {
        List<Contestant> all = new ArrayList<>();
        all.add(ours(workload, WORKERS));
        all.addAll(JavaPeers.all(workload));
        all.add(mpi(
                "Open MPI",
                "a master and two workers in C, each with a window of " + WINDOW + " tasks",
                workload,
                WINDOW));
        if (workload == Workload.NOOPS) {
            all.add(mpi("Open MPI, one by one", "the same, each worker with one task at a time", workload, 1));
        }
        return List.copyOf(all);
    }

    static Contestant ours(Workload workload, int spokes) {
        return Runner.of(
                Contestant.OURS,
                "Hub and " + spokes + " Spokes, each a JVM, with the options that a user gets",
                trial -> Program.of(trial, trial.hub(NoOpHub.class, workload, trial.scale(), spokes))
                        .run());
    }

    private static Contestant mpi(String name, String says, Workload workload, int window) {
        return new Runner(
                name,
                Mpi.version() + ": " + says,
                Mpi.missing(),
                trial -> Mpi.program(trial, "noop.c", 1 + WORKERS, workload, trial.scale(), window)
                        .run());
    }
}
