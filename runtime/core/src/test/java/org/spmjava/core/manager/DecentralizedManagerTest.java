package org.spmjava.core.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spmjava.api.Interpretation;

class DecentralizedManagerTest {

    @Test
    void whatIsLostBeforeAUnitCouldBeFormedLeavesNothingToWaitFor() {
        Manager manager = new DecentralizedManager(1);
        manager.spokeAcquired(0);
        assertThat(manager.next(0)).isZero();
        assertThat(manager.returned(0)).isEqualTo(Interpretation.FORM_UNIT);
        assertThat(manager.concluded()).isFalse();
        assertThat(manager.spokeLost(0)).isEqualTo(Interpretation.SHARE_FATE);
        assertThat(manager.concluded()).isTrue();
    }
}
