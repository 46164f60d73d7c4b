package org.spmjava.api.closure;

import java.util.List;
import java.util.Objects;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.ModuleRef;

/**
 * What the runtime must know of a payload: its {@code spm.meta} and the flags of {@code spm.core}.
 *
 * @param label the task's label
 * @param timeout how long the task may take, preloading included
 * @param relaunchPre whether the task demands a fresh Spoke process
 * @param relaunchPost whether the Spoke process must be replaced after the task
 * @param path class path entries that must be there
 * @param modulePreload classes to load and initialise before the Spoke goes online
 */
public record TaskMeta(
        String label,
        Timeout timeout,
        boolean relaunchPre,
        boolean relaunchPost,
        List<String> path,
        List<ModuleRef> modulePreload) {

    /** Refuses null and copies the lists. */
    public TaskMeta {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(timeout, "timeout");
        path = List.copyOf(path);
        modulePreload = List.copyOf(modulePreload);
    }

    /**
     * Whether there is anything to do before the evaluator may be called.
     *
     * @return true if a path or a module is named
     */
    public boolean preloads() {
        return !path.isEmpty() || !modulePreload.isEmpty();
    }
}
