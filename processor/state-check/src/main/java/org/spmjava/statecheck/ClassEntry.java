package org.spmjava.statecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A class file's place, and what was read there. Whoever claims it reads it; thread-safe. */
final class ClassEntry {

    /** Where the bytes are. */
    interface Location {
        byte[] bytes() throws IOException;
    }

    private final Origin origin;
    private final Location location;
    private final AtomicBoolean offered = new AtomicBoolean();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private boolean asked;
    private volatile Optional<ClassFile> file;
    private volatile Throwable failure;

    ClassEntry(Origin origin, Location location) {
        this.origin = origin;
        this.location = location;
    }

    Origin origin() {
        return origin;
    }

    byte[] bytes() throws IOException {
        return location.bytes();
    }

    /** Whether this is the first time that somebody might want it. */
    boolean offer() {
        return !offered.get() && offered.compareAndSet(false, true);
    }

    /** Whether the caller is to read it: one is. */
    boolean claim() {
        return !claimed.get() && claimed.compareAndSet(false, true);
    }

    /** For whoever claimed it; never throws. */
    void read() {
        try {
            file = Optional.of(ClassScan.of(location.bytes(), origin));
        } catch (IOException | RuntimeException | Error why) {
            failure = why;
            file = Optional.empty();
        }
    }

    boolean isRead() {
        return file != null;
    }

    /**
     * What was read, for the one thread that asks; empty if the file is damaged.
     *
     * @throws UncheckedIOException if it could not be read at all
     */
    Optional<ClassFile> file() {
        asked = true;
        if (failure instanceof IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } else if (failure instanceof Error error) {
            throw error;
        }
        return file;
    }

    /** The classes that it names, without those of the JDK. */
    Set<String> named() {
        Set<String> names = new HashSet<>();
        file.ifPresent(read -> {
            names.addAll(read.supertypes());
            for (Method method : read.methods()) {
                for (Step step : method.steps()) {
                    step.names().ifPresent(names::add);
                }
            }
        });
        return names;
    }

    /** Why it could not be read, if it was asked for and could not: what was read ahead only does not count. */
    Optional<String> damage() {
        return asked && failure != null ? Optional.of(String.valueOf(failure.getMessage())) : Optional.empty();
    }
}
