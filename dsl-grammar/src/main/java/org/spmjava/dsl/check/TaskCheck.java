package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredTask;

/** A check that looks at each task by itself. */
interface TaskCheck extends Check {

    void check(DeclaredTask task, Diagnostics diagnostics);

    @Override
    default void check(DeclaredFile file, Diagnostics diagnostics) {
        file.tasks().forEach(task -> check(task, diagnostics));
    }
}
