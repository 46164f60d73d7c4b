package org.spmjava.report;

import org.spmjava.api.CommandDescription;
import org.spmjava.api.Grain;
import org.spmjava.api.Policy;

/** Tasks that go together. */
final class Members {

    private Members() {}

    /** Whether one slow task of the command keeps all others waiting. */
    static boolean areShown(CommandDescription description) {
        return description.grain() == Grain.GENERAL || description.policy() == Policy.UNIT;
    }
}
