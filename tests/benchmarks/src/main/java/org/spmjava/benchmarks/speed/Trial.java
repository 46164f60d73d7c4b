package org.spmjava.benchmarks.speed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The surroundings of one repetition.
 *
 * @param javaHome the JDK that child JVMs are started from
 * @param directory for files; empty at first, removed afterwards
 * @param limit how long the repetition may take: a {@link Program} that takes longer is ended
 * @param scale how much of the work is done: 1 for all of it, less to try something out
 */
public record Trial(Path javaHome, Path directory, Duration limit, double scale) {

    /** What the manual tells users to start the Hub's JVM with. */
    private static final List<String> FLAGS_OF_HUB =
            List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");

    /** How much to do of something that is done so often when everything is measured; at least 1. */
    public int count(int full) {
        return (int) Math.max(1, Math.round(full * scale));
    }

    /** The same for a duration. */
    public Duration time(Duration full) {
        return Duration.ofNanos(Math.max(1, Math.round(full.toNanos() * scale)));
    }

    /** The command line of a program on SPM.Java as its user starts it: no flag but the one that is needed. */
    public List<String> hub(Class<?> main, Object... arguments) {
        return java(ClassPath.ofUsers(), FLAGS_OF_HUB, main, arguments);
    }

    /** The command line of a Java program. */
    public List<String> java(ClassPath classPath, List<String> flags, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(classPath.toString());
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return List.copyOf(command);
    }
}
