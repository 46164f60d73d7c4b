package org.spmjava.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a virtual cloud is made. Immutable; each {@code with…} gives a changed copy.
 *
 * @param spokes how many Spokes are kept up; empty stands for one a core of this host
 * @param spokeHeapBytes the largest heap of a Spoke; empty leaves it to the JVM
 * @param spokeJvmFlags further flags for the Spokes' JVMs; the ones that SPM.Java needs are always there
 * @param lease how long the Hub may stand still (stopped, or in a debugger) before its Spokes end themselves
 */
public record CloudOptions(
        OptionalInt spokes, OptionalLong spokeHeapBytes, List<String> spokeJvmFlags, Duration lease) {

    private static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

    /** Refuses nonsense and copies the list. */
    public CloudOptions {
        Objects.requireNonNull(lease, "lease");
        spokeJvmFlags = List.copyOf(spokeJvmFlags);
        if (spokes.isPresent() && spokes.getAsInt() < 0) {
            throw new IllegalArgumentException("a virtual cloud has 0 or more Spokes, not " + spokes.getAsInt());
        }
        if (spokeHeapBytes.isPresent() && spokeHeapBytes.getAsLong() < 1) {
            throw new IllegalArgumentException("a heap takes at least 1 byte, not " + spokeHeapBytes.getAsLong());
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a lease is at least 1 s, not " + lease);
        }
    }

    /**
     * One Spoke a core, everything else as the JVM has it, a lease of 10 s.
     *
     * @return the defaults
     */
    public static CloudOptions defaults() {
        return new CloudOptions(OptionalInt.empty(), OptionalLong.empty(), List.of(), DEFAULT_LEASE);
    }

    /**
     * Another number of Spokes.
     *
     * @param count 0 or more
     * @return a changed copy
     */
    public CloudOptions withSpokes(int count) {
        return new CloudOptions(OptionalInt.of(count), spokeHeapBytes, spokeJvmFlags, lease);
    }

    /**
     * Another largest heap.
     *
     * @param bytes at least 1
     * @return a changed copy
     */
    public CloudOptions withSpokeHeapBytes(long bytes) {
        return new CloudOptions(spokes, OptionalLong.of(bytes), spokeJvmFlags, lease);
    }

    /**
     * Other JVM flags.
     *
     * @param flags in their order
     * @return a changed copy
     */
    public CloudOptions withSpokeJvmFlags(List<String> flags) {
        return new CloudOptions(spokes, spokeHeapBytes, flags, lease);
    }

    /**
     * Another lease.
     *
     * @param duration at least 1 s
     * @return a changed copy
     */
    public CloudOptions withLease(Duration duration) {
        return new CloudOptions(spokes, spokeHeapBytes, spokeJvmFlags, duration);
    }

    /**
     * How many Spokes there will be.
     *
     * @return 0 or more
     */
    public int spokeCount() {
        return spokes.orElse(Runtime.getRuntime().availableProcessors());
    }
}
