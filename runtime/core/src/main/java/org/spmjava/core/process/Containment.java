package org.spmjava.core.process;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How firmly this machine lets processes be contained, and the command line that does it. Immutable and thread-safe.
 */
public final class Containment {

    /** The levels, best first. */
    public enum Level {
        /** A PID namespace, made with the privilege to do so. Nothing escapes. */
        NAMESPACE_ROOT,
        /** A PID namespace inside a user namespace. Nothing escapes. */
        NAMESPACE_USER,
        /**
         * No namespace. The guard finds what the task left by its session and by a variable in its environment: it
         * misses what cleared its environment, and everything if the guard itself is killed with SIGKILL.
         */
        PROCESS_TREE,
        /**
         * No guard either. Destroying a process ends its descendants of that moment; a killed owner leaves them all.
         */
        NONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Containment.class);
    private static final long PROBE_TIMEOUT_S = 5;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NAMESPACES = "--pid --fork --kill-child=KILL --mount-proc";

    private static final class Probed {
        static final Containment BEST = probeFrom(Level.NAMESPACE_ROOT);
    }

    private final Level level;
    private final String whyNotBetter;
    private final List<String> outer;
    private final List<String> guard;
    private final List<String> inner;

    private Containment(Level level, String whyNotBetter, List<String> outer, List<String> guard, List<String> inner) {
        this.level = level;
        this.whyNotBetter = whyNotBetter;
        this.outer = outer;
        this.guard = guard;
        this.inner = inner;
    }

    /**
     * The best containment that works here. Tried out by the first call, which takes some 10 ms; later calls return the
     * same object. Anything less than a namespace is logged as a warning.
     */
    public static Containment probe() {
        return Probed.BEST;
    }

    /** Begins to try out the best containment, so that {@link #probe()} need not wait for as long. */
    public static void probeInBackground() {
        Thread thread = new Thread(Containment::probe, "spm-containment-probe");
        thread.setDaemon(true);
        thread.start();
    }

    /** The best containment that works here and is no better than {@code best}; tried out by every call. */
    public static Containment atMost(Level best) {
        return probeFrom(best);
    }

    /** The level in force. */
    public Level level() {
        return level;
    }

    /** Whether it is one of the two levels from which nothing escapes. */
    public boolean isNamespace() {
        return level == Level.NAMESPACE_ROOT || level == Level.NAMESPACE_USER;
    }

    /** For people: which level is in force, what that means, and why it is not a better one. */
    public String describe() {
        String meaning = switch (level) {
            case NAMESPACE_ROOT -> "PID namespace; nothing that a process starts outlives it";
            case NAMESPACE_USER -> "PID namespace inside a user namespace; nothing that a process starts outlives it";
            case PROCESS_TREE -> "guarded process tree; a daemon that clears its environment may outlive its owner";
            case NONE -> "none; what a process starts may outlive it, and its owner";
        };
        String name = level.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "containment " + name + ": " + meaning + (whyNotBetter.isEmpty() ? "" : ". " + whyNotBetter);
    }

    @Override
    public String toString() {
        return describe();
    }

    /** Whether processes have a guard that reads a lease from their standard input. */
    boolean isGuarded() {
        return level != Level.NONE;
    }

    /** The command line that runs {@code argv} contained. */
    List<String> wrap(List<String> argv, Duration lease) {
        if (!isGuarded()) {
            return argv;
        }
        List<String> all = new ArrayList<>(outer.size() + guard.size() + inner.size() + argv.size() + 2);
        all.addAll(outer);
        all.addAll(guard);
        all.add(BigDecimal.valueOf(lease.toMillis(), 3).divide(TWO).toPlainString());
        all.add(isNamespace() ? "" : newMarker());
        all.addAll(inner);
        all.addAll(argv);
        return all;
    }

    /**
     * The command line that runs {@code argv} as PID 1 of a namespace and in a session of its own, without a guard.
     *
     * @throws IllegalStateException if this is no namespace
     */
    List<String> enclose(List<String> argv) {
        if (!isNamespace()) {
            throw new IllegalStateException("only a namespace contains without a guard: " + describe());
        }
        List<String> all = new ArrayList<>(outer);
        all.addAll(inner);
        all.addAll(argv);
        return all;
    }

    private static String newMarker() {
        return "SPM_IN_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static Containment probeFrom(Level best) {
        List<String> reasons = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level.compareTo(best) < 0) {
                continue;
            }
            Optional<Containment> candidate = candidate(level, reasons);
            if (candidate.isPresent() && candidate.get().works(reasons)) {
                Containment found = candidate.get();
                if (found.isNamespace()) {
                    LOG.debug("{}", found.describe());
                } else {
                    LOG.warn("{}", found.describe());
                }
                return found;
            }
        }
        throw new AssertionError("the last level needs nothing");
    }

    private static Optional<Containment> candidate(Level level, List<String> reasons) {
        String because = String.join("; ", reasons);
        if (level == Level.NONE) {
            return Optional.of(new Containment(level, because, List.of(), List.of(), List.of()));
        }
        boolean namespace = level != Level.PROCESS_TREE;
        List<String> needed = namespace ? List.of("bash", "setsid", "setpriv", "unshare") : List.of("bash", "setsid");
        String missing =
                needed.stream().filter(name -> Programs.find(name).isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            reasons.add(level + " needs " + missing + " (packages util-linux and bash)");
            return Optional.empty();
        }
        List<String> outer = new ArrayList<>();
        if (hasTerminal()) {
            // Keys such as Ctrl-\ and Ctrl-Z go to all processes of a terminal's group; they are meant for the owner.
            outer.add(Programs.find("setsid").orElseThrow());
        }
        if (namespace) {
            outer.addAll(List.of(Programs.find("setpriv").orElseThrow(), "--pdeathsig", "KILL"));
            outer.add(Programs.find("unshare").orElseThrow());
            if (level == Level.NAMESPACE_USER) {
                outer.addAll(List.of("--user", "--map-current-user"));
            }
            outer.addAll(List.of(NAMESPACES.split(" ")));
        }
        // Privileged mode makes bash ignore BASH_ENV and functions from the environment.
        List<String> guard =
                List.of(Programs.find("bash").orElseThrow(), "-p", "-c", Scripts.load("guard.sh"), "spm-guard");

        // Its own process group: a task's "kill 0" would otherwise reach its owner, for groups span namespaces.
        List<String> inner = new ArrayList<>(List.of(Programs.find("setsid").orElseThrow()));
        if (!namespace && Programs.find("setpriv").isPresent()) {
            inner.addAll(List.of(Programs.find("setpriv").orElseThrow(), "--pdeathsig", "KILL"));
        }
        return Optional.of(new Containment(level, because, List.copyOf(outer), guard, List.copyOf(inner)));
    }

    private boolean works(List<String> reasons) {
        if (!isGuarded()) {
            return true;
        }
        try {
            Process process = new ProcessBuilder(wrap(List.of("true"), ProcessSpec.DEFAULT_LEASE)).start();
            try {
                // Before the output is read, so that a probe that hangs cannot hang the reader.
                boolean ended = process.waitFor(PROBE_TIMEOUT_S, TimeUnit.SECONDS);
                if (ended && process.exitValue() == 0) {
                    return true;
                }
                reasons.add(level + " is not permitted: " + (ended ? complaint(process) : "the probe hangs"));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            reasons.add(level + " does not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reasons.add(level + " was not tried out: the thread was interrupted");
        }
        return false;
    }

    private static String complaint(Process process) throws IOException {
        String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "exit code " + process.exitValue() : text;
    }

    private static boolean hasTerminal() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // After the name, which may contain anything: state, ppid, pgrp, session, tty_nr.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return !fields[4].equals("0");
        } catch (IOException | IndexOutOfBoundsException e) {
            return true;
        }
    }
}
