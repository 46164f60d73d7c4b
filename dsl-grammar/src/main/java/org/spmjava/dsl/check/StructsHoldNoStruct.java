package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredFile;

/** A struct of the user's holds fields; another struct stands beside it, and a field names that. */
final class StructsHoldNoStruct implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        file.structs()
                .forEach(struct -> struct.body()
                        .structs()
                        .forEach(inner -> diagnostics.error(
                                DiagnosticCode.MISPLACED_STRUCT,
                                inner.name().span(),
                                "`" + struct.name().text() + "`")));
    }
}
