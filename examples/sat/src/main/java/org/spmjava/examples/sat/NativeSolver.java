package org.spmjava.examples.sat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The native solvers that are known, by what each wants to be told to read DIMACS from its standard input and to write
 * a model to its standard output. All end with 10 for satisfiable and 20 for unsatisfiable, as in the SAT competitions.
 * The best come first.
 */
enum NativeSolver {
    KISSAT("kissat", "-q", "--seed=%d"),
    CADICAL("cadical", "-q", "--seed=%d"),
    GLUCOSE("glucose", "-verb=0", "-model", "-rnd-seed=%d"),
    CRYPTOMINISAT("cryptominisat5", "--verb", "0", "--random", "%d"),
    MINISAT("minisat", "-verb=0", "-rnd-init", "-rnd-seed=%d", "/dev/stdin", "/dev/stdout");

    private final String program;
    private final List<String> arguments;

    NativeSolver(String program, String... arguments) {
        this.program = program;
        this.arguments = List.of(arguments);
    }

    String program() {
        return program;
    }

    /** The arguments, with the seed in them: at least 1. */
    List<String> arguments(long seed) {
        return arguments.stream()
                .map(argument -> argument.replace("%d", Long.toString(seed)))
                .toList();
    }

    static Optional<NativeSolver> of(String program) {
        return Arrays.stream(values())
                .filter(one -> one.program.equals(program))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(NativeSolver::program).collect(Collectors.joining(", "));
    }

    /** The best that is installed. */
    static Optional<NativeSolver> installed() {
        return Arrays.stream(values()).filter(NativeSolver::isInstalled).findFirst();
    }

    /** Whether it is on the path of programs. */
    boolean isInstalled() {
        String path = System.getenv("PATH");
        return path != null
                && Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(path)
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
