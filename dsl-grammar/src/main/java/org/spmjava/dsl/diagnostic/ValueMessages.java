package org.spmjava.dsl.diagnostic;

import org.spmjava.dsl.diagnostic.Messages.Text;

/** The part of {@link Messages} about values and how they are spelled. */
final class ValueMessages {

    private ValueMessages() {}

    static Text text(DiagnosticCode code) {
        return switch (code) {
            case UNCLOSED_STRING ->
                new Text(
                        "This string does not end.",
                        "A string ends with a double quote on the line on which it begins.",
                        "Add `\"` where it ends. A line feed in a string is written `\\n`, a double quote"
                                + " `\\\"`.");
            case MISMATCHED_BRACKET ->
                new Text(
                        "This `}` closes a `<`.",
                        "Both spellings of a body may be mixed in a file, but a body ends with the bracket"
                                + " that belongs to the one it began with.",
                        "Write `>`, or begin the body with `{`.");
            case COMMA_FOR_SEMICOLON ->
                new Text(
                        "This `,` ends a field.",
                        "Between braces every field ends with `;`. Commas separate fields between `<` and `>`, and"
                                + " constants of enums.",
                        "Write `;`.");
            case NO_CONSTANT ->
                new Text(
                        "`{0}` is not expected in an enum.",
                        "An enum is a set of names without values: `enum Color { RED, GREEN };`.",
                        "Keep the names alone, with one `,` between two.");
            case NO_SUCH_ARRAY ->
                new Text(
                        "There are no arrays of `{0}`.",
                        "Arrays hold what Java holds without objects: `int[]`, `long[]`, `double[]` and"
                                + " `bool[]`. `bytes` is the array of bytes.",
                        "Write `tuple<{0}>` in place of `scalar<{0}[]>`.");
            case LITERAL_TYPE ->
                new Text(
                        "A `{0}` cannot begin as `{1}`.",
                        "The value that a field holds at first is a value of its type: {2}.",
                        "Write such a value, `deferred` or `None`, or declare the type that you mean.");
            case LITERAL_RANGE ->
                new Text(
                        "`{1}` is beyond what a `{0}` can hold.",
                        "Nothing is cut off or rounded silently: the type holds {2}.",
                        "Write a value within that range, or choose a wider type.");
            case NO_LITERAL ->
                new Text(
                        "A `{0}` cannot begin with a value.",
                        "Truth values, numbers, strings, lengths of time and constants of enums can be written"
                                + " in a typedef. Other values, and those of containers, are made in Java.",
                        "Write `deferred` or `None`, and set the value in Java.");
            case UNKNOWN_CONSTANT ->
                new Text(
                        "`{1}` has no constant `{0}`.",
                        "An enum has the constants that it declares: {2}.",
                        "Write one of these, `deferred` or `None`.");
            case SINGLE_QUOTES ->
                new Text(
                        "Strings do not stand in single quotes.",
                        "The language has one kind of string, that of Java: in double quotes.",
                        "Write `\"{0}\"`.");
            case UNKNOWN_ESCAPE ->
                new Text(
                        "`{0}` means nothing in a string.",
                        "A backslash begins an escape: `\\\"`, `\\\\`, `\\n`, `\\t`, `\\r`, or `\\u` and four"
                                + " hexadecimal digits.",
                        "Write `\\\\` if you mean a backslash.");
            default -> throw new IllegalArgumentException(code.name());
        };
    }
}
