package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** One thing that a typedef must satisfy. */
interface Check {

    /** Reports wherever {@code tasks}, all those of one file, do not satisfy it. */
    void check(List<DeclaredTask> tasks, Diagnostics diagnostics);
}
