package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HubSimulationTest {

    private static final int SCHEDULES = 10_000;

    @Test
    void everyInvariantHoldsOverThousandsOfSchedulesWithFaults() {
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            new Simulation(seed).run();
        }
    }

    @Test
    void theSameSeedTwiceIsTheSameLog() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(new Simulation(seed).run()).isEqualTo(new Simulation(seed).run());
        }
    }
}
