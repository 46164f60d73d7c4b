package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.core.process.ExitStatus;

/** Kill is ended from outside: by a signal, or because the lease or the channel was lost. */
class SpokeExitTest {

    @ParameterizedTest
    @ValueSource(ints = {128 + 9, 128 + 15, ExitStatus.LEASE_LOST_CODE, SpokeExit.CHANNEL_LOST})
    void whatEndsASpokeFromOutsideIsAKill(int code) {
        assertThat(ContainedSpokes.exit(new ExitStatus(code)).fromOutside()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, SpokeExit.HALTED, SpokeExit.FAILED, 128 + 11})
    void whatASpokeDoesToItselfIsNone(int code) {
        assertThat(ContainedSpokes.exit(new ExitStatus(code)).fromOutside()).isFalse();
    }

    @Test
    void aLostChannelIsNamed() {
        assertThat(ContainedSpokes.exit(new ExitStatus(SpokeExit.CHANNEL_LOST)).description())
                .isEqualTo("its process ended: it could not reach the Hub any more");
    }
}
