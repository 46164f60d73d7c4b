package org.spmjava.examples.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.core.Solver;
import org.sat4j.minisat.orders.RSATPhaseSelectionStrategy;
import org.sat4j.minisat.orders.RandomWalkDecorator;
import org.sat4j.minisat.orders.VarOrderHeap;
import org.sat4j.specs.Constr;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IConstr;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.IVecInt;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

/**
 * Sat4j (D. Le Berre, A. Parrain, JSAT 7, 2010) in the Spoke's own process. Cubes are assumptions, which Sat4j decides
 * before anything else; so what it learns under them follows from the formula alone.
 */
final class EmbeddedEngine implements Engine {

    private static final int FOREVER_S = Integer.MAX_VALUE / 1000;
    private static final long LOOK_EVERY_NS = 3_000_000;
    /** A power of two: so many decisions or conflicts are between two looks at the clock. */
    private static final int LOOPS_PER_CLOCK = 64;

    private final Solver<DataStructureFactory> solver;
    private final LearntListener learnt;
    private final int variables;
    private final Set<Integer> units = new LinkedHashSet<>();
    private final List<Integer> newUnits = new ArrayList<>();
    private boolean contradictory;
    private boolean importing;
    private BooleanSupplier leave = () -> false;
    private int[] model = {};
    private int[] core = {};

    /**
     * @param variety 0 for what suits most formulas best, other numbers for others: members that differ in it search
     *     differently
     * @param seed of the order of the clauses; 0 leaves them as they are
     */
    EmbeddedEngine(Formula formula, int variety, long seed, LearntListener learnt) {
        this.learnt = learnt;
        variables = formula.variables();
        solver = strategy(variety);
        solver.setTimeout(FOREVER_S);
        solver.setKeepSolverHot(true);
        solver.newVar(variables);
        solver.setSearchListener(new Listener());
        add(formula, seed);
    }

    private static Solver<DataStructureFactory> strategy(int variety) {
        Solver<DataStructureFactory> solver = variety % 3 == 2
                ? SolverFactory.newBestWL()
                : (Solver<DataStructureFactory>) SolverFactory.newGlucose21();
        if (variety > 0) {
            double walk = 0.002 * Math.min(variety, 10);
            solver.setOrder(new RandomWalkDecorator(new VarOrderHeap(new RSATPhaseSelectionStrategy()), walk));
        }
        solver.setRestartStrategy(variety % 3 == 2 ? Hot.staticRestarts() : Hot.dynamicRestarts());
        solver.setLearnedConstraintsDeletionStrategy(Hot.deletion(solver.lbd_based));
        return solver;
    }

    private void add(Formula formula, long seed) {
        List<int[]> clauses = new ArrayList<>(formula.clauses());
        formula.forEachClause((literals, begin, end) -> clauses.add(Arrays.copyOfRange(literals, begin, end)));
        if (seed != 0) {
            Collections.shuffle(clauses, new Random(seed));
        }
        for (int[] clause : clauses) {
            add(clause);
        }
    }

    private void add(int[] clause) {
        try {
            if (clause.length == 0) {
                contradictory = true;
            } else {
                solver.addClause(new VecInt(clause.clone()));
            }
        } catch (ContradictionException found) {
            contradictory = true;
        }
    }

    @Override
    public Outcome solve(int[] cube, BooleanSupplier leave) {
        this.leave = leave;
        core = new int[0];
        for (int unit : newUnits) {
            add(new int[] {unit});
        }
        newUnits.clear();
        if (contradictory) {
            return Outcome.REFUTED;
        }
        try {
            if (solver.isSatisfiable(new VecInt(cube.clone()))) {
                model = complete(solver.model());
                return Outcome.SATISFIABLE;
            }
            IVecInt explanation = solver.unsatExplanation();
            core = explanation == null
                    ? new int[0]
                    : IntStream.range(0, explanation.size())
                            .map(explanation::get)
                            .distinct()
                            .toArray();
            contradictory = core.length == 0;
            return Outcome.REFUTED;
        } catch (TimeoutException left) {
            return Outcome.LEFT;
        }
    }

    /** What no clause says anything about is false. */
    private int[] complete(int[] found) {
        int[] complete = IntStream.rangeClosed(1, variables).map(i -> -i).toArray();
        for (int literal : found) {
            complete[Math.abs(literal) - 1] = literal;
        }
        return complete;
    }

    @Override
    public void learn(int[] clause) {
        if (clause.length == 1) {
            hold(clause[0]);
            return;
        }
        VecInt literals = new VecInt(clause.length);
        for (int literal : clause) {
            literals.push(solver.getVocabulary().getFromPool(literal));
        }
        Constr constraint = solver.getDSFactory().createUnregisteredClause(literals);
        // What counts as learnt is forgotten again if it proves to be of no use.
        constraint.setActivity(clause.length);
        importing = true;
        solver.learn(constraint);
        importing = false;
    }

    private void hold(int literal) {
        if (units.add(literal)) {
            newUnits.add(literal);
        }
    }

    @Override
    public int[] model() {
        return model.clone();
    }

    @Override
    public int[] core() {
        return core.clone();
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public int[] units() {
        return units.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public double[] activity() {
        return solver.getOrder().getVariableHeuristics();
    }

    @Override
    public long conflicts() {
        return solver.getStats().getConflicts();
    }

    @Override
    public void close() {
        solver.reset();
    }

    /** Looks at the clock now and then, and tells what is learnt. */
    private final class Listener extends SearchListenerAdapter<ISolverService> {
        private static final long serialVersionUID = 1L;

        private int loops;
        private transient long lookedNs = System.nanoTime();

        @Override
        public void beginLoop() {
            if ((++loops & LOOPS_PER_CLOCK - 1) != 0) {
                return;
            }
            long nowNs = System.nanoTime();
            if (nowNs - lookedNs >= LOOK_EVERY_NS) {
                if (leave.getAsBoolean()) {
                    solver.expireTimeout();
                }
                lookedNs = System.nanoTime();
            }
        }

        @Override
        public void learnUnit(int literal) {
            hold(literal);
            learnt.onLearnt(new int[] {literal}, 1);
        }

        @Override
        public void learn(IConstr constraint) {
            if (importing || constraint.size() > ClauseExchange.LONGEST) {
                return;
            }
            int[] clause = new int[constraint.size()];
            for (int i = 0; i < clause.length; i++) {
                int literal = constraint.get(i);
                clause[i] = (literal & 1) == 0 ? literal >> 1 : -(literal >> 1);
            }
            learnt.onLearnt(clause, (int) Math.min(clause.length, ((Constr) constraint).getActivity()));
        }
    }
}
