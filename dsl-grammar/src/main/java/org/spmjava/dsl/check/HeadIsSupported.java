package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.resolve.DeclaredTask;

/** The head is one that this version has a manager for. */
final class HeadIsSupported implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        task.head()
                .filter(head -> !head.supported())
                .map(Head::keyword)
                .ifPresent(keyword -> diagnostics.error(
                        DiagnosticCode.UNSUPPORTED_HEAD, task.body().name().span(), keyword));
    }
}
