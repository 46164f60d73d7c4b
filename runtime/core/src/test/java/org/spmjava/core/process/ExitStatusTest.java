package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.spmjava.core.process.ExitStatus.Cause.EXITED;
import static org.spmjava.core.process.ExitStatus.Cause.FAILED_BY_ITSELF;
import static org.spmjava.core.process.ExitStatus.Cause.KILLED_FROM_OUTSIDE;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitStatusTest {

    @Test
    void everySignalIsEitherAFailureOfTheProcessOrAKillFromOutside() {
        Set<Integer> failures = Set.of(4, 5, 6, 7, 8, 11);
        assertThat(IntStream.rangeClosed(1, 64).boxed()).allSatisfy(signal -> {
            ExitStatus status = ExitStatus.signalled(signal);
            assertThat(status.isSignalled()).isTrue();
            assertThat(status.signal()).isEqualTo(signal);
            assertThat(status.cause()).isEqualTo(failures.contains(signal) ? FAILED_BY_ITSELF : KILLED_FROM_OUTSIDE);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 125, 126, 127, 128, 193, 255})
    void anOrdinaryCodeIsAnExit(int code) {
        ExitStatus status = ExitStatus.exited(code);
        assertThat(status.cause()).isEqualTo(EXITED);
        assertThat(status.isSignalled()).isFalse();
        assertThat(status.signal()).isZero();
        assertThat(status.isSuccess()).isEqualTo(code == 0);
    }

    @Test
    void aLostLeaseIsAKillFromOutsideAndNotASignal() {
        ExitStatus status = new ExitStatus(ExitStatus.LEASE_LOST_CODE);
        assertThat(status.isLeaseLost()).isTrue();
        assertThat(status.isSignalled()).isFalse();
        assertThat(status.cause()).isEqualTo(KILLED_FROM_OUTSIDE);
    }

    @Test
    void itReadsAsASentence() {
        assertThat(ExitStatus.exited(3)).hasToString("exit code 3");
        assertThat(ExitStatus.signalled(9)).hasToString("killed by SIGKILL");
        assertThat(ExitStatus.signalled(40)).hasToString("killed by signal 40");
        assertThat(new ExitStatus(213)).hasToString("ended because its lease lapsed");
    }

    @Test
    void whatIsNoCodeOrNoSignalIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ExitStatus.exited(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExitStatus.exited(256));
        assertThatIllegalArgumentException().isThrownBy(() -> ExitStatus.signalled(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExitStatus.signalled(65));
    }
}
