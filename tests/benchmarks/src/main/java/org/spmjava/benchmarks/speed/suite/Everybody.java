package org.spmjava.benchmarks.speed.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Mpi;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Trial;
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
        return new Programs(
                Contestant.OURS,
                "Hub and " + spokes + " Spokes, each a JVM, with the options that a user gets",
                Optional.empty(),
                trial -> Program.of(trial, trial.hub(NoOpHub.class, workload, trial.scale(), spokes)));
    }

    private static Contestant mpi(String name, String says, Workload workload, int window) {
        return new Programs(
                name,
                Mpi.version() + ": " + says,
                Mpi.missing(),
                trial -> Mpi.program(trial, "noop.c", 1 + WORKERS, workload, trial.scale(), window));
    }

    private interface Start {
        Program of(Trial trial) throws Exception;
    }

    private record Programs(String name, String says, Optional<String> missing, Start start) implements Contestant {
        @Override
        public Measured measure(Trial trial) throws Exception {
            return start.of(trial).run();
        }
    }
}
