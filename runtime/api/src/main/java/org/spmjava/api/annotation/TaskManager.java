package org.spmjava.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.spmjava.api.Pattern;

/**
 * Declares that a class manages the tasks of one typedef.
 *
 * <p>For a class {@code Primes} the annotation processor writes, into the same package, {@code PrimesTask} (the
 * payload) and {@code PrimesManager} (the manager stub). Where the typedef's tasks are evaluated by the user's code
 * (its {@code meta} has a {@code module}), every class of {@link #modules()} has exactly one static method
 * {@code @Spoke @Online R taskEval(PrimesTask task)}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TaskManager {

    /**
     * The typedef's file, relative to the typedef root (by convention {@code src/main/spmtype}).
     *
     * @return a relative path with {@code /} between its parts
     */
    String typedef();

    /**
     * Which task of the file: the one with this head.
     *
     * @return the parallel management pattern; {@link Pattern#LIST} unless said otherwise
     */
    Pattern pattern() default Pattern.LIST;

    /**
     * The closure's signature, unique within a session together with the annotated class.
     *
     * @return the signature; empty (the default) stands for {@code "signature::" + the class's simple name}
     */
    String signature() default "";

    /**
     * The evaluator classes among which a task's {@code module} chooses.
     *
     * @return the classes; none (the default) stands for the annotated class itself
     */
    Class<?>[] modules() default {};
}
