package org.spmjava.core.process;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to start, and how. Immutable; every method returns a changed copy. The standard input of the process is always
 * empty, because its guard keeps the pipe for the lease.
 */
public final class ProcessSpec {

    /** The lease unless {@link #lease(Duration)} says otherwise: 10 s. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

    /** The shortest lease: 100 ms. Below that a garbage collection would look like a death. */
    public static final Duration MIN_LEASE = Duration.ofMillis(100);

    /** The longest lease: a day. */
    public static final Duration MAX_LEASE = Duration.ofDays(1);

    private final List<String> argv;
    private final Map<String, String> environment;
    private final Path directory;
    private final Duration lease;
    private final Redirect standardOutput;
    private final Redirect standardError;
    private final boolean errorMerged;

    private ProcessSpec(
            List<String> argv,
            Map<String, String> environment,
            Path directory,
            Duration lease,
            Redirect standardOutput,
            Redirect standardError,
            boolean errorMerged) {
        this.argv = argv;
        this.environment = environment;
        this.directory = directory;
        this.lease = lease;
        this.standardOutput = standardOutput;
        this.standardError = standardError;
        this.errorMerged = errorMerged;
    }

    /**
     * A process in the owner's environment and working directory, with the default lease and both outputs piped.
     *
     * @param argv the program, searched on the {@code PATH} of its environment, and its arguments
     * @throws IllegalArgumentException if {@code argv} is empty
     */
    public static ProcessSpec of(List<String> argv) {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a process needs at least the name of its program");
        }
        return new ProcessSpec(List.copyOf(argv), Map.of(), null, DEFAULT_LEASE, Redirect.PIPE, Redirect.PIPE, false);
    }

    /** {@link #of(List)}, for a command line that is written out. */
    public static ProcessSpec of(String... argv) {
        return of(List.of(argv));
    }

    /** Adds variables to the environment, or replaces them there. */
    public ProcessSpec environment(Map<String, String> additions) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(additions);
        return new ProcessSpec(argv, Map.copyOf(all), directory, lease, standardOutput, standardError, errorMerged);
    }

    /** Sets the working directory; it must exist when the process is started. */
    public ProcessSpec directory(Path workingDirectory) {
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        return new ProcessSpec(argv, environment, workingDirectory, lease, standardOutput, standardError, errorMerged);
    }

    /**
     * Sets how long the owner may be silent, frozen for instance, before the process is ended.
     *
     * @throws IllegalArgumentException if it is shorter than {@link #MIN_LEASE} or longer than {@link #MAX_LEASE}
     */
    public ProcessSpec lease(Duration longestSilence) {
        if (longestSilence.compareTo(MIN_LEASE) < 0 || longestSilence.compareTo(MAX_LEASE) > 0) {
            throw new IllegalArgumentException("a lease is between 100 ms and a day, not " + longestSilence);
        }
        return new ProcessSpec(
                argv, environment, directory, longestSilence, standardOutput, standardError, errorMerged);
    }

    /** Sets where its standard output goes: {@code PIPE}, {@code INHERIT}, {@code DISCARD} or a file. */
    public ProcessSpec standardOutput(Redirect destination) {
        Objects.requireNonNull(destination, "destination");
        return new ProcessSpec(argv, environment, directory, lease, destination, standardError, errorMerged);
    }

    /** Sets where its standard error goes: {@code PIPE}, {@code INHERIT}, {@code DISCARD} or a file. */
    public ProcessSpec standardError(Redirect destination) {
        Objects.requireNonNull(destination, "destination");
        return new ProcessSpec(argv, environment, directory, lease, standardOutput, destination, false);
    }

    /** Sends its standard error wherever its standard output goes. */
    public ProcessSpec standardErrorMerged() {
        return new ProcessSpec(argv, environment, directory, lease, standardOutput, Redirect.PIPE, true);
    }

    /** The program and its arguments; never empty, immutable. */
    public List<String> argv() {
        return argv;
    }

    /** What is added to the owner's environment; immutable. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The working directory, or empty for the owner's. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /** How long the owner may be silent. */
    public Duration lease() {
        return lease;
    }

    /** Where standard output goes. */
    public Redirect standardOutput() {
        return standardOutput;
    }

    /** Where standard error goes; meaningless if {@link #isErrorMerged()}. */
    public Redirect standardError() {
        return standardError;
    }

    /** Whether standard error follows standard output. */
    public boolean isErrorMerged() {
        return errorMerged;
    }

    /** The command line, for messages. */
    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
