package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;

/** What a method does that matters here, in the order of its instructions. */
sealed interface Step {

    /** The line of the source, or 0 if the class file does not tell. */
    int line();

    /** The class that is named, if it is not the JDK's. */
    default Optional<String> names() {
        String type = null;
        if (this instanceof Call call) {
            type = call.target().owner();
        } else if (this instanceof Creation creation) {
            type = creation.type();
        } else if (this instanceof Callback callback) {
            type = callback.target().owner();
        } else if (this instanceof StaticField field) {
            type = field.field().owner();
        }
        return Optional.ofNullable(type).filter(name -> !concernsJdkOnly(name));
    }

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

    /** Reads a static field, or writes it. */
    record StaticField(FieldRef field, boolean writes, int line) implements Step {}

    /** Reads a system property, or sets it. */
    record Property(boolean sets, int line) implements Step {}

    /** Names classes that Spokes load before they go online. */
    record Preload(List<String> modules, int line) implements Step {}

    /** Does what cannot be followed. */
    record Obscure(FindingCode code, String what, int line) implements Step {}

    /**
     * Whether nothing of this class matters here: the JDK calls what it is handed, and that is seen where it is handed.
     */
    static boolean concernsJdkOnly(String type) {
        return type.startsWith("java/");
    }
}
