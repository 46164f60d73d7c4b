package org.spmjava.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How far tasks may communicate before they conclude. Which patterns allow which grain is said at {@link Pattern}. */
public enum Grain {
    /** With nobody: every communication primitive is disabled. */
    @Enables({})
    COARSE,
    /** Fine, limited: with the Hub, always at the initiative of the Spoke. */
    @Enables({Primitive.ASK, Primitive.TELL})
    LIMITED,
    /** Fine, general: with each other and with the Hub. All Spokes are one unit: what befalls one befalls all. */
    @Enables({
        Primitive.ASK,
        Primitive.TELL,
        Primitive.SEND,
        Primitive.RECEIVE,
        Primitive.POLL,
        Primitive.BROADCAST,
        Primitive.BARRIER,
        Primitive.EXCHANGE,
        Primitive.REDUCE,
        Primitive.ALL_REDUCE,
        Primitive.AGGREGATE_RANK
    })
    GENERAL;

    /** The primitives that a grain enables. Read by the compiler, the runtime and the manual alike. */
    @Documented
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Enables {
        /**
         * The primitives.
         *
         * @return none for a coarse grain
         */
        Primitive[] value();
    }
}
