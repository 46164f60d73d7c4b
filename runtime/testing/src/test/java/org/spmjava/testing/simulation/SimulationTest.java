package org.spmjava.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    /** One seed to replay. */
    private static final Long SEED = Long.getLong("spm.seed");

    /** How many sessions are simulated; the seeds are the numbers from 1 on. */
    private static final long SCHEDULES = Long.getLong("spm.schedules", 100_000);

    @Test
    void everyInvariantHoldsInEverySession() {
        seeds(SCHEDULES).parallel().forEach(seed -> new Simulation(seed).run());
    }

    @Test
    void theSameSeedTwiceIsTheSameLog() {
        seeds(100).forEach(seed -> assertThat(log(seed)).isEqualTo(log(seed)));
    }

    @Test
    void anotherSeedIsAnotherSession() {
        assertThat(LongStream.rangeClosed(1, 100).mapToObj(SimulationTest::log)).doesNotHaveDuplicates();
    }

    private static String log(long seed) {
        return new Simulation(seed).run().log();
    }

    private static LongStream seeds(long count) {
        return SEED == null ? LongStream.rangeClosed(1, count) : LongStream.of(SEED);
    }
}
