package org.spmjava.examples.sat;

import org.sat4j.minisat.core.ConflictTimer;
import org.sat4j.minisat.core.LearnedConstraintsDeletionStrategy;
import org.sat4j.minisat.core.RestartStrategy;
import org.sat4j.minisat.core.SearchParams;
import org.sat4j.minisat.core.SolverStats;
import org.sat4j.minisat.restarts.FixedPeriodRestarts;
import org.sat4j.minisat.restarts.Glucose21Restarts;
import org.sat4j.specs.Constr;
import org.sat4j.specs.IVec;

/**
 * Strategies of Sat4j that go on where they were when a search is resumed. Sat4j begins them anew at each call, even of
 * a solver that is kept hot: their counters would never come to where clauses are deleted, and averages that are
 * compared with those of all conflicts so far would be of a few.
 */
final class Hot {

    private static final long CONFLICTS_PER_RESTART = 700;

    private Hot() {}

    /** Restarts by how good what is learnt is. */
    static RestartStrategy dynamicRestarts() {
        return new GlucoseRestarts();
    }

    /** Restarts at equal distances, which have no memory. */
    static RestartStrategy staticRestarts() {
        FixedPeriodRestarts restarts = new FixedPeriodRestarts();
        restarts.setPeriod(CONFLICTS_PER_RESTART);
        return restarts;
    }

    static LearnedConstraintsDeletionStrategy deletion(LearnedConstraintsDeletionStrategy strategy) {
        return new Deletion(strategy);
    }

    /** G. Audemard, L. Simon, <i>Refining Restarts Strategies for SAT and UNSAT</i>, CP 2012. */
    private static final class GlucoseRestarts extends Glucose21Restarts {
        private static final long serialVersionUID = 1L;

        private boolean begun;

        @Override
        public void init(SearchParams params, SolverStats stats) {
            if (!begun) {
                begun = true;
                super.init(params, stats);
            }
        }
    }

    private static final class Deletion implements LearnedConstraintsDeletionStrategy {
        private static final long serialVersionUID = 1L;

        private final transient LearnedConstraintsDeletionStrategy strategy;
        private boolean begun;

        private Deletion(LearnedConstraintsDeletionStrategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public void init() {
            if (!begun) {
                begun = true;
                strategy.init();
            }
        }

        @Override
        public ConflictTimer getTimer() {
            return strategy.getTimer();
        }

        @Override
        public void reduce(IVec<Constr> learnt) {
            strategy.reduce(learnt);
        }

        @Override
        public void onClauseLearning(Constr learnt) {
            strategy.onClauseLearning(learnt);
        }

        @Override
        public void onConflictAnalysis(Constr reason) {
            strategy.onConflictAnalysis(reason);
        }

        @Override
        public void onPropagation(Constr from, int propagated) {
            strategy.onPropagation(from, propagated);
        }

        @Override
        public String toString() {
            return strategy.toString();
        }
    }
}
