package org.spmjava.core.agent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.spmjava.core.hub.HubEffect.Explained;
import org.spmjava.core.hub.HubEvent;

/** Questions of any thread to the one that has the Hub's core, which may be busy: nobody waits for long. */
final class Questions {

    private static final long TIMEOUT_NS = 1_000_000_000L;

    private final Map<Long, CompletableFuture<Explained>> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /**
     * Asks, and waits for the answer.
     *
     * @param hub takes the question; may answer it at once
     * @return empty if there was none in time
     */
    Optional<Explained> ask(int task, Consumer<HubEvent> hub) throws InterruptedException {
        long question = last.incrementAndGet();
        CompletableFuture<Explained> answer = new CompletableFuture<>();
        open.put(question, answer);
        try {
            hub.accept(new HubEvent.ExplanationAsked(question, task));
            return Optional.of(answer.get(TIMEOUT_NS, TimeUnit.NANOSECONDS));
        } catch (TimeoutException busy) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        } finally {
            open.remove(question);
        }
    }

    /** The answer to a question, which may have been given up. */
    void answered(Explained answer) {
        CompletableFuture<Explained> asker = open.get(answer.question());
        if (asker != null) {
            asker.complete(answer);
        }
    }
}
