package org.spmjava.tests.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A person at a terminal, which {@code script} of util-linux makes. */
final class Typist implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Thread reader;
    private final StringBuilder seen = new StringBuilder();
    private int awaited;

    Typist(String main, String... args) throws IOException {
        String command = Java.command(List.of(), main, args).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        process = new ProcessBuilder("script", "--quiet", "--flush", "--return", "--command", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        reader = new Thread(this::read, "typist");
        reader.start();
    }

    void type(String line) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((line + "\r").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until a text appears after the one that was awaited before. */
    void await(String text) {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                synchronized (seen) {
                    int place = seen.indexOf(text, awaited);
                    if (place >= 0) {
                        awaited = place + text.length();
                    }
                    return place >= 0;
                }
            });
        } catch (ConditionTimeoutException missing) {
            synchronized (seen) {
                throw new AssertionError("no '" + text + "' in:\n" + seen.substring(awaited), missing);
            }
        }
    }

    /** Waits until the program has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try (InputStream screen = process.getInputStream()) {
            for (int count = screen.read(buffer); count >= 0; count = screen.read(buffer)) {
                synchronized (seen) {
                    seen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
