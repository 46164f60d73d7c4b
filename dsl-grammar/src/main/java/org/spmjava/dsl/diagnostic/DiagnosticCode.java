package org.spmjava.dsl.diagnostic;

/**
 * Every kind of problem that a typedef can have. The identifiers are stable: manuals, tests and users refer to them. E1
 * is about text and syntax, E2 about words, E3 about what {@code spm} must hold, E4 about fields.
 */
public enum DiagnosticCode {
    FILE_TOO_LARGE("SPM-E101"),
    NESTING_TOO_DEEP("SPM-E102"),
    TOO_MANY_ERRORS("SPM-E103"),
    EMPTY_FILE("SPM-E104"),
    UNEXPECTED_CHARACTER("SPM-E105"),
    FOREIGN_COMMENT("SPM-E106"),
    MISSING_SEMICOLON("SPM-E107"),
    UNCLOSED_BRACE("SPM-E108"),
    STRAY_BRACE("SPM-E109"),
    MISSING_SYMBOL("SPM-E110"),
    MISSING_NAME("SPM-E111"),
    MISSING_INITIALIZER("SPM-E112"),
    MISSING_TYPE("SPM-E113"),
    SINGLE_COLON("SPM-E114"),
    RESERVED_WORD("SPM-E115"),
    UNEXPECTED_TEXT("SPM-E116"),
    OUTSIDE_TASK("SPM-E117"),
    MALFORMED_TASK_HEAD("SPM-E118"),
    BARE_TYPE("SPM-E119"),

    UNKNOWN_HEAD("SPM-E201"),
    UNKNOWN_TYPE("SPM-E203"),
    UNKNOWN_CONTAINER("SPM-E204"),
    UNKNOWN_INITIALIZER("SPM-E205"),
    TYPE_ARGUMENT_COUNT("SPM-E206"),
    NESTED_CONTAINER("SPM-E207"),
    MALFORMED_NAME("SPM-E208"),
    NAME_TOO_LONG("SPM-E209"),

    DUPLICATE_HEAD("SPM-E301"),
    MISSING_SPM("SPM-E302"),
    MISSING_STRUCT("SPM-E303"),
    DUPLICATE_STRUCT("SPM-E304"),
    UNKNOWN_STRUCT("SPM-E305"),
    MISPLACED_STRUCT("SPM-E306"),
    MISPLACED_FIELD("SPM-E307"),
    UNKNOWN_FIELD("SPM-E308"),
    MISSING_FIELD("SPM-E309"),
    WRONG_FIELD_TYPE("SPM-E310"),
    WRONG_INITIALIZER("SPM-E311"),
    MISSING_EVALUATION("SPM-E312"),
    TWO_EVALUATIONS("SPM-E313"),
    INCOMPLETE_EVALUATION("SPM-E314"),

    DUPLICATE_FIELD("SPM-E401"),
    SIMILAR_FIELD("SPM-E402"),
    JAVA_KEYWORD("SPM-E403"),
    GENERATED_NAME("SPM-E404"),
    SYSTEM_TYPE("SPM-E405"),
    DICT_KEY("SPM-E406"),
    TOO_MANY_FIELDS("SPM-E407");

    private final String id;

    DiagnosticCode(String id) {
        this.id = id;
    }

    /** The stable identifier, such as {@code SPM-E203}; never null. */
    public String id() {
        return id;
    }
}
