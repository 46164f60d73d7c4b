package org.spmjava.examples.sat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A native solver, a process for each cube. It is a child of the Spoke and contained with it: it ends when the Spoke
 * does. It reads the formula and the cube from its standard input, so that there is no file to be left behind.
 */
final class NativeEngine implements Engine {

    private static final int SATISFIABLE = 10;
    private static final int UNSATISFIABLE = 20;
    private static final long LOOK_EVERY_MS = 4;
    private static final long READ_MS = 10_000;

    private final NativeSolver solver;
    private final Formula formula;
    private final long seed;
    private final byte[] clauses;
    private int[] model = {};
    private int[] core = {};

    /** @param seed for the solver, at least 1 */
    NativeEngine(NativeSolver solver, Formula formula, long seed) {
        this.solver = solver;
        this.formula = formula;
        this.seed = seed;
        StringBuilder text = new StringBuilder(8 * formula.clauses());
        for (int literal : formula.literals()) {
            text.append(literal).append(literal == 0 ? '\n' : ' ');
        }
        clauses = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Outcome solve(int[] cube, BooleanSupplier leave) throws IOException, InterruptedException {
        core = cube.clone();
        List<String> command = new ArrayList<>(List.of(solver.program()));
        command.addAll(solver.arguments(seed));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process), this::inThread);
            CompletableFuture<Void> input = CompletableFuture.runAsync(() -> write(process, cube), this::inThread);
            while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                if (leave.getAsBoolean()) {
                    return Outcome.LEFT;
                }
            }
            int exitCode = process.exitValue();
            if (exitCode == UNSATISFIABLE) {
                return Outcome.REFUTED;
            }
            String told = output.orTimeout(READ_MS, TimeUnit.MILLISECONDS).join();
            if (exitCode != SATISFIABLE) {
                throw new IllegalStateException(solver.program() + " ended with " + exitCode
                        + (input.isCompletedExceptionally() ? ", before it had read all" : "") + ": "
                        + told.strip().lines().reduce((one, next) -> next).orElse("it said nothing"));
            }
            model = model(told);
            return Outcome.SATISFIABLE;
        } finally {
            process.destroyForcibly();
        }
    }

    private void inThread(Runnable work) {
        Thread thread = new Thread(work, solver.program());
        thread.setDaemon(true);
        thread.start();
    }

    private void write(Process process, int[] cube) {
        try (OutputStream out = process.getOutputStream()) {
            String header = "p cnf " + formula.variables() + " " + (formula.clauses() + cube.length) + "\n";
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            for (int literal : cube) {
                out.write((literal + " 0\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(clauses);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** The lines {@code v} of the competitions, or the one line that minisat writes. */
    private int[] model(String output) {
        int[] found = IntStream.rangeClosed(1, formula.variables()).map(i -> -i).toArray();
        output.lines()
                .map(line -> line.startsWith("v ") ? line.substring(2) : line)
                .filter(line -> line.matches("[-0-9 ]+"))
                .flatMap(line -> List.of(line.strip().split(" +")).stream())
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .filter(literal -> literal != 0 && Math.abs(literal) <= formula.variables())
                .forEach(literal -> found[Math.abs(literal) - 1] = literal);
        return found;
    }

    @Override
    public int[] model() {
        return model.clone();
    }

    /** Which of the literals were needed is not told: all of the cube's. */
    @Override
    public int[] core() {
        return core.clone();
    }

    @Override
    public boolean isResumable() {
        return false;
    }

    @Override
    public void learn(int[] clause) {
        throw new UnsupportedOperationException("a process for each cube learns nothing in between");
    }

    @Override
    public int[] units() {
        return new int[0];
    }

    @Override
    public double[] activity() {
        return new double[0];
    }

    @Override
    public long conflicts() {
        return 0;
    }

    @Override
    public void close() {
        // Every process has ended with its cube.
    }
}
