package org.spmjava.core.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A shell in a PID namespace of its own that runs one command after the other, each in a fresh {@code /bin/sh}. After
 * each, nothing that it started runs any more; a command that does not end is ended with the namespace, and the runner
 * with it. Used by one thread at a time.
 *
 * <p>It has no lease, for it could not read one while it waits for a command. So it is for owners that are contained
 * themselves: it ends when its owner does, and an owner that freezes is ended by its own guard or its Hub.
 */
final class ShellRunner {

    private static final int LONGEST_COMMAND = 8 << 10;
    private static final long SETTLE_NS = TimeUnit.SECONDS.toNanos(3);

    private final ContainedProcess process;
    private final OutputStream commands;
    private final MarkedStream out;
    private final MarkedStream err;
    private boolean spent;

    private ShellRunner(ContainedProcess process, OutputStream commands, byte[] mark) {
        this.process = process;
        this.commands = commands;
        this.out = new MarkedStream(process.standardOutput(), mark);
        this.err = new MarkedStream(process.standardError(), mark);
    }

    /**
     * Starts one.
     *
     * @throws IOException if the system refuses
     */
    static ShellRunner start(ProcessLauncher launcher) throws IOException {
        // Against accidents: no command prints it unless it takes pains to.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String mark =
                HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
        ContainedProcess process =
                launcher.startUnguarded(ProcessSpec.of("/bin/sh", "-c", Scripts.load("runner.sh"), "spm-runner"));
        ShellRunner runner = new ShellRunner(process, process.standardInput(), bytes(mark));
        runner.pump("spm-shell-output", runner.out);
        runner.pump("spm-shell-error", runner.err);
        runner.write(bytes(mark + "\n"));
        return runner;
    }

    /** Whether it can run the command: one that is short, and in the owner's own environment and directory. */
    static boolean takes(ShellCommand command) {
        return command.command().length() <= LONGEST_COMMAND
                && command.command().indexOf('\0') < 0
                && command.environment().isEmpty()
                && command.directory().isEmpty();
    }

    /** Whether it can run one more command. */
    boolean isUsable() {
        return !spent && process.isAlive();
    }

    /**
     * Runs a command, as {@link ShellCoprocess#run} says.
     *
     * @param startNs when the command's time began, by {@link System#nanoTime()}
     * @throws InterruptedException if the calling thread is interrupted; the command is ended first, with this runner
     */
    ShellOutcome run(ShellCommand command, long startNs) throws InterruptedException {
        BoundedCapture kept = new BoundedCapture(command.captureLimitBytes());
        BoundedCapture keptApart = new BoundedCapture(command.captureLimitBytes());
        boolean apart = command.capture() == ShellCommand.Capture.BOTH;
        CompletableFuture<Integer> code = out.expect(kept);
        CompletableFuture<Integer> codeApart = err.expect(keptApart);
        CompletableFuture<Integer> all = apart ? code.thenCombine(codeApart, Math::max) : code;
        write(request(command));
        ExitStatus exit;
        boolean timedOut = false;
        try {
            int ended = all.get(startNs + command.timeout().toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
            spent = ended == MarkedStream.NO_CODE;
            exit = spent ? killed() : new ExitStatus(ended);
        } catch (TimeoutException e) {
            timedOut = true;
            spent = true;
            exit = killed();
            awaitOutput(all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a stream that is marked never fails", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            ShellCoprocess.settle(process);
            throw e;
        }
        return new ShellOutcome(
                exit,
                kept.text(),
                keptApart.text(),
                Duration.ofNanos(System.nanoTime() - startNs),
                timedOut,
                kept.isTruncated() || keptApart.isTruncated());
    }

    private static byte[] request(ShellCommand command) {
        String text = command.command();
        long lines = 1 + text.chars().filter(c -> c == '\n').count();
        return bytes(command.capture() + " " + lines + "\n" + text + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One that cannot be written to has ended, which its streams tell. */
    private void write(byte[] bytes) {
        try {
            commands.write(bytes);
            commands.flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Of a command whose runner was ended; unshare tells nothing of how. */
    private ExitStatus killed() throws InterruptedException {
        process.destroyForcibly();
        process.awaitExit(SETTLE_NS, TimeUnit.NANOSECONDS);
        return ExitStatus.signalled(ExitStatus.SIGKILL);
    }

    private static void awaitOutput(CompletableFuture<Integer> all) throws InterruptedException {
        try {
            all.get(SETTLE_NS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What has come until now counts.
        }
    }

    private void pump(String name, MarkedStream stream) {
        Thread thread = new Thread(stream::pump, name);
        thread.setDaemon(true);
        thread.start();
    }
}
