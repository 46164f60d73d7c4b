package org.spmjava.tests.endtoend;

import org.spmjava.api.Pattern;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Tells who it is, once on every Spoke. */
@TaskManager(typedef = "Deeds.spmtype", pattern = Pattern.TEMPLATE)
final class Everywhere {

    private Everywhere() {}

    @Online
    @Spoke
    static String taskEval(EverywhereTask task) {
        return task.spm().core().whoAmI().orElseThrow().replaceFirst(":.*", "");
    }
}
