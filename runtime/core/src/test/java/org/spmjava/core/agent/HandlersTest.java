package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.TaskSpec;

/** What tasks ask is answered by the user's code, as far as the answer can be sent. */
class HandlersTest {

    private static final RequestReply<Integer, String> WORD = RequestReply.of("word", Codecs.INT, Codecs.STRING);

    private final Handlers<Trial> handlers = new Handlers<>(100);

    private boolean answers(int length) throws Exception {
        byte[] payload = new Wires().encode(new Trial.AsList().payloadCodec(), Trial.of("asks"));
        TaskSpec task = new TaskSpec("asks", 1, false, false, payload, TaskSpec.NO_PREDECESSORS);
        CommandSpec spec = new CommandSpec(
                1,
                "Definition",
                42,
                Pattern.LIST,
                Policy.ISOLATED,
                Grain.LIMITED,
                List.of(task),
                1,
                new TreeSet<>(List.of(0)),
                SpokeFilter.every(),
                1,
                1,
                1,
                1);
        byte[] question = new Wires().encode(Codecs.INT, length);
        Spoken spoken = new Spoken(1, 0, new SpokeIdentity(0, 1, "host"), 0, 1, 1, "word", question);
        return handlers.process(new Trial.AsList(), spec, spoken).isPresent();
    }

    @Test
    void anAnswerThatIsTooLongToBeSentIsAnExceptionOfItsHandler() throws Exception {
        handlers.onAsk("door", WORD, (from, length) -> "x".repeat(length));
        assertThat(answers(50)).isTrue();
        assertThatThrownBy(() -> answers(200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the answer to 'word' for task 'asks' takes 2.. bytes; at most 100 can be sent");
    }
}
