package org.spmjava.dsl.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.Word;

/** User fields stay apart where capitals are lost: in names of classes and of files. */
final class FieldsDifferInMoreThanCapitals implements FieldsCheck {

    @Override
    public void check(List<DeclaredField> fields, Diagnostics diagnostics) {
        Map<String, Word> seen = new LinkedHashMap<>();
        for (DeclaredField field : fields) {
            Word name = field.name();
            Word first = seen.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
            if (first != null && !first.text().equals(name.text())) {
                diagnostics.add(diagnostics
                        .draft(DiagnosticCode.SIMILAR_FIELD, name.span(), first.text(), name.text())
                        .withRelated(first.span(), RelatedNote.FIRST_DECLARED));
            }
        }
    }
}
