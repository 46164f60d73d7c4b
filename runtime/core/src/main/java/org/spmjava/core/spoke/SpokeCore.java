package org.spmjava.core.spoke;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.HubMessage.Refusal;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.HubMessage.Reply;
import org.spmjava.core.message.HubMessage.Shutdown;
import org.spmjava.core.message.HubMessage.Unit;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeEffect.Answer;
import org.spmjava.core.spoke.SpokeEffect.Evaluate;
import org.spmjava.core.spoke.SpokeEffect.Forget;
import org.spmjava.core.spoke.SpokeEffect.FormUnit;
import org.spmjava.core.spoke.SpokeEffect.Halt;
import org.spmjava.core.spoke.SpokeEffect.Send;

/**
 * The door of a Spoke's core. It evaluates one task at a time, in the order of their assignment, and reports each
 * before it starts the next: so whatever happens to the process, at most the oldest unreported task was ever started.
 */
public final class SpokeCore {

    private final long heartbeatNs;
    private final ArrayDeque<Assign> waiting = new ArrayDeque<>();
    private Begin begin;
    private Assign current;
    /** The last question of the current task, which waits for its answer; 0 if it does not. */
    private int awaited;

    private int questions;
    private boolean preloading;
    private boolean halting;
    private long startedNs;
    private long saidNs;

    /**
     * Makes the core of a Spoke that has not started.
     *
     * @param heartbeatNs after how long a silence it says that it is alive
     */
    public SpokeCore(long heartbeatNs) {
        this.heartbeatNs = heartbeatNs;
    }

    /**
     * Something happened.
     *
     * @param event what
     * @param nowNs when, by any clock that does not go backwards
     * @param effects gets the effects in the order in which they are to be done; must not call back
     */
    public void on(SpokeEvent event, long nowNs, Consumer<SpokeEffect> effects) {
        if (halting) {
            return;
        }
        if (event instanceof SpokeEvent.Received received) {
            received(received, nowNs, effects);
        } else if (event instanceof SpokeEvent.Returned returned) {
            returned(returned.result(), nowNs, effects);
        } else if (event instanceof SpokeEvent.Threw threw) {
            threw(threw, nowNs, effects);
        } else if (event instanceof SpokeEvent.Tick) {
            tick(nowNs, effects);
        } else if (event instanceof SpokeEvent.Preloading) {
            preloading = true;
            say(new SpokeMessage.Loading(current.command(), current.attempt()), nowNs, effects);
        } else if (event instanceof SpokeEvent.Online) {
            preloading = false;
            say(new SpokeMessage.Online(current.command(), current.attempt()), nowNs, effects);
        } else if (event instanceof SpokeEvent.Asks asks) {
            asks(asks, nowNs, effects);
        } else if (event instanceof SpokeEvent.Tells tells) {
            say(
                    new SpokeMessage.Told(current.command(), current.attempt(), tells.signature(), tells.message()),
                    nowNs,
                    effects);
        } else if (event instanceof SpokeEvent.Started started) {
            say(new SpokeMessage.Join(MessageCodec.PROTOCOL, started.host()), nowNs, effects);
        }
    }

    private void received(SpokeEvent.Received received, long nowNs, Consumer<SpokeEffect> effects) {
        if (received.message() instanceof Assign assign) {
            if (begin != null && assign.command() == begin.command()) {
                waiting.addLast(assign);
                startNext(nowNs, effects);
            }
        } else if (received.message() instanceof Begin next) {
            begin = next;
            waiting.clear();
        } else if (received.message() instanceof Recall recall) {
            if (begin != null && recall.command() == begin.command()) {
                List<Long> attempts = waiting.stream().map(Assign::attempt).toList();
                waiting.clear();
                say(new SpokeMessage.Recalled(recall.command(), attempts), nowNs, effects);
            }
        } else if (received.message() instanceof Reply reply) {
            if (isAwaited(reply.command(), reply.attempt(), reply.request())) {
                answer(new Answer(reply.answer(), null), effects);
            }
        } else if (received.message() instanceof Refusal refusal) {
            if (isAwaited(refusal.command(), refusal.attempt(), refusal.request())) {
                answer(new Answer(null, refusal.reason()), effects);
            }
        } else if (received.message() instanceof Unit unit) {
            if (begin != null && unit.command() == begin.command()) {
                effects.accept(new FormUnit(unit.command(), unit.incarnations()));
            }
        } else if (received.message() instanceof Release release) {
            release(release, nowNs, effects);
        } else if (received.message() instanceof Shutdown) {
            halt("the session ended", effects);
        }
    }

    /** The Hub says so when nothing runs here: what is still there was given up, and never starts. */
    private void release(Release release, long nowNs, Consumer<SpokeEffect> effects) {
        if (begin != null && release.command() == begin.command()) {
            begin = null;
            waiting.clear();
        }
        effects.accept(new Forget(release.command()));
        say(new SpokeMessage.Released(release.command()), nowNs, effects);
    }

    private void asks(SpokeEvent.Asks asks, long nowNs, Consumer<SpokeEffect> effects) {
        awaited = ++questions;
        say(
                new SpokeMessage.Asked(
                        current.command(), current.attempt(), awaited, asks.signature(), asks.question()),
                nowNs,
                effects);
    }

    private boolean isAwaited(int command, long attempt, int request) {
        return current != null && request == awaited && attempt == current.attempt() && command == current.command();
    }

    private void answer(Answer answer, Consumer<SpokeEffect> effects) {
        awaited = 0;
        effects.accept(answer);
    }

    private void startNext(long nowNs, Consumer<SpokeEffect> effects) {
        if (current == null && !waiting.isEmpty()) {
            current = waiting.removeFirst();
            preloading = false;
            awaited = 0;
            questions = 0;
            startedNs = nowNs;
            effects.accept(new Evaluate(begin.definition(), begin.fingerprint(), begin.rank(), current));
        }
    }

    private void returned(byte[] result, long nowNs, Consumer<SpokeEffect> effects) {
        if (overdue(nowNs)) {
            // The evaluator came back by itself, but too late: a deadline that has passed has passed.
            failAndHalt(timeout(), "it returned after its deadline", "", nowNs, effects);
            return;
        }
        say(new SpokeMessage.Returned(current.command(), current.attempt(), nowNs - startedNs, result), nowNs, effects);
        next(nowNs, effects);
    }

    private void threw(SpokeEvent.Threw threw, long nowNs, Consumer<SpokeEffect> effects) {
        Verdict verdict = overdue(nowNs) ? timeout() : threw.verdict();
        if (verdict == Verdict.LOAD_UNCAUGHT || verdict == Verdict.EVAL_UNCAUGHT) {
            fail(verdict, threw.text(), threw.stackTrace(), nowNs, effects);
            next(nowNs, effects);
        } else {
            failAndHalt(verdict, threw.text(), threw.stackTrace(), nowNs, effects);
        }
    }

    private void next(long nowNs, Consumer<SpokeEffect> effects) {
        current = null;
        startNext(nowNs, effects);
    }

    private void tick(long nowNs, Consumer<SpokeEffect> effects) {
        if (overdue(nowNs)) {
            String text = "it was still running at its deadline of " + current.timeoutNs() / 1_000_000 + " ms";
            failAndHalt(timeout(), text, "", nowNs, effects);
        } else if (nowNs - saidNs >= heartbeatNs) {
            say(new SpokeMessage.Heartbeat(), nowNs, effects);
        }
    }

    private boolean overdue(long nowNs) {
        return current != null && nowNs - startedNs >= current.timeoutNs();
    }

    private Verdict timeout() {
        return preloading ? Verdict.LOAD_TIMEOUT : Verdict.EVAL_TIMEOUT;
    }

    private void fail(Verdict verdict, String text, String stackTrace, long nowNs, Consumer<SpokeEffect> effects) {
        say(
                new SpokeMessage.Failed(
                        current.command(), current.attempt(), nowNs - startedNs, verdict, text, stackTrace),
                nowNs,
                effects);
    }

    /** The Hub takes what waits here as never started, so nothing may start after such a report. */
    private void failAndHalt(
            Verdict verdict, String text, String stackTrace, long nowNs, Consumer<SpokeEffect> effects) {
        fail(verdict, text, stackTrace, nowNs, effects);
        halt(text, effects);
    }

    private void halt(String reason, Consumer<SpokeEffect> effects) {
        halting = true;
        waiting.clear();
        effects.accept(new Halt(reason));
    }

    private void say(SpokeMessage message, long nowNs, Consumer<SpokeEffect> effects) {
        saidNs = nowNs;
        effects.accept(new Send(message));
    }
}
