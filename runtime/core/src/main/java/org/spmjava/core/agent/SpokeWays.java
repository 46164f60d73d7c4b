package org.spmjava.core.agent;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.communication.Handles;
import org.spmjava.core.communication.Incoming;
import org.spmjava.core.communication.Peers;
import org.spmjava.core.communication.UnitMail;
import org.spmjava.core.spoke.SpokeEffect.Answer;
import org.spmjava.core.spoke.SpokeEffect.FormUnit;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.transport.SendResult;
import org.spmjava.core.transport.SpokeTransport;

/**
 * The ways out of an evaluation in a Spoke's process. While the evaluator's thread waits here, it does what the agent's
 * loop does otherwise. Everything but the waiting itself happens under the agent's lock.
 */
final class SpokeWays implements Ways {

    private static final long LONGEST_PARK_NS = 10_000_000;
    /** So long a member spins that waits, where it may: a yield could cost it a slice of whoever computes. */
    private static final long SPIN_NS = SpokeAgent.HOT_NS;
    /** So often a member that spins looks for messages of the others before it looks after anything else. */
    private static final int LOOKS = 32;
    /** A power of two: of so many turns of a member that waits, one is for the Hub and the transport. */
    private static final int TURNS_PER_ROUND = 8;

    private static final int POLL_LIMIT = 64;
    private static final int MESSAGE_OVERHEAD = 64;
    private static final int MOST_BYTES_PER_CHAR = 3;

    private static final long WINDOW_BYTES = 1 << 20;
    private static final byte[] NOTHING = {};

    private final Object lock;
    private final SpokeTransport transport;
    /** The evaluator's thread's. */
    private final Patience patience;

    private final long incarnation;
    private final Agent agent;
    private final UnitMail mail = new UnitMail();
    private final SpokeTransport.PeerHandler toMail = mail::accept;
    private Unit unit;
    private Answer answer;
    private long toldBytes;

    /** Whose ways these are; called under its lock. */
    interface Agent {
        void on(SpokeEvent event);

        /** Takes in what the Hub says; returns how much it was. */
        int pollHub();

        /** Whether nothing waits any more that was to be said to the Hub. */
        boolean hasSaidAll();
    }

    SpokeWays(Object lock, SpokeTransport transport, Patience patience, long incarnation, Agent agent) {
        this.lock = lock;
        this.transport = transport;
        this.patience = patience;
        this.incarnation = incarnation;
        this.agent = agent;
    }

    void form(FormUnit formed) {
        List<Long> members = formed.incarnations();
        Incoming incoming = mail.form(formed.command(), members);
        unit = new Unit(formed.command(), members, members.indexOf(incarnation), incoming);
    }

    void answer(Answer given) {
        answer = given;
    }

    /** What arrives for the task that has ended is of no use any more; it is read nevertheless. */
    void evaluated() {
        toldBytes = 0;
        if (unit != null) {
            unit.incoming.close();
        }
    }

    void forget(int command) {
        mail.release(command);
        if (unit != null && unit.command <= command) {
            unit = null;
        }
    }

    /** Takes in what other Spokes send; returns how much it was. */
    int pollPeers() {
        return transport.pollPeers(toMail, POLL_LIMIT);
    }

    /** Who waits for the task that has ended here waits in vain, and is told so; false if that is to be tried again. */
    boolean tellEnded() {
        boolean told = unit == null || Handles.tellEnded(unit);
        if (!told) {
            transport.doWork();
        }
        return told;
    }

    @Override
    public byte[] ask(String signature, byte[] question) {
        synchronized (lock) {
            answer = null;
            agent.on(new SpokeEvent.Asks(signature, question));
        }
        patience.found();
        while (true) {
            boolean busy;
            synchronized (lock) {
                busy = turn();
                if (answer != null) {
                    break;
                }
            }
            idleUnless(busy);
        }
        patience.found();
        if (answer.refusal() != null) {
            throw new SPMInvariantViolation("ask '" + signature + "'", "an answer of the Hub", answer.refusal());
        }
        return answer.answer();
    }

    /** After so much that the Hub was told, it is waited for: it may be slower than the task, and keeps what waits. */
    @Override
    public void tell(String signature, byte[] message) {
        send(signature, message);
        toldBytes += message.length + MESSAGE_OVERHEAD;
        if (toldBytes >= WINDOW_BYTES) {
            toldBytes = 0;
            ask(Handlers.HEARD, NOTHING);
        }
    }

    private void send(String signature, byte[] message) {
        synchronized (lock) {
            agent.on(new SpokeEvent.Tells(signature, message));
        }
        patience.found();
        while (true) {
            boolean busy;
            synchronized (lock) {
                if (agent.hasSaidAll()) {
                    return;
                }
                busy = turn();
            }
            idleUnless(busy);
        }
    }

    @Override
    public int maxLength(String signature) {
        return transport.maxMessageLength() - MESSAGE_OVERHEAD - MOST_BYTES_PER_CHAR * signature.length();
    }

    @Override
    public Peers peers(int command) {
        synchronized (lock) {
            return unit != null && unit.command == command ? unit : null;
        }
    }

    /** Moves what can be moved; returns whether anything arrived. */
    private boolean turn() {
        int taken = agent.pollHub() + pollPeers();
        if (taken == 0 || !agent.hasSaidAll()) {
            transport.doWork();
        }
        return taken > 0;
    }

    private void idleUnless(boolean busy) {
        if (busy) {
            patience.found();
        } else {
            idle(patience.idleNs(), false);
        }
    }

    /** Of room nobody is told. */
    private void idle(long idleNs, boolean forRoom) {
        boolean told;
        synchronized (lock) {
            told = !forRoom && agent.hasSaidAll() && transport.isFlushed();
        }
        if (told) {
            patience.idle(idleNs, LONGEST_PARK_NS);
        } else {
            patience.idleUntold(idleNs);
        }
    }

    /** The unit as the evaluator's thread sees it. */
    private final class Unit implements Peers {
        /** Where there is a processor for each, who waits need not make room for those that it waits for. */
        private final boolean spins;

        private int turns;
        /** Somebody may ring from now on, so that a look is at everything. */
        private boolean waitsLong;

        private final int command;
        private final List<Long> members;
        private final int rank;
        private final Incoming incoming;
        private final BitSet gone = new BitSet();
        private boolean noRoom;

        private Unit(int command, List<Long> members, int rank, Incoming incoming) {
            this.spins = members.size() <= Runtime.getRuntime().availableProcessors();
            this.command = command;
            this.members = members;
            this.rank = rank;
            this.incoming = incoming;
        }

        @Override
        public int rank() {
            return rank;
        }

        @Override
        public int size() {
            return members.size();
        }

        @Override
        public int command() {
            return command;
        }

        @Override
        public int maxMessageLength() {
            return transport.maxMessageLength();
        }

        @Override
        public boolean send(int to, ByteBuffer message) {
            synchronized (lock) {
                SendResult result = transport.sendTo(members.get(to), message);
                if (result == SendResult.CLOSED) {
                    gone.set(to);
                }
                noRoom = result == SendResult.BACK_PRESSURE;
                return !noRoom;
            }
        }

        @Override
        public boolean isGone(int other) {
            return gone.get(other);
        }

        @Override
        public boolean poll() {
            boolean busy;
            synchronized (lock) {
                busy = takeIn();
            }
            if (busy) {
                waitsLong = false;
                patience.standUp();
            }
            return busy;
        }

        private boolean takeIn() {
            if (waitsLong) {
                return turn();
            }
            if (transport.pollPeers(toMail, POLL_LIMIT, spins ? LOOKS : 1) > 0) {
                return true;
            }
            return (++turns & TURNS_PER_ROUND - 1) == 0 && turn();
        }

        @Override
        public Incoming incoming() {
            return incoming;
        }

        @Override
        public long nowNs() {
            return System.nanoTime();
        }

        @Override
        public void idle(long idleNs, Supplier<String> waiting) {
            waitsLong = idleNs >= SPIN_NS;
            if (!spins || waitsLong) {
                SpokeWays.this.idle(idleNs, noRoom);
            }
        }
    }
}
