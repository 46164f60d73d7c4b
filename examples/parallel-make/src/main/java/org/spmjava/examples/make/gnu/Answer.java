package org.spmjava.examples.make.gnu;

import java.util.List;
import java.util.Map;

/**
 * What GNU make would do.
 *
 * @param jobs in an order in which they could be done one after the other
 * @param environment what recipes see, all of it
 * @param notes what makefiles print while they are read, line by line
 * @param errors what cannot be made; there are some only if make goes on after errors
 * @param refusal why the jobs cannot be told apart, so that GNU make has to do all of it by itself; empty if they can
 */
public record Answer(
        List<Job> jobs, Map<String, String> environment, List<String> notes, List<String> errors, String refusal) {

    /** Copies the collections. */
    public Answer {
        jobs = List.copyOf(jobs);
        environment = Map.copyOf(environment);
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
    }
}
