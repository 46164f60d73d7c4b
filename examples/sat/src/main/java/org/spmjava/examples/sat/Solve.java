package org.spmjava.examples.sat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.RunningTask;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.sat.Deal.Report;

/**
 * Decides a formula: every Spoke of the pool has a solver, the Hub deals out cubes, and the Spokes tell each other what
 * they learn. Who has the answer tells the others, and all return.
 */
@TaskManager(typedef = "Solve.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
public final class Solve {

    private static final Timeout WAIT_FOR_SPOKES = Timeout.afterSeconds(15);
    /** Without a limit of the user's, this is one. */
    static final Duration FOREVER = Duration.ofDays(365);

    private static final int LEAST_PARTS = 8;
    private static final int PARTS_A_SPOKE = 32;
    /** A native solver begins anew with each. */
    private static final int PROCESSES_A_SPOKE = 4;

    private static final int PARTS_FOR_IDLE = 2;
    private static final long SEARCH_CUBE_NS = 300_000_000;
    private static final long TELL_EVERY_NS = 5_000_000_000L;
    private static final int MOST_SEED = 1_000_000_000;
    /** What befalls the members of a unit when one of them is lost. */
    private static final Set<Verdict> ENDED = EnumSet.of(
            Verdict.LOAD_KILL, Verdict.EVAL_KILL, Verdict.LOAD_TIMEOUT, Verdict.EVAL_TIMEOUT, Verdict.DROPPED);
    /** So long after the limit whoever has not ended is ended by force. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** What became of the formula. */
    enum Answer {
        /** There is a model, which was checked. */
        SATISFIABLE,
        /** All cubes are refuted. */
        UNSATISFIABLE,
        /** Neither was found out. */
        UNKNOWN
    }

    /**
     * How to search.
     *
     * @param share what members tell each other
     * @param program of the native solver; blank for the embedded one
     * @param seed of the members' variety
     * @param parts into how many cubes the whole is split; 1 for never, 0 for as many as suit the number of Spokes
     * @param whole how long it is searched as a whole before
     */
    record Settings(SolveTask.Share share, String program, long seed, int parts, Duration whole) {}

    private final SolveManager manager;
    private Formula formula;
    private Settings settings;
    private Consumer<String> news = line -> {};
    private Cubes cubes = new Cubes();
    private Dealer dealer;
    private long begunNs;
    private long endNs;
    private long toldNs;
    /** When the Hub knew the answer, or that there is none to be had; 0 if it does not. */
    private long answeredNs;

    private Duration endedAfter = Duration.ZERO;
    private Optional<int[]> model = Optional.empty();
    private final List<SolveTask.Found> found = new ArrayList<>();
    private Optional<String> lost = Optional.empty();

    // tag::hub[]
    /**
     * Declares and defines the closure, and who deals out the cubes.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Solve(VirtualCloud cloud) {
        manager = SolveManager.define(cloud, this::taskStat);
        manager.onAsk(Deal.CUBES, this::onReport);
    }

    /** A member reports on its cube, and is told what to do. */
    @Online
    @Hub
    private int[] onReport(RunningTask<SolveTask> from, int[] report) {
        long nowNs = System.nanoTime();
        if (nowNs - endNs >= 0) {
            dealer.stop();
        }
        int[] order = dealer.answer(from.index(), Report.of(report), nowNs).encoded();
        if (dealer.isOver()) {
            answeredNs = answeredNs == 0 ? nowNs : answeredNs;
        } else if (nowNs - toldNs >= TELL_EVERY_NS || cubes.open() > 1 && toldNs == begunNs) {
            toldNs = nowNs;
            news.accept(cubes.refuted() + " cubes refuted, " + cubes.open() + " open");
        }
        return order;
    }
    // end::hub[]

    /**
     * A new formula: nothing is refuted.
     *
     * @param tell told, now and then, how far the search is
     */
    void begin(Formula of, Settings how, Consumer<String> tell) {
        formula = of;
        settings = how;
        news = tell;
        cubes = new Cubes();
        model = Optional.empty();
    }

    // tag::search[]
    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time. Called again after a Spoke was
     * lost, it goes on with the cubes that are not refuted.
     */
    @Offline
    @Hub
    Conclusion search(Pool pool, Duration left) throws Exception {
        found.clear();
        lost = Optional.empty();
        dealer = new Dealer(cubes, plan(pool.size()));
        begunNs = System.nanoTime();
        toldNs = begunNs;
        answeredNs = 0;
        endNs = begunNs + left.toNanos();
        Timeout timeout = Timeout.after(left.plus(GRACE));
        manager.task()
                .label("solve")
                .module(SolveTask.Module.SOLVE)
                .timeout(timeout)
                .variables(formula.variables())
                .literals(formula.literals())
                .facts(cubes.facts())
                .share(settings.share())
                .program(settings.program())
                .seed(settings.seed())
                .push();
        Timeout all = Timeout.after(left.plus(GRACE.multipliedBy(2)));
        Conclusion conclusion = manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, WAIT_FOR_SPOKES, all);
        endedAfter = Duration.ofNanos(answeredNs == 0 ? 0 : System.nanoTime() - answeredNs);
        return conclusion;
    }
    // end::search[]

    private Dealer.Plan plan(int spokes) {
        int aSpoke = settings.program().isEmpty() ? PARTS_A_SPOKE : PROCESSES_A_SPOKE;
        int parts = settings.parts() > 0 ? settings.parts() : Math.max(LEAST_PARTS, aSpoke * spokes);
        return new Dealer.Plan(parts, settings.whole().toNanos(), PARTS_FOR_IDLE, SEARCH_CUBE_NS);
    }

    /** Stage 1: what each member came to; a model counts once it was checked. */
    @Online
    @Hub
    private void taskStat(TaskStatus<SolveTask, SolveTask.Found> status) {
        if (status.verdict().returned()) {
            SolveTask.Found member = status.returnValue();
            found.add(member);
            if (member.model().length == formula.variables() && dealer.isSatisfied()) {
                model = Optional.of(verified(member.model()));
            }
        } else if (ENDED.contains(status.verdict())) {
            lost = Optional.of(status.exception()
                    .map(Throwable::getMessage)
                    .orElse(status.verdict().toString()));
        } else {
            status.returnValue();
        }
    }

    /** By the formula itself: no solver is believed. */
    private int[] verified(int[] claimed) {
        int falsified = formula.firstFalsified(claimed);
        if (falsified != 0) {
            throw new IllegalStateException("the solver's model does not satisfy clause " + falsified);
        }
        return claimed;
    }

    // tag::evaluate[]
    /** Stage 2: searches, together with the other members. */
    @Online
    @Spoke
    static SolveTask.Found taskEval(SolveTask task, Communicator tasks) throws Exception {
        Formula formula = Formula.of(task.variables(), task.literals()).and(task.facts());
        ClauseExchange exchange = new ClauseExchange(tasks, task.share());
        try (Engine engine = engine(task, formula, tasks.rank(), exchange)) {
            Member member = new Member(tasks, engine, exchange, new Lookahead(formula));
            int[] model = member.work();
            return SolveTask.Found.of(
                    model, engine.conflicts(), member.refuted(), exchange.exported(), exchange.imported());
        }
    }
    // end::evaluate[]

    private static Engine engine(SolveTask task, Formula formula, int rank, ClauseExchange exchange) {
        if (task.program().isEmpty()) {
            return new EmbeddedEngine(formula, rank, task.seed() == 0 ? 0 : task.seed() + rank, exchange);
        }
        NativeSolver solver = NativeSolver.of(task.program())
                .orElseThrow(() -> new IllegalArgumentException("no solver is called " + task.program()));
        return new NativeEngine(solver, formula, 1 + Math.floorMod(task.seed() + rank, MOST_SEED));
    }

    /** What is known after a search. */
    Answer answer() {
        if (model.isPresent()) {
            return Answer.SATISFIABLE;
        }
        return cubes.areAllRefuted() ? Answer.UNSATISFIABLE : Answer.UNKNOWN;
    }

    /** The model, which satisfies the formula; empty unless there is one. */
    Optional<int[]> model() {
        return model;
    }

    /** How long it took from the first answer until everything had ended. */
    Duration endedAfter() {
        return endedAfter;
    }

    /** What the members of the last search came to, of those that returned. */
    List<SolveTask.Found> found() {
        return List.copyOf(found);
    }

    /** Why the last search ended without a word of all its members; empty if it did not. */
    Optional<String> lost() {
        return lost;
    }

    /** What is left, and what is not. */
    Cubes cubes() {
        return cubes;
    }
}
