package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;

/** What a method does that matters here, in the order of its instructions. */
sealed interface Step {

    /** The line of the source, or 0 if the class file does not tell. */
    int line();

    /** How the method that is called is chosen. */
    enum Kind {
        STATIC,
        EXACT,
        VIRTUAL
    }

    /** Calls a method. */
    record Call(MethodRef target, Kind kind, int line) implements Step {}

    /** Makes an instance. */
    record Creation(String type, int line) implements Step {}

    /** Hands a method on as an instance of {@code type}: a lambda or a method reference. */
    record Callback(MethodRef target, Kind kind, String type, int line) implements Step {}

    /** Uses a static field. {@code through} is the method called on its value, if the use is {@link Use#CALL}. */
    record StaticField(FieldRef field, Use use, Optional<MethodRef> through, int line) implements Step {}

    /** How a static field is used. */
    enum Use {
        READ,
        WRITE,
        READ_AND_WRITE,
        /** Calls a method of the user's on its value: a write if the method writes fields of its own. */
        CALL,
        /** The same, and the result counts. */
        CALL_FOR_RESULT
    }

    /** Names classes that Spokes load before they go online. */
    record Preload(List<String> modules, int line) implements Step {}

    /** Does what cannot be followed. */
    record Obscure(FindingCode code, String what, int line) implements Step {}
}
