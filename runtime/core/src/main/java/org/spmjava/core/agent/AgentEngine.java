package org.spmjava.core.agent;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.error.SPMError;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.tracker.TrackerConfig;
import org.spmjava.core.transport.HubTransport;

/** Runs commands on Spokes in processes of their own, through the Hub's agent. */
final class AgentEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(AgentEngine.class);

    private static final long CLOSE_TIMEOUT_NS = 10_000_000_000L;
    private static final int MESSAGE_OVERHEAD = 64;
    private static final String CALLBACK_THREW = "a callback threw";

    private final HubTransport transport;
    private final SpokeLauncher launcher;
    private final HubAgent agent;
    private final int maxPayloadLength;
    private boolean closed;

    AgentEngine(HubTransport transport, SpokeLauncher launcher, Observers observers, TrackerConfig tracker) {
        this.transport = transport;
        this.launcher = launcher;
        this.agent = new HubAgent(transport, launcher, observers, tracker);
        this.maxPayloadLength = transport.maxMessageLength() - MESSAGE_OVERHEAD;
        agent.start();
    }

    @Override
    public HubEffect.Concluded run(CommandSpec spec, CommandSink sink) throws InterruptedException {
        boolean interruptedAgain = false;
        agent.invoke(new HubEvent.CommandInvoked(spec));
        int callbacks = 0;
        boolean aborted = false;
        boolean givenUp = false;
        while (true) {
            CommandOutput next = agent.poll();
            if (next == null) {
                if (callbacks > 0 && !aborted) {
                    agent.note(new HubEvent.CallbacksReturned(spec.command(), callbacks));
                }
                next = agent.await();
            }
            if (next instanceof CommandOutput.ForUserCode news) {
                if (!aborted && !sink.accept(news.effect(), agent::note)) {
                    aborted = true;
                    agent.note(new HubEvent.CommandAborted(spec.command(), CALLBACK_THREW));
                }
                callbacks++;
            } else if (next instanceof CommandOutput.Done done) {
                if (givenUp) {
                    throw new InterruptedException(
                            "manage was interrupted; the command was given up and has concluded");
                }
                if (interruptedAgain) {
                    Thread.currentThread().interrupt();
                }
                return done.conclusion();
            } else if (next instanceof CommandOutput.Broken broken) {
                throw new SPMError(broken.what(), broken.cause());
            } else if (Thread.interrupted()) {
                if (aborted) {
                    // On its way out already: the interrupt is for whoever comes next, and must not hide the cause.
                    interruptedAgain = true;
                } else {
                    givenUp = true;
                    aborted = true;
                    agent.note(new HubEvent.CommandAborted(spec.command(), "manage was interrupted"));
                }
            }
        }
    }

    @Override
    public Optional<HubEffect.Explained> explain(int task) throws InterruptedException {
        return agent.explain(task);
    }

    @Override
    public int maxPayloadLength() {
        return maxPayloadLength;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        agent.tell(new HubEvent.SessionEnded());
        boolean interrupted = false;
        boolean over = false;
        long sinceNs = System.nanoTime();
        while (!over && System.nanoTime() - sinceNs < CLOSE_TIMEOUT_NS) {
            try {
                over = agent.awaitOver(CLOSE_TIMEOUT_NS - (System.nanoTime() - sinceNs));
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (!over) {
            LOG.error(
                    "The Hub's agent did not end within {} s; ending every process.",
                    CLOSE_TIMEOUT_NS / 1_000_000_000L);
        }
        launcher.close();
        if (over) {
            // While the session lasts the transport is in use: unmapping it under a running thread would end the JVM.
            transport.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
