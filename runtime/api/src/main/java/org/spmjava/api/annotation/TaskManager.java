package org.spmjava.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;

/**
 * Declares that a class manages the tasks of one typedef.
 *
 * <p>For a class {@code Primes} the annotation processor writes, into the same package, {@code PrimesTask} (the
 * payload) and {@code PrimesManager} (the manager stub). Where the typedef's tasks are evaluated by the user's code
 * (its {@code meta} has a {@code module}), every class of {@link #modules()} has exactly one static method
 * {@code @Spoke @Online R taskEval(PrimesTask task)}; one of a fine grain takes a second parameter, by which it
 * communicates: the one that {@link Pattern} names beside pattern, policy and grain. An aggregate also has a static
 * method {@code taskReduce} in the annotated class: centralized {@code @Hub @Online R taskReduce(R left, R right)};
 * decentralized, where {@code R} is a {@code Map<K, V>}, {@code @Spoke @Online V taskReduce(V left, V right)}.
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
     * How far the tasks may communicate: at most one.
     *
     * @return one that goes with pattern and policy; none (the default) stands for the first that does
     */
    Grain[] grain() default {};

    /**
     * What is done where the pattern leaves a choice: at most one.
     *
     * @return one that goes with the pattern; none (the default) stands for the pattern's first
     */
    Policy[] policy() default {};

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
