package org.spmjava.core.agent;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.communication.Peers;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeCore;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.transport.HubTransport;
import org.spmjava.core.transport.SendResult;

/** Spokes that are threads of this process, and a transport to them that is queues; both fail as they are told to. */
class MemorySpokes implements HubTransport, SpokeLauncher {

    private static final int LONGEST = 1 << 20;

    private final Map<Long, Spoke> spokes = new ConcurrentHashMap<>();
    private final Map<Long, Queue<byte[]>> toSpokes = new ConcurrentHashMap<>();
    private final Queue<Letter> toHub = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile RuntimeException opening;
    private volatile Runnable onPoll = () -> {};
    private final MemoryParking parking = new MemoryParking();

    private record Letter(long incarnation, byte[] bytes) {}

    /** The next so many messages to Spokes are refused for back pressure. */
    void refuse(int messages) {
        refusals.set(messages);
    }

    /** The next opening of a way to a Spoke throws. */
    void failToOpen(RuntimeException failure) {
        opening = failure;
    }

    /** How many Spokes were ever launched. */
    int launched() {
        return spokes.size();
    }

    /** Done by the Hub's thread before each of its polls. */
    void onPoll(Runnable what) {
        onPoll = what;
    }

    /** As a signal from outside would. */
    void kill(long incarnation) {
        spokes.get(incarnation).end(new Exit(true, "signal 9"));
    }

    /** Says whatever a Spoke never would. */
    void babble(long incarnation) {
        toHub.add(new Letter(incarnation, new byte[] {99}));
        parking.wake();
    }

    @Override
    public List<String> open(long incarnation) {
        RuntimeException failure = opening;
        if (failure != null) {
            opening = null;
            throw failure;
        }
        toSpokes.put(incarnation, new ConcurrentLinkedQueue<>());
        return List.of();
    }

    @Override
    public void close(long incarnation) {
        toSpokes.remove(incarnation);
    }

    @Override
    public SendResult send(long incarnation, ByteBuffer message) {
        Queue<byte[]> queue = toSpokes.get(incarnation);
        if (queue == null) {
            return SendResult.CLOSED;
        }
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return SendResult.BACK_PRESSURE;
        }
        byte[] copy = new byte[message.remaining()];
        message.duplicate().get(copy);
        queue.add(copy);
        return SendResult.SENT;
    }

    @Override
    public int poll(Handler handler, int limit) {
        onPoll.run();
        int polled = 0;
        for (Letter next = toHub.poll(); next != null; next = ++polled < limit ? toHub.poll() : null) {
            handler.onMessage(next.incarnation, ByteBuffer.wrap(next.bytes));
        }
        return polled;
    }

    @Override
    public void drain(long incarnation, Handler handler) {
        toHub.removeIf(letter -> {
            if (letter.incarnation == incarnation) {
                handler.onMessage(letter.incarnation, ByteBuffer.wrap(letter.bytes));
            }
            return letter.incarnation == incarnation;
        });
    }

    @Override
    public int doWork() {
        return 0;
    }

    @Override
    public boolean wantsWork() {
        return false;
    }

    @Override
    public void rouse(long incarnation) {}

    @Override
    public void prepareToPark() {
        parking.prepareToPark();
    }

    @Override
    public void cancelPark() {
        parking.cancelPark();
    }

    @Override
    public void park(long timeoutNs) {
        parking.park(timeoutNs);
    }

    @Override
    public void wake() {
        parking.wake();
    }

    @Override
    public int maxMessageLength() {
        return LONGEST;
    }

    @Override
    public void close() {
        spokes.keySet().forEach(this::destroy);
    }

    @Override
    public void launch(int slot, long incarnation, List<String> arguments, BiConsumer<Long, Exit> onExit) {
        Spoke spoke = new Spoke(new SpokeIdentity(slot, incarnation, "memory"), onExit);
        spokes.put(incarnation, spoke);
        spoke.thread.setDaemon(true);
        spoke.thread.start();
    }

    @Override
    public void destroy(long incarnation) {
        Spoke spoke = spokes.get(incarnation);
        if (spoke != null) {
            spoke.end(new Exit(true, "signal 9"));
        }
    }

    private final class Spoke {
        private final SpokeIdentity identity;
        private final BiConsumer<Long, Exit> onExit;
        private final SpokeCore core = new SpokeCore(500_000_000);
        private final MessageCodec codec = new MessageCodec();
        private final TaskEvaluator evaluator;
        private final Thread thread = new Thread(this::run, "memory-spoke");
        private SpokeEffect.Evaluate work;
        private boolean ended;

        Spoke(SpokeIdentity identity, BiConsumer<Long, Exit> onExit) {
            this.identity = identity;
            this.onExit = onExit;
            this.evaluator = new TaskEvaluator(
                    identity,
                    (api, arguments) -> {
                        throw new UnsupportedOperationException();
                    },
                    LONGEST,
                    new NoWays());
        }

        private void run() {
            on(new SpokeEvent.Started(identity.host()));
            while (!isEnded()) {
                Queue<byte[]> inbox = toSpokes.get(identity.incarnation());
                byte[] next = inbox == null ? null : inbox.poll();
                if (next != null) {
                    on(new SpokeEvent.Received(codec.decodeHubMessage(ByteBuffer.wrap(next))));
                } else if (work != null) {
                    SpokeEffect.Evaluate task = work;
                    work = null;
                    on(evaluate(task));
                } else {
                    on(new SpokeEvent.Tick());
                    LockSupport.parkNanos(200_000);
                }
            }
        }

        private SpokeEvent evaluate(SpokeEffect.Evaluate task) {
            try {
                return new SpokeEvent.Returned(evaluator.evaluate(task, new TaskEvaluator.Progress() {
                    @Override
                    public void preloading() {
                        on(new SpokeEvent.Preloading());
                    }

                    @Override
                    public void online() {
                        on(new SpokeEvent.Online());
                    }
                }));
            } catch (TaskFailure failure) {
                return new SpokeEvent.Threw(failure.verdict(), failure.getMessage(), failure.stackTrace());
            }
        }

        private void on(SpokeEvent event) {
            core.on(event, System.nanoTime(), effect -> {
                if (effect instanceof SpokeEffect.Send send) {
                    say(send.message());
                } else if (effect instanceof SpokeEffect.Evaluate evaluate) {
                    work = evaluate;
                } else if (effect instanceof SpokeEffect.Halt) {
                    end(new Exit(false, "exit code 70"));
                }
            });
        }

        private synchronized void say(SpokeMessage message) {
            if (!ended) {
                ByteBuffer bytes = codec.encode(message);
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                toHub.add(new Letter(identity.incarnation(), copy));
                parking.wake();
            }
        }

        private synchronized boolean isEnded() {
            return ended;
        }

        /** Of a thread that does not listen nothing is heard any more, as if it were a process that is gone. */
        private synchronized void end(Exit exit) {
            if (!ended) {
                ended = true;
                thread.interrupt();
                onExit.accept(identity.incarnation(), exit);
            }
        }
    }

    /** The tasks of these Spokes are of coarse grain. */
    private static final class NoWays implements Ways {
        @Override
        public Peers peers(int command) {
            return null;
        }

        @Override
        public byte[] ask(String signature, byte[] question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tell(String signature, byte[] message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int maxLength(String signature) {
            return LONGEST;
        }
    }
}
