package org.spmjava.dsl.check;

import java.util.Set;

/** The words of Java, which cannot be names there. */
final class JavaWords {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private static final Set<String> TYPE_KEYWORDS = Set.of("record", "sealed", "permits", "var", "yield");

    private JavaWords() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** Whether {@code word} may name everything but a type. */
    static boolean isTypeKeyword(String word) {
        return TYPE_KEYWORDS.contains(word);
    }
}
