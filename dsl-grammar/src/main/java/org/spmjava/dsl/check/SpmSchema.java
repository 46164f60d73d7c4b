package org.spmjava.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** What {@code spm} consists of: the system's own part of every task. */
final class SpmSchema {

    /**
     * A field that the system knows.
     *
     * @param name its name
     * @param type the type to write, if in doubt
     * @param accepts whether another type will do
     * @param expected the accepted types, for a sentence
     * @param initializer how it must begin, if it matters
     * @param usual how it begins in most typedefs
     */
    record KnownField(
            String name,
            Type type,
            Predicate<Type> accepts,
            String expected,
            Optional<Absence> initializer,
            Absence usual) {
        /** The declaration to write. */
        String declaration() {
            return type.text() + " " + name + " = " + usual.text() + ";";
        }
    }

    /** A struct of {@code spm}. */
    record Part(String name, List<KnownField> fields) {
        List<String> fieldNames() {
            return fields.stream().map(KnownField::name).toList();
        }

        Optional<KnownField> field(String fieldName) {
            return fields.stream()
                    .filter(field -> field.name().equals(fieldName))
                    .findFirst();
        }
    }

    static final Part META = new Part(
            "meta",
            List.of(
                    deferred("label", new Scalar(ValueType.STRING_SNIPPET)),
                    deferred("api", new Scalar(ValueType.API_METHOD)),
                    either("apiArgs", new Dict(ValueType.STRING, ValueType.MIXED), Absence.DEFERRED),
                    either("path", new Tuple(ValueType.PATH), Absence.NONE),
                    either("modulePreload", new Tuple(ValueType.MODULE), Absence.NONE),
                    deferred("module", new Scalar(ValueType.MODULE)),
                    deferred("timeout", new Scalar(ValueType.TIMEOUT))));

    static final Part CORE = new Part(
            "core",
            List.of(
                    either("relaunchPre", new Scalar(ValueType.BOOL), Absence.NONE),
                    either("relaunchPost", new Scalar(ValueType.BOOL), Absence.NONE),
                    filledIn("nameHost", SpmSchema::isAutoOrString, "`scalar<auto>` or `scalar<string>`"),
                    filledIn("whoAmI", SpmSchema::isAutoOrString, "`scalar<auto>` or `scalar<string>`")));

    static final Part STAT = new Part(
            "stat",
            List.of(
                    filledIn("exception", new Scalar(ValueType.AUTO)::equals, "`scalar<auto>`"),
                    filledIn("returnValue", SpmSchema::isData, "a type of data, such as `scalar<long>`")));

    static final List<Part> PARTS = List.of(META, CORE, STAT);

    static final List<String> PART_NAMES = PARTS.stream().map(Part::name).toList();

    private SpmSchema() {}

    private static KnownField deferred(String name, Type type) {
        return new KnownField(name, type, type::equals, quoted(type), Optional.of(Absence.DEFERRED), Absence.DEFERRED);
    }

    private static KnownField either(String name, Type type, Absence usual) {
        return new KnownField(name, type, type::equals, quoted(type), Optional.empty(), usual);
    }

    private static KnownField filledIn(String name, Predicate<Type> accepts, String expected) {
        return new KnownField(
                name, new Scalar(ValueType.AUTO), accepts, expected, Optional.of(Absence.NONE), Absence.NONE);
    }

    private static String quoted(Type type) {
        return "`" + type.text() + "`";
    }

    private static boolean isAutoOrString(Type type) {
        return type.equals(new Scalar(ValueType.AUTO)) || type.equals(new Scalar(ValueType.STRING));
    }

    private static boolean isData(Type type) {
        return type.elements().stream()
                .noneMatch(element -> element instanceof ValueType value && SystemTypes.isCode(value));
    }
}
