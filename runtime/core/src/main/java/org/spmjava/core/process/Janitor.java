package org.spmjava.core.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A tiny process that deletes a session's directories when its owner dies, however it dies. It is not contained and has
 * a session of its own, so that it outlives the owner; it ends within a second after it. An owner that is merely
 * stopped keeps it waiting.
 *
 * <p>If the janitor itself is killed, {@link SessionDirectory#sweepLeftovers()} of the next session does its work.
 */
public final class Janitor implements AutoCloseable {

    private static final long CLOSE_LIMIT_S = 4;

    private final Process process;

    private Janitor(Process process) {
        this.process = process;
    }

    /**
     * Starts a janitor for a session of this JVM.
     *
     * @throws IOException if it cannot be started
     */
    public static Janitor start(SessionDirectory session) throws IOException {
        return start(session.roots());
    }

    static Janitor start(List<Path> directories) throws IOException {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", Scripts.load("janitor.sh"), "spm-janitor"));
        // Out of reach of the terminal's keys and of signals to the owner's group.
        Programs.find("setsid").ifPresent(setsid -> argv.add(0, setsid));
        for (Path directory : directories) {
            requireSessionDirectory(directory);
            argv.add(directory.toString());
        }
        return new Janitor(new ProcessBuilder(argv)
                .directory(Path.of("/").toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it is on duty. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Dismisses it, and waits until it has ended. What of its directories still exists, it deletes; so close the
     * session first. Idempotent. An interrupt ends the waiting and stays set.
     */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended, or been killed; there is nobody left to dismiss.
        }
        try {
            if (!process.waitFor(CLOSE_LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireSessionDirectory(Path directory) {
        boolean harmless = directory.isAbsolute()
                && directory.getFileName() != null
                && directory.equals(directory.normalize())
                && SessionFiles.isSessionName(directory.getFileName().toString())
                && !Files.isSymbolicLink(directory);
        if (!harmless) {
            throw new IllegalArgumentException("not a session's directory: " + directory);
        }
    }
}
