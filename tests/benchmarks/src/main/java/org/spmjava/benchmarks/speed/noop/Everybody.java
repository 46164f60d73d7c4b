package org.spmjava.benchmarks.speed.noop;

import java.util.List;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Trial;

/** Who does nothing. */
final class Everybody {

    private Everybody() {}

    static List<Contestant> whoDoes(Workload workload, int workers) {
        return List.of(ours(workload, workers));
    }

    static Contestant ours(Workload workload, int spokes) {
        return new Contestant() {
            @Override
            public String name() {
                return OURS;
            }

            @Override
            public String says() {
                return "Hub and " + spokes + " Spokes, each a JVM, with the options that a user gets";
            }

            @Override
            public Measured measure(Trial trial) throws Exception {
                return Program.of(trial, trial.hub(NoOpHub.class, workload, trial.scale(), spokes))
                        .run();
            }
        };
    }
}
