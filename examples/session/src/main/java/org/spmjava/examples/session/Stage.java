package org.spmjava.examples.session;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeFilter;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.common.ProgramLine;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;

/** Where the programs of a session run, one at a time, and what they came to. */
final class Stage implements AutoCloseable {

    private final Session session;
    private final Ledger ledger = new Ledger();
    private final Map<Act, List<String>> samples = new EnumMap<>(Act.class);
    private final Map<Act, Report> reports = new EnumMap<>(Act.class);
    private final Path directory;
    private final Thread deletion = new Thread(this::delete, "delete-samples");

    /**
     * A stage without anything on it.
     *
     * @throws IOException if there is no room for the inputs that the programs bring along
     */
    Stage(Session session) throws IOException {
        this.session = session;
        directory = Files.createTempDirectory("spm-acid-test-");
        Runtime.getRuntime().addShutdownHook(deletion);
    }

    Session session() {
        return session;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Runs a program on the input that it brings along. */
    boolean runSample(Act act, Pool pool) throws IOException {
        return run(act, pool, sample(act));
    }

    /**
     * Runs a program.
     *
     * @return whether it did what it was asked for
     */
    boolean run(Act act, Pool pool, List<String> arguments) {
        Program program = act.program();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        reports.remove(act);
        int exitCode = ProgramLine.of(program, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(
                        () -> {
                            Report report = program.run(session.on(pool));
                            reports.put(act, report);
                            ledger.add(act.toString(), report);
                            session.console().note(act + ": " + report.answer());
                            return report.wentWell() ? 0 : 1;
                        },
                        arguments.toArray(String[]::new));
        out.toString().lines().forEach(session.console()::line);
        err.toString().lines().forEach(session.console()::note);
        return exitCode == 0;
    }

    /** What the last run of a program came to; empty if it has not run, or could not. */
    Optional<Report> report(Act act) {
        return Optional.ofNullable(reports.get(act));
    }

    /** The incarnations that a program used when it ran last, and only those; every Spoke if it used none. */
    Pool usedBy(Act act) {
        List<Conclusion> conclusions = report(act).map(Report::conclusions).orElse(List.of()).stream()
                .filter(conclusion -> !conclusion.spokes().isEmpty())
                .toList();
        Pool every = session.cloud().intraAll();
        return conclusions.stream()
                .map(SpokeFilter::incarnationsOf)
                // Neither not-one nor not-the-other: one of the two.
                .reduce((one, other) -> one.negate().and(other.negate()).negate())
                .map(every::where)
                .orElse(every);
    }

    private List<String> sample(Act act) throws IOException {
        List<String> known = samples.get(act);
        if (known == null) {
            known = act.sample().into(Files.createDirectory(directory.resolve(act.toString())));
            samples.put(act, known);
        }
        return known;
    }

    /** Deletes the inputs that the programs brought along, and what was made of them. */
    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(deletion);
        } catch (IllegalStateException alreadyEnding) {
            // The hook does the same.
        }
    }

    private void delete() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException left) {
            session.console().note("Could not delete " + directory + ": " + left);
        }
    }
}
