package org.spmjava.core.spoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import org.spmjava.core.spoke.SpokeEvent.Received;

class SpokeCoreTest {

    private static final byte[] RESULT = {1};
    private static final byte[] PAYLOAD = {2};

    private final SpokeCore core = new SpokeCore(1_000);
    private final List<SpokeEffect> effects = new ArrayList<>();

    private List<SpokeEffect> on(SpokeEvent event, long nowNs) {
        effects.clear();
        core.on(event, nowNs, effects::add);
        return List.copyOf(effects);
    }

    private static Assign assign(long attempt) {
        return new Assign(1, attempt, 100, PAYLOAD);
    }

    private void begin() {
        on(new Received(new Begin(1, "Definition", 42, 3)), 0);
    }

    @Test
    void itJoinsWhenItStarts() {
        assertThat(on(new SpokeEvent.Started("host"), 0))
                .containsExactly(new Send(new SpokeMessage.Join(MessageCodec.PROTOCOL, "host")));
    }

    @Test
    void aTaskIsEvaluatedAtOnceAndReportedWhenItReturns() {
        begin();
        assertThat(on(new Received(assign(1)), 10)).containsExactly(new Evaluate("Definition", 42, 3, assign(1)));
        assertThat(on(new SpokeEvent.Returned(RESULT), 30))
                .containsExactly(new Send(new SpokeMessage.Returned(1, 1, 20, RESULT)));
    }

    @Test
    void theNextTaskStartsOnlyAfterTheReportOfTheOneBefore() {
        begin();
        on(new Received(assign(1)), 0);
        assertThat(on(new Received(assign(2)), 0)).isEmpty();
        assertThat(on(new SpokeEvent.Returned(RESULT), 5))
                .containsExactly(
                        new Send(new SpokeMessage.Returned(1, 1, 5, RESULT)),
                        new Evaluate("Definition", 42, 3, assign(2)));
    }

    @Test
    void aThrowableIsReportedAndTheSpokeGoesOn() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        assertThat(on(new SpokeEvent.Threw(Verdict.EVAL_UNCAUGHT, "boom", "trace"), 5))
                .containsExactly(
                        new Send(new SpokeMessage.Failed(1, 1, 5, Verdict.EVAL_UNCAUGHT, "boom", "trace")),
                        new Evaluate("Definition", 42, 3, assign(2)));
    }

    @Test
    void afterAFatalFailureNothingStartsAnyMore() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        assertThat(on(new SpokeEvent.Threw(Verdict.EVAL_FATAL, "heap", ""), 5))
                .containsExactly(
                        new Send(new SpokeMessage.Failed(1, 1, 5, Verdict.EVAL_FATAL, "heap", "")), new Halt("heap"));
        assertThat(on(new Received(assign(3)), 6)).isEmpty();
    }

    @Test
    void aTaskThatIsStillRunningAtItsDeadlineIsReportedAndTheProcessEnds() {
        begin();
        on(new Received(assign(1)), 0);
        assertThat(on(new SpokeEvent.Tick(), 99)).isEmpty();
        List<SpokeEffect> atDeadline = on(new SpokeEvent.Tick(), 100);
        assertThat(atDeadline).hasSize(2);
        assertThat(((SpokeMessage.Failed) ((Send) atDeadline.get(0)).message()).verdict())
                .isEqualTo(Verdict.EVAL_TIMEOUT);
        assertThat(atDeadline.get(1)).isInstanceOf(Halt.class);
        assertThat(on(new SpokeEvent.Returned(RESULT), 101)).isEmpty();
    }

    @Test
    void aDeadlineThatPassesWhilePreloadingIsALoadTimeout() {
        begin();
        on(new Received(assign(1)), 0);
        assertThat(on(new SpokeEvent.Preloading(), 1)).containsExactly(new Send(new SpokeMessage.Loading(1, 1)));
        SpokeEffect first = on(new SpokeEvent.Tick(), 100).get(0);
        assertThat(((SpokeMessage.Failed) ((Send) first).message()).verdict()).isEqualTo(Verdict.LOAD_TIMEOUT);
    }

    @Test
    void aTaskThatReturnsAfterItsDeadlineHasTimedOut() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        List<SpokeEffect> late = on(new SpokeEvent.Returned(RESULT), 100);
        assertThat(((SpokeMessage.Failed) ((Send) late.get(0)).message()).verdict())
                .isEqualTo(Verdict.EVAL_TIMEOUT);
        assertThat(late.get(1)).isInstanceOf(Halt.class);
        assertThat(late).hasSize(2);
    }

    @Test
    void itsDeadlineRunsFromItsStartAndNotFromItsAssignment() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        on(new SpokeEvent.Returned(RESULT), 90);
        assertThat(on(new SpokeEvent.Tick(), 189)).isEmpty();
        assertThat(on(new SpokeEvent.Tick(), 190)).hasSize(2);
    }

    @Test
    void aRecallGivesBackWhatHasNotStartedAndNothingElse() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        on(new Received(assign(3)), 0);
        assertThat(on(new Received(new Recall(1)), 1))
                .containsExactly(new Send(new SpokeMessage.Recalled(1, List.of(2L, 3L))));
        assertThat(on(new SpokeEvent.Returned(RESULT), 2)).hasSize(1);
    }

    @Test
    void anAssignmentOrRecallOfAnotherCommandIsIgnored() {
        begin();
        assertThat(on(new Received(new Assign(2, 1, 100, PAYLOAD)), 0)).isEmpty();
        assertThat(on(new Received(new Recall(2)), 0)).isEmpty();
    }

    @Test
    void itSaysThatItIsAliveOnlyAfterASilence() {
        on(new SpokeEvent.Started("host"), 0);
        assertThat(on(new SpokeEvent.Tick(), 999)).isEmpty();
        assertThat(on(new SpokeEvent.Tick(), 1_000)).containsExactly(new Send(new SpokeMessage.Heartbeat()));
        assertThat(on(new SpokeEvent.Tick(), 1_500)).isEmpty();
    }

    @Test
    void aShutdownEndsTheProcess() {
        assertThat(on(new Received(new Shutdown()), 0)).containsExactly(new Halt("the session ended"));
    }

    @Test
    void aQuestionIsNumberedAndItsAnswerHandedOverOnce() {
        begin();
        on(new Received(assign(7)), 0);
        assertThat(on(new SpokeEvent.Tells("news", PAYLOAD), 1))
                .containsExactly(new Send(new SpokeMessage.Told(1, 7, "news", PAYLOAD)));
        assertThat(on(new SpokeEvent.Asks("what", PAYLOAD), 1))
                .containsExactly(new Send(new SpokeMessage.Asked(1, 7, 1, "what", PAYLOAD)));
        assertThat(on(new Received(new Reply(1, 7, 1, RESULT)), 2)).containsExactly(new Answer(RESULT, null));
        assertThat(on(new Received(new Reply(1, 7, 1, RESULT)), 2)).isEmpty();
        assertThat(on(new SpokeEvent.Asks("what", PAYLOAD), 3))
                .containsExactly(new Send(new SpokeMessage.Asked(1, 7, 2, "what", PAYLOAD)));
        assertThat(on(new Received(new Refusal(1, 7, 2, "no")), 4)).containsExactly(new Answer(null, "no"));
    }

    @Test
    void anAnswerToAnotherQuestionTaskOrCommandIsIgnored() {
        begin();
        assertThat(on(new Received(new Reply(1, 7, 1, RESULT)), 0)).isEmpty();
        on(new Received(assign(7)), 0);
        on(new SpokeEvent.Asks("what", PAYLOAD), 0);
        on(new SpokeEvent.Asks("what", PAYLOAD), 0);
        assertThat(on(new Received(new Reply(1, 7, 1, RESULT)), 0)).isEmpty();
        assertThat(on(new Received(new Reply(1, 6, 2, RESULT)), 0)).isEmpty();
        assertThat(on(new Received(new Reply(2, 7, 2, RESULT)), 0)).isEmpty();
        assertThat(on(new Received(new Refusal(2, 7, 2, "no")), 0)).isEmpty();
        on(new SpokeEvent.Returned(RESULT), 1);
        on(new Received(assign(8)), 1);
        assertThat(on(new Received(new Reply(1, 7, 2, RESULT)), 2)).isEmpty();
        assertThat(on(new SpokeEvent.Asks("what", PAYLOAD), 3))
                .containsExactly(new Send(new SpokeMessage.Asked(1, 8, 1, "what", PAYLOAD)));
    }

    @Test
    void theUnitOfTheCommandIsHandedOverAndThatOfAnotherIgnored() {
        begin();
        assertThat(on(new Received(new Unit(1, List.of(4L, 3L))), 0)).containsExactly(new FormUnit(1, List.of(4L, 3L)));
        assertThat(on(new Received(new Unit(2, List.of(4L, 3L))), 0)).isEmpty();
    }

    @Test
    void whatIsLeftOfACommandIsForgottenBeforeItIsAcknowledged() {
        begin();
        on(new Received(assign(1)), 0);
        on(new Received(assign(2)), 0);
        on(new SpokeEvent.Threw(Verdict.EVAL_UNCAUGHT, "", ""), 1);
        on(new SpokeEvent.Returned(RESULT), 2);
        assertThat(on(new Received(new Release(1)), 3))
                .containsExactly(new Forget(1), new Send(new SpokeMessage.Released(1)));
        assertThat(on(new Received(assign(3)), 4)).isEmpty();
        assertThat(on(new Received(new Unit(1, List.of(4L))), 4)).isEmpty();
    }
}
