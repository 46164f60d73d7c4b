package org.spmjava.core.agent;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.agent.Circumstances.Fate;
import org.spmjava.core.communication.Incoming;
import org.spmjava.core.communication.Peers;
import org.spmjava.core.communication.UnitMail;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.spoke.SpokeCore;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.tracker.Exit;

/** A Spoke of a serial session. Tasks that may communicate get a thread each, since they wait for each other. */
final class VirtualSpoke {

    private static final long NEVER = Long.MAX_VALUE;

    private final SpokeIdentity identity;
    private final Session session;
    private final Circumstances circumstances;
    private final SpokeCore core = new SpokeCore(NEVER);
    private final TaskEvaluator evaluator;
    private final ArrayDeque<SpokeEvent> inbox = new ArrayDeque<>();
    private final UnitMail mail = new UnitMail();
    private SpokeEffect.Evaluate work;
    private SpokeEffect.Answer answer;
    private Unit unit;
    private Coroutine evaluation;
    private SpokeEvent end;
    private String waiting;
    private String halted;
    private boolean started;
    private boolean unreported;
    private long busyUntilNs;
    private Fate fate;

    /** The session that it belongs to. */
    interface Session {
        void tell(HubEvent event);

        /** A Spoke of it; null if it has ended. */
        VirtualSpoke spoke(long incarnation);

        void ended(VirtualSpoke spoke);

        /** The time of the session, and what befalls its Spokes. */
        Circumstances circumstances();

        /** Whether the tasks of the present command wait for others while they are evaluated. */
        boolean tasksMayWait();
    }

    VirtualSpoke(SpokeIdentity identity, ApiBackend backend, Session session) {
        this.identity = identity;
        this.session = session;
        this.circumstances = session.circumstances();
        this.evaluator = new TaskEvaluator(identity, backend, Integer.MAX_VALUE, new SerialWays());
    }

    long incarnation() {
        return identity.incarnation();
    }

    void start() {
        busyUntilNs = circumstances.nowNs() + circumstances.startNs(identity);
        startIfDue();
    }

    private boolean startIfDue() {
        if (started || isBusy()) {
            return false;
        }
        started = true;
        on(new SpokeEvent.Started(identity.host()));
        return true;
    }

    /** Whether time must pass before anything happens here. */
    private boolean isBusy() {
        return circumstances.nowNs() - busyUntilNs < 0;
    }

    void hear(SpokeEvent event) {
        inbox.add(event);
    }

    /** The Hub ends it by force. */
    void destroy() {
        if (evaluation != null) {
            evaluation.cancel();
        }
        session.tell(new HubEvent.SpokeExited(incarnation(), new Exit(true, "ended by the Hub")));
    }

    boolean isEvaluating() {
        return evaluation != null;
    }

    /** What its task waits for; null if it does not. */
    String waiting() {
        return waiting;
    }

    /** What its task waits for never comes. */
    void fail(RuntimeException reason) {
        evaluation.fail(reason);
        endIfDone();
    }

    /** Hears of a task no sooner than it can evaluate it, since the task's clock starts then. */
    boolean takeTurn() {
        if (isBusy()) {
            return false;
        }
        if (startIfDue() || reportIfDue()) {
            return true;
        }
        while ((work == null || evaluation != null) && !inbox.isEmpty()) {
            on(inbox.removeFirst());
        }
        if (evaluation != null) {
            evaluation.resume();
            return endIfDone();
        }
        if (work == null) {
            return false;
        }
        SpokeEffect.Evaluate task = work;
        work = null;
        fate = circumstances.fate(identity);
        if (fate.end() == Fate.End.KILLED_BEFORE) {
            killed();
            return true;
        }
        if (session.tasksMayWait()) {
            evaluation = new Coroutine(identity.whoAmI(), () -> evaluate(task));
            evaluation.resume();
            endIfDone();
        } else {
            evaluate(task);
            evaluated();
        }
        return true;
    }

    private void evaluate(SpokeEffect.Evaluate task) {
        Standing.enterVirtualSpoke(identity);
        try {
            end = new SpokeEvent.Returned(evaluator.evaluate(task, new Progress()));
        } catch (TaskFailure failure) {
            end = new SpokeEvent.Threw(failure.verdict(), failure.getMessage(), failure.stackTrace());
        } finally {
            Standing.leaveVirtualSpoke();
        }
    }

    private boolean endIfDone() {
        if (!evaluation.isDone()) {
            return false;
        }
        evaluation = null;
        evaluated();
        return true;
    }

    private void evaluated() {
        if (unit != null) {
            unit.incoming.close();
        }
        busyUntilNs = circumstances.nowNs() + fate.durationNs();
        unreported = true;
        reportIfDue();
    }

    private boolean reportIfDue() {
        if (!unreported || isBusy()) {
            return false;
        }
        unreported = false;
        if (fate.end() == Fate.End.KILLED_AFTER) {
            killed();
            return true;
        }
        on(end);
        if (halted != null) {
            session.ended(this);
            session.tell(new HubEvent.SpokeExited(incarnation(), new Exit(false, halted)));
        }
        return true;
    }

    /** Something from outside ends it. */
    private void killed() {
        session.ended(this);
        session.tell(new HubEvent.SpokeExited(incarnation(), new Exit(true, "killed from outside")));
    }

    private void on(SpokeEvent event) {
        core.on(event, circumstances.nowNs(), this::perform);
    }

    private void perform(SpokeEffect effect) {
        if (effect instanceof SpokeEffect.Send send) {
            session.tell(new HubEvent.Received(incarnation(), send.message()));
        } else if (effect instanceof SpokeEffect.Evaluate evaluate) {
            work = evaluate;
        } else if (effect instanceof SpokeEffect.FormUnit formed) {
            Incoming incoming = mail.form(formed.command(), formed.incarnations());
            unit = new Unit(formed.command(), formed.incarnations(), incoming);
        } else if (effect instanceof SpokeEffect.Answer given) {
            answer = given;
        } else if (effect instanceof SpokeEffect.Forget over) {
            mail.release(over.command());
            unit = null;
            evaluator.forget(over.command());
        } else if (effect instanceof SpokeEffect.Halt halt) {
            halted = halt.reason();
        }
    }

    private void await(String what) {
        waiting = what;
        try {
            evaluation.suspend();
        } finally {
            waiting = null;
        }
    }

    private final class Progress implements TaskEvaluator.Progress {
        @Override
        public void preloading() {
            on(new SpokeEvent.Preloading());
        }

        @Override
        public void online() {
            on(new SpokeEvent.Online());
        }
    }

    private final class SerialWays implements Ways {

        @Override
        public byte[] ask(String signature, byte[] question) {
            answer = null;
            on(new SpokeEvent.Asks(signature, question));
            while (answer == null) {
                await(identity.whoAmI() + " waits in ask '" + signature + "' for the Hub");
            }
            if (answer.refusal() != null) {
                throw new SPMInvariantViolation("ask '" + signature + "'", "an answer of the Hub", answer.refusal());
            }
            return answer.answer();
        }

        @Override
        public void tell(String signature, byte[] message) {
            on(new SpokeEvent.Tells(signature, message));
        }

        @Override
        public int maxLength(String signature) {
            return Integer.MAX_VALUE;
        }

        @Override
        public Peers peers(int command) {
            return unit != null && unit.command == command ? unit : null;
        }
    }

    private final class Unit implements Peers {
        private final int command;
        private final List<Long> members;
        private final Incoming incoming;

        private Unit(int command, List<Long> members, Incoming incoming) {
            this.command = command;
            this.members = members;
            this.incoming = incoming;
        }

        @Override
        public int rank() {
            return members.indexOf(incarnation());
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
            return Integer.MAX_VALUE;
        }

        /** It arrives at once: nobody else runs. */
        @Override
        public boolean send(int to, ByteBuffer message) {
            VirtualSpoke peer = session.spoke(members.get(to));
            if (peer != null) {
                peer.mail.accept(incarnation(), message.duplicate());
                peer.waiting = null;
            }
            return true;
        }

        @Override
        public boolean isGone(int other) {
            return session.spoke(members.get(other)) == null;
        }

        @Override
        public boolean poll() {
            return false;
        }

        @Override
        public Incoming incoming() {
            return incoming;
        }

        @Override
        public long nowNs() {
            return circumstances.nowNs();
        }

        @Override
        public void idle(long idleNs, Supplier<String> what) {
            await(what.get());
        }

        /** Who looks for a message again and again may never do anything else; yet it does not wait. */
        @Override
        public void giveWay() {
            evaluation.suspend();
        }
    }
}
