package org.spmjava.core.hub;

import java.util.Set;
import org.spmjava.api.Primitive;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.HubEvent.Answered;
import org.spmjava.core.message.HubMessage.Refusal;
import org.spmjava.core.message.HubMessage.Reply;
import org.spmjava.core.message.SpokeMessage.Asked;
import org.spmjava.core.message.SpokeMessage.Told;

/** What tasks that run ask and tell the Hub. Whatever is stale by now is filtered here, in both directions. */
final class Conversation {

    private final CommandSpec spec;
    private final HubCore.Surroundings hub;
    private final Ledger ledger;
    private final Set<Primitive> enabled;

    Conversation(CommandSpec spec, HubCore.Surroundings hub, Ledger ledger) {
        this.spec = spec;
        this.hub = hub;
        this.ledger = ledger;
        this.enabled = Compatibility.primitivesOf(spec.grain());
    }

    /** Whether the grain enables it; otherwise who asks is told so. */
    boolean asked(Worker worker, Attempt attempt, Asked asked) {
        long incarnation = worker.spoke().incarnation();
        if (!enabled.contains(Primitive.ASK)) {
            String reason = "grain " + spec.grain() + " does not enable " + Primitive.ASK;
            hub.emit(new Send(incarnation, new Refusal(spec.command(), attempt.number, asked.request(), reason)));
            return false;
        }
        ledger.call(spoken(worker, attempt, asked.request(), asked.signature(), asked.question()));
        return true;
    }

    /** Whether the grain enables it; otherwise it is not heard. */
    boolean told(Worker worker, Attempt attempt, Told told) {
        if (!enabled.contains(Primitive.TELL)) {
            return false;
        }
        ledger.call(spoken(worker, attempt, 0, told.signature(), told.message()));
        return true;
    }

    /** The answer goes to the attempt that asked, or to nobody. */
    void answered(Worker worker, Answered answer) {
        if (worker == null || !worker.live() || worker.head() == null || worker.head().number != answer.attempt()) {
            return;
        }
        hub.emit(new Send(
                answer.incarnation(),
                answer.answer() == null
                        ? new Refusal(spec.command(), answer.attempt(), answer.request(), answer.refusal())
                        : new Reply(spec.command(), answer.attempt(), answer.request(), answer.answer())));
    }

    private Spoken spoken(Worker worker, Attempt attempt, int request, String signature, byte[] message) {
        return new Spoken(
                spec.command(),
                attempt.task,
                worker.spoke(),
                worker.rank(),
                attempt.number,
                request,
                signature,
                message);
    }
}
