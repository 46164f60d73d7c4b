package org.spmjava.core.hub;

import static org.spmjava.core.hub.HubUnderTest.concluded;
import static org.spmjava.core.hub.HubUnderTest.is;
import static org.spmjava.core.hub.HubUnderTest.phase;
import static org.spmjava.core.hub.HubUnderTest.returned;
import static org.spmjava.core.hub.HubUnderTest.spoke;
import static org.spmjava.core.hub.HubUnderTest.withSpokes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.message.HubMessage.Refusal;
import org.spmjava.core.message.HubMessage.Reply;
import org.spmjava.core.message.SpokeMessage;

/** What tasks ask and tell the Hub. */
class ConversationTest {

    private static final SpokeIdentity FIRST = spoke(0, 1);
    private static final byte[] QUESTION = {1};
    private static final byte[] ANSWER = {2};

    private static HubUnderTest limited(int tasks) {
        HubUnderTest hub = withSpokes(1).grain(Grain.LIMITED).tasks(tasks);
        hub.invoke();
        return hub;
    }

    private static List<HubEffect> asks(HubUnderTest hub, long attempt, int request) {
        return hub.says(1, new SpokeMessage.Asked(1, attempt, request, "signature::what", QUESTION));
    }

    private static List<HubEffect> tells(HubUnderTest hub, long attempt) {
        return hub.says(1, new SpokeMessage.Told(1, attempt, "signature::what", QUESTION));
    }

    private static List<HubEffect> answers(HubUnderTest hub, long attempt, int request) {
        return hub.on(new HubEvent.Answered(1, 1, attempt, request, ANSWER, ""));
    }

    private static HubEffect spoken(int task, long attempt, int request) {
        return new Spoken(1, task, FIRST, 0, attempt, request, "signature::what", QUESTION);
    }

    @Test
    void aQuestionGoesToACallbackAndItsAnswerToTheTask() {
        HubUnderTest hub = limited(1);
        is(asks(hub, 1, 1), spoken(0, 1, 1));
        is(answers(hub, 1, 1), new Send(1, new Reply(1, 1, 1, ANSWER)));
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(2), concluded(FIRST));
    }

    @Test
    void aQuestionWithoutAnAnswerIsRefused() {
        HubUnderTest hub = limited(1);
        asks(hub, 1, 1);
        is(
                hub.on(new HubEvent.Answered(1, 1, 1, 1, null, "nobody knows")),
                new Send(1, new Refusal(1, 1, 1, "nobody knows")));
    }

    @Test
    void whatATaskTellsIsProcessedBeforeManageReturns() {
        HubUnderTest hub = limited(1);
        is(tells(hub, 1), spoken(0, 1, 0));
        is(hub.returns(1, 1), returned(0, FIRST), phase(Phase.TASKS_EVAL_DONE));
        is(hub.callbacksReturn(1));
        is(hub.callbacksReturn(2), concluded(FIRST));
    }

    @Test
    void anAnswerThatComesAfterItsTaskHasEndedIsNotSent() {
        HubUnderTest hub = limited(2);
        asks(hub, 1, 1);
        hub.returns(1, 1);
        is(answers(hub, 1, 1));
    }

    @Test
    void aQuestionOfAnAttemptThatDoesNotRunIsStale() {
        HubUnderTest hub = limited(2);
        hub.returns(1, 1);
        is(asks(hub, 1, 2));
        is(tells(hub, 1));
        is(hub.says(1, new SpokeMessage.Asked(2, 2, 1, "signature::what", QUESTION)));
    }

    @Test
    void aCoarseTaskIsNotHeard() {
        HubUnderTest hub = withSpokes(1).tasks(1);
        hub.invoke();
        is(asks(hub, 1, 1), new Send(1, new Refusal(1, 1, 1, "grain COARSE does not enable ASK")));
        is(tells(hub, 1));
    }
}
