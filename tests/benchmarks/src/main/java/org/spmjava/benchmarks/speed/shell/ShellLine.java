package org.spmjava.benchmarks.speed.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.benchmarks.speed.ClassPath;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Installed;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Runner;
import org.spmjava.benchmarks.speed.Target;
import org.spmjava.benchmarks.speed.Trial;

/** Commands of the shell, two at a time. */
public final class ShellLine implements Line {

    private static final String XARGS = "xargs -P2";

    /** The same command, that often. */
    private record Commands(String figure, String command, int times) {}

    private static final Commands SHORT = new Commands("1,000 × echo $(hostname)", "echo $(hostname)", 1000);
    private static final Commands SLEEPING = new Commands("200 × sleep 0.01", "sleep 0.01", 200);

    /** Makes it. */
    public ShellLine() {}

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public String says() {
        return "Commands of sh, two at a time. Ours are contained: all that one starts ends with it; they are timed in a"
                + " session that is open, the others from the start of their program to its end.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.less(SHORT.figure, "ms", Target.atMostTimes(1.1, XARGS)),
                Figure.less(SLEEPING.figure, "ms", Target.atMostTimes(1.1, XARGS)));
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(
                Runner.of(
                        Contestant.OURS,
                        "coprocess.shell, policy A, on 2 Spokes",
                        trial -> Program.of(trial, trial.hub(ShellHub.class, arguments(trial)))
                                .run()),
                script(
                        XARGS,
                        "not contained: what a script would do",
                        Installed.missing("xargs"),
                        "seq %2$d | xargs -P2 -I{} sh -c '%1$s'"),
                script(
                        "xargs -P2, contained",
                        "the floor under ours: a PID namespace for each command, and nothing else",
                        namespace().isEmpty() ? Optional.of("namespaces are not permitted here") : Optional.empty(),
                        "seq %2$d | xargs -P2 -I{} " + namespace().orElse("") + " sh -c '%1$s'"),
                Runner.of(
                        "ProcessBuilder",
                        "the JDK's, two at a time from a warm JVM, not contained",
                        trial -> Program.of(
                                        trial,
                                        trial.java(
                                                ClassPath.ofUsers(), List.of(), PlainProcesses.class, arguments(trial)))
                                .run()),
                script(
                        "GNU parallel",
                        Installed.firstLine("parallel", "--version") + ", -j2, not contained",
                        Installed.missing("parallel"),
                        "seq %2$d | PARALLEL_SHELL=/bin/sh parallel --will-cite -j2 -n1 '%1$s; : {}'"));
    }

    @Override
    public int repetitions() {
        return 3;
    }

    @Override
    public double roundSeconds() {
        return 23;
    }

    private static Object[] arguments(Trial trial) {
        return Stream.of(SHORT, SLEEPING)
                .flatMap(commands -> Stream.<Object>of(commands.figure, commands.command, trial.count(commands.times)))
                .toArray();
    }

    /** The line of a script whose %1$s is the command, and %2$d how often it is run. */
    private static Contestant script(String name, String says, Optional<String> missing, String line) {
        return new Runner(name, says, missing, trial -> {
            Measured measured = Measured.nothing();
            for (Commands commands : List.of(SHORT, SLEEPING)) {
                String script = String.format(line, commands.command, trial.count(commands.times));
                measured = measured.and(
                        Program.timing(trial, commands.figure, script).run());
            }
            return measured;
        });
    }

    /** What makes a PID namespace here, as the runtime does it; empty if it is not permitted. */
    private static Optional<String> namespace() {
        String end = " --pid --fork --kill-child=KILL --mount-proc";
        return Stream.of("unshare" + end, "unshare --user --map-current-user" + end)
                .filter(ShellLine::works)
                .map(unshare -> "setpriv --pdeathsig KILL " + unshare)
                .findFirst();
    }

    private static boolean works(String unshare) {
        List<String> command = new ArrayList<>(List.of(unshare.split(" ")));
        command.addAll(List.of("echo", "works"));
        return Installed.firstLine(command.toArray(String[]::new)).equals("works");
    }
}
