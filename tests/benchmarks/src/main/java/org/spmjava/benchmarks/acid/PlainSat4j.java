package org.spmjava.benchmarks.acid;

import org.sat4j.minisat.SolverFactory;
import org.sat4j.reader.DimacsReader;
import org.sat4j.specs.IProblem;
import org.sat4j.specs.ISolver;
import org.sat4j.tools.ManyCore;

/** A peer: Sat4j by itself, its default solver or a portfolio of its own in threads of one process. */
public final class PlainSat4j {

    private static final int SATISFIABLE = 10;
    private static final int UNSATISFIABLE = 20;

    private PlainSat4j() {}

    /**
     * Decides a formula.
     *
     * @param args the file, and how many solvers: from 2 on, they are a portfolio
     * @throws Exception if that fails
     */
    public static void main(String[] args) throws Exception {
        int solvers = Integer.parseInt(args[1]);
        ISolver solver = solvers == 1
                ? SolverFactory.newDefault()
                : new ManyCore<>(SolverFactory.instance(), portfolio(solvers));
        IProblem problem = new DimacsReader(solver).parseInstance(args[0]);
        // Others of its threads may still search.
        Runtime.getRuntime().halt(problem.isSatisfiable() ? SATISFIABLE : UNSATISFIABLE);
    }

    /** Those of the factory that its own command line takes. */
    private static String[] portfolio(int solvers) {
        String[] names = {"Glucose21", "MiniSATHeap", "DefaultMS21PhaseSaving", "BestWL"};
        String[] chosen = new String[solvers];
        for (int i = 0; i < solvers; i++) {
            chosen[i] = names[i % names.length];
        }
        return chosen;
    }
}
