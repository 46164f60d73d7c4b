package org.spmjava.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.spmjava.dsl.model.Field;

/** Javadoc texts. What users wrote into a typedef is text to them, so nothing in it may be markup or code to javac. */
final class Doc {

    private static final int REPLACEMENT = 0xfffd;

    private final String typedefFile;

    Doc(String typedefFile) {
        this.typedefFile = typedefFile;
    }

    /** Where in the typedef something stands: file and line. */
    CodeBlock place(int line) {
        return CodeBlock.of("$L, line $L", code(typedefFile), line);
    }

    /** What {@code @param} says of a typedef's field. */
    CodeBlock field(Field field) {
        CodeBlock.Builder text = CodeBlock.builder().add("$L, line $L", code(declaration(field)), field.line());
        field.documentation().ifPresent(comment -> text.add(": $L", oneParagraph(comment)));
        return text.build();
    }

    /** A paragraph with the comment that stands above something in the typedef, if there is one. */
    static CodeBlock paragraph(Optional<String> comment) {
        return comment.map(text -> CodeBlock.of("\n<p>$L\n", oneParagraph(text)))
                .orElse(CodeBlock.of(""));
    }

    static String declaration(Field field) {
        return field.type().text() + " " + field.name() + " = "
                + field.initializer().text();
    }

    /** Text in code font. */
    static String code(String text) {
        boolean plain = text.codePoints().allMatch(c -> isPrintable(c) && "{}@\\*".indexOf(c) < 0);
        return plain ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    private static String oneParagraph(String comment) {
        return escape(comment.strip().replaceAll("\\s+", " "));
    }

    /**
     * Text that javac and javadoc take for nothing else: no markup, no tag, no end of the comment, no Unicode escape
     * (which javac reads even in comments), no control character, nothing that reverses the writing direction.
     */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("<>&@{}\\*".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(isPrintable(c) ? c : REPLACEMENT);
            }
        });
        return out.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
