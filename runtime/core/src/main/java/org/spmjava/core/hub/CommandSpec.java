package org.spmjava.core.hub;

import java.util.List;
import java.util.SortedSet;
import org.spmjava.api.Pattern;

/**
 * A command: one invocation of a manager.
 *
 * @param command its number in the session, from 1
 * @param definition the binary name of the generated definition class
 * @param fingerprint the typedef's fingerprint
 * @param pattern how the tasks are managed
 * @param tasks the tasks; of a template exactly one
 * @param slots the slots of the pool
 * @param spokesMin how many Spokes must be there before the first task starts, at least 1
 * @param spokesMax how many slots the command may hold, not below the minimum
 * @param waitNs how long to wait for the minimum
 * @param executionNs how long the tasks may take together, from the first one's start
 */
public record CommandSpec(
        int command,
        String definition,
        long fingerprint,
        Pattern pattern,
        List<TaskSpec> tasks,
        SortedSet<Integer> slots,
        int spokesMin,
        int spokesMax,
        long waitNs,
        long executionNs) {}
