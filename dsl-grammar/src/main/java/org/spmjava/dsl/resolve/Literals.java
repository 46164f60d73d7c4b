package org.spmjava.dsl.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Literal;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** Gives initialisers their meaning, which depends on the type of the field. */
final class Literals {

    private static final List<String> ABSENCES =
            Stream.of(Absence.values()).map(Absence::text).toList();
    private static final List<String> BOOLEANS = List.of("true", "false");

    private static final Pattern LITERAL = Pattern.compile("[-.0-9\"'].*|true|false", Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,100}");
    private static final Pattern REAL = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE]-?[0-9]{1,4})?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,100})(ns|us|ms|s|min|h|d)");

    private static final int LONGEST_SNIPPET = 34;

    private final Scope scope;
    private final Diagnostics diagnostics;

    Literals(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /** What {@code word} means for a field of {@code type}, which is empty if it was not understood. */
    Optional<Initializer> resolve(Word word, Optional<Type> type) {
        Optional<Absence> absence = Absence.of(word.text());
        if (absence.isPresent()) {
            return absence.map(Function.identity());
        }
        boolean literal = LITERAL.matcher(word.text()).matches();
        if (type.isEmpty()) {
            if (!literal && Suggestions.nearest(word.text(), ABSENCES).isPresent()) {
                unknown(word, ABSENCES);
            }
            return Optional.empty();
        }
        if (!(type.get() instanceof Scalar scalar)) {
            return withoutLiterals(word, literal, type.get());
        }
        return scalar.value() instanceof ValueType value
                ? builtIn(word, literal, value, scalar)
                : named(word, literal, scalar);
    }

    private Optional<Initializer> builtIn(Word word, boolean literal, ValueType value, Scalar type) {
        return switch (value) {
            case BOOL -> truth(word, literal, type);
            case INT -> whole(word, literal, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(word, literal, type, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> real(word, literal, type);
            case STRING, STRING_SNIPPET, PATH -> string(word, literal, type);
            case TIMEOUT, DURATION -> time(word, literal, type);
            default -> withoutLiterals(word, literal, type);
        };
    }

    private Optional<Initializer> named(Word word, boolean literal, Scalar type) {
        NamedType named = (NamedType) type.value();
        if (named.kind() == NamedType.Kind.STRUCT) {
            return withoutLiterals(word, literal, type);
        }
        Scope.Entry entry = scope.find(named.name()).orElseThrow();
        if (entry.constants().contains(word.text())) {
            return Optional.of(new Literal.Constant(word.text()));
        }
        String constants = entry.constants().text();
        if (literal && !BOOLEANS.contains(word.text())) {
            mismatch(word, type, "one of " + constants);
        } else if (!entry.damaged()) {
            diagnostics.add(
                    diagnostics.draft(
                            DiagnosticCode.UNKNOWN_CONSTANT, word.span(), word.text(), named.name(), constants),
                    () -> Suggestions.nearest(unqualified(word.text()), candidates(entry)));
        }
        return Optional.empty();
    }

    /** As Java has it: an enum's name in front of the constant's. */
    private static String unqualified(String constant) {
        return constant.substring(constant.lastIndexOf('.') + 1);
    }

    private static List<String> candidates(Scope.Entry entry) {
        return Stream.concat(entry.constants().candidates().stream(), ABSENCES.stream())
                .toList();
    }

    private Optional<Initializer> truth(Word word, boolean literal, Scalar type) {
        if (BOOLEANS.contains(word.text())) {
            return Optional.of(new Literal.Truth(word.text().equals("true")));
        }
        return wrong(word, literal, type, "`true` or `false`", BOOLEANS);
    }

    private Optional<Initializer> whole(Word word, boolean literal, Scalar type, long least, long most) {
        if (!WHOLE.matcher(word.text()).matches()) {
            return wrong(word, literal, type, "a whole number in decimal digits, such as `3` or `-3`", List.of());
        }
        BigInteger value = new BigInteger(word.text());
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            return outOfRange(word, type, least + " to " + most);
        }
        return Optional.of(new Literal.Whole(value.longValueExact()));
    }

    private Optional<Initializer> real(Word word, boolean literal, Scalar type) {
        if (!REAL.matcher(word.text()).matches()) {
            return wrong(
                    word,
                    literal,
                    type,
                    "a number with digits on both sides of a point, such as `3`, `-0.5` or `1e-3`",
                    List.of());
        }
        double value = new BigDecimal(word.text()).doubleValue();
        if (Double.isInfinite(value)) {
            return outOfRange(word, type, "-1.7976931348623157e308 to 1.7976931348623157e308");
        }
        return Optional.of(new Literal.Real(word.text().startsWith("-") && value == 0 ? -0.0 : value));
    }

    private Optional<Initializer> string(Word word, boolean literal, Scalar type) {
        String text = word.text();
        if (text.startsWith("'")) {
            diagnostics.error(DiagnosticCode.SINGLE_QUOTES, word.span(), text.substring(1, text.length() - 1));
            return Optional.empty();
        }
        if (!text.startsWith("\"")) {
            return literal ? wrong(word, true, type, "a string such as `\"text\"`", List.of()) : unquoted(word);
        }
        Optional<String> value = Strings.unquote(word, diagnostics);
        if (value.isPresent()
                && type.value() == ValueType.STRING_SNIPPET
                && value.get().length() > LONGEST_SNIPPET) {
            return outOfRange(word, type, "0 to " + LONGEST_SNIPPET + " characters");
        }
        return value.map(Literal.Text::new);
    }

    /** A word where a string should be: one that stands for no value, or one that lacks its quotes. */
    private Optional<Initializer> unquoted(Word word) {
        diagnostics.add(
                diagnostics.draft(DiagnosticCode.UNKNOWN_INITIALIZER, word.span(), word.text()),
                () -> Suggestions.nearest(word.text(), ABSENCES).or(() -> Optional.of('"' + word.text() + '"')));
        return Optional.empty();
    }

    private Optional<Initializer> time(Word word, boolean literal, Scalar type) {
        Matcher matcher = TIME.matcher(word.text());
        if (!matcher.matches()) {
            String expected =
                    "a whole number and its unit without a space between, such as `500ms`, `2s`, `5min`, `1h` or `1d`";
            return wrong(word, literal, type, expected, List.of());
        }
        BigInteger nanos = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(nanos(matcher.group(2))));
        int least = type.value() == ValueType.TIMEOUT ? 1 : 0;
        if (nanos.compareTo(BigInteger.valueOf(least)) < 0 || nanos.bitLength() > Long.SIZE - 1) {
            return outOfRange(word, type, least + "ns to " + Long.MAX_VALUE + "ns, which is about 292 years");
        }
        return Optional.of(new Literal.Time(Duration.ofNanos(nanos.longValueExact())));
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 86_400_000_000_000L;
        };
    }

    private Optional<Initializer> wrong(
            Word word, boolean literal, Scalar type, String expected, List<String> alsoCandidates) {
        if (literal) {
            mismatch(word, type, expected);
        } else {
            unknown(
                    word,
                    Stream.concat(ABSENCES.stream(), alsoCandidates.stream()).toList());
        }
        return Optional.empty();
    }

    private Optional<Initializer> withoutLiterals(Word word, boolean literal, Type type) {
        if (literal) {
            diagnostics.error(DiagnosticCode.NO_LITERAL, word.span(), type.text());
        } else {
            unknown(word, ABSENCES);
        }
        return Optional.empty();
    }

    private void mismatch(Word word, Type type, String expected) {
        // What is not closed was reported, and was to be a string or was not.
        if (!Strings.isUnclosed(word.text())) {
            diagnostics.error(DiagnosticCode.LITERAL_TYPE, word.span(), type.text(), word.text(), expected);
        }
    }

    private Optional<Initializer> outOfRange(Word word, Type type, String range) {
        diagnostics.error(DiagnosticCode.LITERAL_RANGE, word.span(), type.text(), word.text(), range);
        return Optional.empty();
    }

    private void unknown(Word word, List<String> candidates) {
        diagnostics.add(
                diagnostics.draft(DiagnosticCode.UNKNOWN_INITIALIZER, word.span(), word.text()),
                () -> Suggestions.nearest(word.text(), candidates));
    }
}
