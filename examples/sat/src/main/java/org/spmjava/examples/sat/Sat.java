package org.spmjava.examples.sat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spmjava.api.Conclusion;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.Standalone;
import org.spmjava.examples.common.UserError;
import org.spmjava.examples.sat.Solve.Answer;
import org.spmjava.examples.sat.Solve.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides a formula in DIMACS, and says so as in the SAT competitions: see the README beside it. */
@Command(
        name = "sat",
        description = {
            "Decides whether a formula in DIMACS can be satisfied, on all Spokes at once.",
            "Writes what the SAT competitions ask for: lines `c` are comments, `s` the answer, `v` the model,"
                    + " which was checked against the formula."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "10:SATISFIABLE",
            "20:UNSATISFIABLE",
            "0:UNKNOWN",
            "1:not the answer that --expect names",
            "2:a wrong option, or a file that is no DIMACS"
        })
public final class Sat implements Program {

    private static final int WIDEST_LINE = 78;
    private static final int ATTEMPTS = 2;
    /** A payload takes 64 MiB at most, and an integer up to 5 bytes of it; facts need some room. */
    private static final int MOST_LITERALS = 12_000_000;

    @Parameters(paramLabel = "FILE", description = "The formula: DIMACS, plain or compressed with gzip.")
    private Path file;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            defaultValue = "embedded",
            description =
                    "`embedded` is Sat4j; `native` the best of kissat, cadical, glucose, cryptominisat5 and minisat"
                            + " that is installed; or one of these names. By default ${DEFAULT-VALUE}.")
    private String solver;

    @Option(
            names = "--share",
            paramLabel = "WHAT",
            defaultValue = "units",
            description = "What Spokes tell each other of what they learn: none, units, or short clauses too."
                    + " Embedded solvers only. By default ${DEFAULT-VALUE}.")
    private String share;

    @Option(
            names = "--cubes",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Into how many cubes the search is split at first; 1 splits nothing, all Spokes then search the"
                            + " whole, each in its own way. By default 32 a Spoke, with a native solver 4, and at least 8.")
    private int cubes;

    @Option(
            names = "--whole",
            paramLabel = "MS",
            defaultValue = "400",
            description =
                    "For how long, in milliseconds, the formula is searched as a whole before it is split: what is"
                            + " easy is not worth more. By default ${DEFAULT-VALUE}.")
    private long wholeMs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of what solvers do differently from run to run. By default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "When to give up with UNKNOWN; by default never.")
    private Long timeoutSeconds;

    @Option(names = "--expect", paramLabel = "ANSWER", description = "SATISFIABLE or UNSATISFIABLE: the right answer.")
    private Answer expected;

    @Option(names = "--no-model", description = "Do not write the model, though it is checked all the same.")
    private boolean noModel;

    private Answer answer = Answer.UNKNOWN;

    /**
     * Decides.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(Standalone.run(new Sat(), args));
    }

    @Override
    public Report run(Session session) throws Exception {
        Settings settings = settings();
        Formula formula = Dimacs.read(file);
        if (formula.literals().length > MOST_LITERALS) {
            throw new UserError(file + ": more than " + MOST_LITERALS + " literals do not fit into a message");
        }
        Console console = session.console();
        console.line("c " + file + ": " + formula.variables() + " variables, " + formula.clauses() + " clauses");
        Solve solve = session.closure(Solve.class, Solve::new);
        solve.begin(formula, settings, line -> console.note("sat: " + line));
        long beginNs = System.nanoTime();
        List<Conclusion> conclusions = search(session, solve);
        answer = solve.answer();
        write(solve, console);
        String seconds = String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - beginNs) / 1e9);
        boolean right = expected == null || expected == answer;
        return new Report(
                answer != Answer.UNKNOWN && right,
                conclusions,
                "s " + answer + (right ? "" : ", where " + expected + " was expected") + ": "
                        + formula.variables() + " variables, " + formula.clauses() + " clauses, "
                        + solve.cubes().refuted() + " cubes refuted, in " + seconds);
    }

    /** After a Spoke was lost, the search goes on once, with those cubes that are not refuted. */
    private List<Conclusion> search(Session session, Solve solve) throws Exception {
        long beginNs = System.nanoTime();
        Duration limit = timeoutSeconds == null ? Solve.FOREVER : Duration.ofSeconds(timeoutSeconds);
        List<Conclusion> conclusions = new ArrayList<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Duration left = limit.minusNanos(System.nanoTime() - beginNs);
            if (left.isNegative() || left.isZero()) {
                break;
            }
            if (attempt > 1) {
                session.console()
                        .line("c beginning again, without the " + solve.cubes().refuted() + " cubes that are refuted");
            }
            conclusions.add(solve.search(session.pool(), left));
            Optional<String> lost = solve.lost();
            if (lost.isEmpty() || solve.answer() != Answer.UNKNOWN) {
                break;
            }
            session.console()
                    .line("c the Spokes have ended without an answer: "
                            + lost.get().lines().findFirst().orElse(""));
        }
        return conclusions;
    }

    private Settings settings() throws UserError {
        SolveTask.Share what = switch (share.toLowerCase(Locale.ROOT)) {
            case "none" -> SolveTask.Share.NONE;
            case "units" -> SolveTask.Share.UNITS;
            case "short" -> SolveTask.Share.SHORT;
            default -> throw new UserError("--share is none, units or short, not " + share);
        };
        if (cubes < 0 || cubes > 1 << 16) {
            throw new UserError("--cubes is from 1 to 65536, not " + cubes);
        }
        if (timeoutSeconds != null && (timeoutSeconds < 1 || timeoutSeconds > Solve.FOREVER.toSeconds())) {
            throw new UserError("--timeout is at least 1 second, and a year at most, not " + timeoutSeconds);
        }
        if (wholeMs < 0) {
            throw new UserError("--whole is at least 0 ms, not " + wholeMs);
        }
        return new Settings(what, program(), seed, cubes, Duration.ofMillis(wholeMs));
    }

    private String program() throws UserError {
        if (solver.equals("embedded")) {
            return "";
        }
        if (solver.equals("native")) {
            return NativeSolver.installed()
                    .orElseThrow(() -> new UserError("no native solver is installed: " + NativeSolver.names()))
                    .program();
        }
        NativeSolver known = NativeSolver.of(solver)
                .orElseThrow(() -> new UserError(
                        "--solver is embedded, native, or one of " + NativeSolver.names() + ", not " + solver));
        if (!known.isInstalled()) {
            throw new UserError(solver + " is not installed");
        }
        return known.program();
    }

    private void write(Solve solve, Console console) {
        int rank = 0;
        for (SolveTask.Found member : solve.found()) {
            console.line("c Spoke " + rank++ + ": " + member.refuted() + " cubes refuted, " + member.conflicts()
                    + " conflicts, " + member.sent() + " clauses sent, " + member.taken() + " taken");
        }
        console.line("c ended " + solve.endedAfter().toMillis() + " ms after the first answer");
        console.line("s " + answer);
        if (!noModel) {
            solve.model().ifPresent(model -> values(model, console));
        }
    }

    /** The lines {@code v}: literals, and a 0 behind the last. */
    private static void values(int[] model, Console console) {
        StringBuilder line = new StringBuilder("v");
        for (int i = 0; i <= model.length; i++) {
            String literal = " " + (i < model.length ? model[i] : 0);
            if (line.length() + literal.length() > WIDEST_LINE) {
                console.line(line.toString());
                line.setLength(1);
            }
            line.append(literal);
        }
        console.line(line.toString());
    }

    /** As in the SAT competitions. */
    @Override
    public int exitCode(Report report) {
        if (expected != null && expected != answer) {
            return 1;
        }
        return switch (answer) {
            case SATISFIABLE -> 10;
            case UNSATISFIABLE -> 20;
            case UNKNOWN -> 0;
        };
    }
}
