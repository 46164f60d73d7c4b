package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.resolve.DeclaredEnum;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.Word;

/** An enum has constants, each once, which Java and initialisers can name. */
final class EnumsHoldConstants implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        file.enums().forEach(type -> check(type, diagnostics));
    }

    private static void check(DeclaredEnum type, Diagnostics diagnostics) {
        if (type.constants().isEmpty() && !type.damaged()) {
            diagnostics.error(
                    DiagnosticCode.EMPTY_ENUM, type.name().span(), type.name().text());
        }
        List<Word> names =
                type.constants().stream().map(DeclaredEnum.Constant::name).toList();
        Duplicates.report(names, DiagnosticCode.DUPLICATE_CONSTANT, diagnostics);
        for (Word name : names) {
            if (JavaWords.isKeyword(name.text()) || Absence.of(name.text()).isPresent()) {
                diagnostics.error(DiagnosticCode.CONSTANT_KEYWORD, name.span(), name.text());
            }
        }
    }
}
