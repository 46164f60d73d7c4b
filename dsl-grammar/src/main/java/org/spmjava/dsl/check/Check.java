package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredFile;

/** One thing that a typedef must satisfy. */
interface Check {

    /** Reports wherever {@code file} does not satisfy it. */
    void check(DeclaredFile file, Diagnostics diagnostics);
}
