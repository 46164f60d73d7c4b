package org.spmjava.core.process;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread of this JVM that starts contained processes. It never ends, because the kernel kills a contained
 * process ({@code PR_SET_PDEATHSIG}) when the <em>thread</em> that started it ends, not only when the JVM does.
 */
final class SpawnThread {

    private static final SpawnThread SHARED = new SpawnThread();

    private record Request(ProcessBuilder builder, CompletableFuture<Process> result) {}

    private final LinkedBlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private SpawnThread() {
        Thread thread = new Thread(this::run, "spm-process-launcher");
        thread.setDaemon(true);
        thread.start();
    }

    static SpawnThread shared() {
        return SHARED;
    }

    /** Starts a process. Not interruptible: an interrupt here would lose a process that is just being started. */
    Process start(ProcessBuilder builder) throws IOException {
        Request request = new Request(builder, new CompletableFuture<>());
        requests.add(request);
        try {
            return request.result().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw e;
        }
    }

    private void run() {
        while (true) {
            try {
                Request request = requests.take();
                try {
                    request.result().complete(request.builder().start());
                } catch (Throwable t) {
                    request.result().completeExceptionally(t);
                }
            } catch (InterruptedException e) {
                // Nobody has the right to stop this thread: all processes of this JVM would die with it.
                Thread.interrupted();
            }
        }
    }
}
