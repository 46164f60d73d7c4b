package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;

/** A check of fields of the user's among their neighbours: those of a task, and those of a struct of the user's. */
interface FieldsCheck extends Check {

    void check(List<DeclaredField> fields, Diagnostics diagnostics);

    @Override
    default void check(DeclaredFile file, Diagnostics diagnostics) {
        file.tasks().forEach(task -> check(task.userFields(), diagnostics));
        file.structs().forEach(struct -> check(struct.body().fields(), diagnostics));
    }
}
