package org.spmjava.dsl.check;

import java.util.Locale;
import java.util.Set;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.Word;

/** A type can become a Java class beside those that are there already, and is none that the language has. */
final class TypesSuitJava implements Check {

    /** Compared without capitals, as some file systems do. */
    private static final Set<String> GENERATED = Set.of(
            "spm",
            "meta",
            "core",
            "stat",
            "module",
            "codec",
            "stages",
            "boolean",
            "class",
            "double",
            "enum",
            "exception",
            "illegalargumentexception",
            "integer",
            "long",
            "object",
            "override",
            "record",
            "string",
            "suppresswarnings",
            "void");

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        file.types().forEach(type -> check(type.name(), diagnostics));
    }

    private static void check(Word word, Diagnostics diagnostics) {
        String name = word.text();
        String lower = name.toLowerCase(Locale.ROOT);
        if (ValueType.of(name).isPresent()) {
            diagnostics.error(DiagnosticCode.BUILT_IN_TYPE, word.span(), name);
        } else if (JavaWords.isKeyword(name) || JavaWords.isTypeKeyword(name)) {
            diagnostics.error(DiagnosticCode.TYPE_KEYWORD, word.span(), name);
        } else if (GENERATED.contains(lower) || lower.endsWith("stage")) {
            diagnostics.error(DiagnosticCode.GENERATED_TYPE, word.span(), name);
        }
    }
}
