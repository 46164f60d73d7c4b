package org.spmjava.dsl.model;

import java.util.Optional;

/** The types that are built in. */
public enum ValueType implements ElementType {
    /** A string shorter than 35 characters. */
    STRING_SNIPPET("stringSnippet"),
    STRING("string"),
    /** A reference to a method marked as a task API. */
    API_METHOD("ApiMethod"),
    TIMEOUT("timeout"),
    BOOL("bool"),
    /** The type that the evaluator's signature tells, else {@link #MIXED}. */
    AUTO("auto"),
    /** Named fields, of the API's result type where it is known. */
    RECORD("record"),
    /** One of a closed set of types, told apart by a tag. */
    MIXED("mixed"),
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    BYTES("bytes"),
    INT_ARRAY("int[]"),
    LONG_ARRAY("long[]"),
    DOUBLE_ARRAY("double[]"),
    BOOL_ARRAY("bool[]"),
    DURATION("duration"),
    /** An evaluator class, or a class to load before a Spoke goes online. */
    MODULE("module"),
    /** A class path entry that a Spoke must have. */
    PATH("path");

    private final String keyword;

    ValueType(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }

    /** The type spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<ValueType> of(String keyword) {
        return Keywords.find(values(), ValueType::keyword, keyword);
    }
}
