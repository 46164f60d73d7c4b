package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.core.hub.HubUnderTest.EXITED;
import static org.spmjava.core.hub.HubUnderTest.withSpokes;

import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.core.message.SpokeMessage;

/** When a task began, as its final status has it: by the Hub's clock, from the invocation of its command. */
class StartsTest {

    private static final long MS = 1_000_000;

    private static void returns(HubUnderTest hub, long incarnation, long attempt, long durationMs) {
        hub.says(incarnation, new SpokeMessage.Returned(1, attempt, durationMs * MS, HubUnderTest.RESULT));
    }

    @Test
    void aTaskBeganAsMuchBeforeItsEndAsItTook() {
        HubUnderTest hub = withSpokes(1).tasks(2).at(50);
        hub.invoke();
        hub.at(90);
        returns(hub, 1, 1, 30);
        hub.at(140);
        returns(hub, 1, 2, 45);

        assertThat(hub.startsNs).containsEntry(0, 10 * MS).containsEntry(1, 45 * MS);
    }

    @Test
    void noTaskBeganBeforeItsCommandWhateverASpokesClockSays() {
        HubUnderTest hub = withSpokes(1).tasks(1).at(50);
        hub.invoke();
        hub.at(60);
        returns(hub, 1, 1, 11);

        assertThat(hub.startsNs).containsEntry(0, 0L);
    }

    @Test
    void aTaskWhoseSpokeDiedBeganWhenItWasGivenOut() {
        HubUnderTest hub = withSpokes(1).tasks(2);
        hub.invoke();
        hub.at(20);
        returns(hub, 1, 1, 20);
        hub.at(75).exits(1, EXITED);

        assertThat(hub.startsNs).containsEntry(1, 20 * MS);
    }

    @Test
    void aDroppedTaskHasTheTimeAtWhichItWasDropped() {
        HubUnderTest hub = withSpokes(1).tasks(2).at(5);
        hub.invoke();
        hub.at(40).stops();

        assertThat(hub.startsNs).containsEntry(1, 35 * MS);
    }

    @Test
    void whatAUnitHoldsBackBeganWhenItBegan() {
        HubUnderTest hub = withSpokes(2)
                .pattern(Pattern.TEMPLATE, Policy.ONCE)
                .grain(Grain.GENERAL)
                .timeoutMs(90_000)
                .tasks(1);
        hub.invoke();
        hub.at(30);
        returns(hub, 1, 1, 25);
        hub.at(400);
        returns(hub, 2, 2, 390);

        assertThat(hub.startsNs).containsEntry(0, 5 * MS).containsEntry(1, 10 * MS);
    }

    @Test
    void whoSharesAFateBeganWhenItBegan() {
        HubUnderTest hub = withSpokes(2)
                .pattern(Pattern.TEMPLATE, Policy.ONCE)
                .grain(Grain.GENERAL)
                .timeoutMs(90_000)
                .tasks(1);
        hub.invoke();
        hub.at(30);
        returns(hub, 1, 1, 25);
        hub.at(400).exits(2, EXITED);

        assertThat(hub.startsNs).containsEntry(0, 5 * MS).containsEntry(1, 0L);
    }
}
