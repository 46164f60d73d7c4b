package org.spmjava.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A policy and a grain that go with a {@link Pattern}. The first one of a pattern is its default. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Allows.Table.class)
public @interface Allows {

    /**
     * The policy.
     *
     * @return the policy
     */
    Policy policy();

    /**
     * The grain.
     *
     * @return the grain
     */
    Grain grain();

    /**
     * What an evaluator is handed beside its task, and with it the primitives of the grain.
     *
     * @return an interface; {@code void.class} for a coarse grain, whose evaluators are handed nothing
     */
    Class<?> handle() default void.class;

    /** All that go with one pattern. */
    @Documented
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Table {
        /**
         * The combinations.
         *
         * @return the default first
         */
        Allows[] value();
    }
}
