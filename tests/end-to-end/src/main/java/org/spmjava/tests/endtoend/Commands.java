package org.spmjava.tests.endtoend;

import org.spmjava.api.annotation.TaskManager;

/** Shell commands, applied by the backend. */
@TaskManager(typedef = "Commands.spmtype")
final class Commands {

    private Commands() {}
}
