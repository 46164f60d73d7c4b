package org.spmjava.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is run on many simulated sessions, one a seed. A parameter of type {@link org.spmjava.api.VirtualCloud}
 * is the session's; it is closed when the test has ended.
 *
 * <p>Managers, evaluators and callbacks are the program's own. All of them run in one thread at a time, on virtual
 * Spokes under a virtual clock: deadlines pass without anybody waiting. Which Spokes come late, which tasks are slow,
 * who is killed when, and whose turn it is, is drawn from the seed; the same seed gives the same session, as long as
 * the program itself leaves nothing to chance.
 *
 * <p>A test that fails names its seed. {@code @SpmSimulation(seed = 42)} replays it, and so does {@code -Dspm.seed=42}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SpmSimulationExtension.class)
public @interface SpmSimulation {

    /** The value of {@link #seed()} if the seeds are those from 1 on. */
    long EVERY_SEED = 0;

    /**
     * How many sessions are simulated.
     *
     * @return at least 1; the seeds are the numbers from 1 on
     */
    int seeds() default 100;

    /**
     * The one seed to simulate.
     *
     * @return {@link #EVERY_SEED} if all of them are
     */
    long seed() default EVERY_SEED;

    /**
     * How many Spokes there are.
     *
     * @return 0 or more
     */
    int spokes() default 3;

    /**
     * What may befall them.
     *
     * @return none for a session in which only the order of things is drawn
     */
    Fault[] faults() default {Fault.LATE, Fault.SLOW, Fault.KILLED};
}
