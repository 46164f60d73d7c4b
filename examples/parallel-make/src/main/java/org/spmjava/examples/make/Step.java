package org.spmjava.examples.make;

import java.util.List;
import java.util.Map;

/**
 * One thing to be done in a build, whatever language its build file is written in. Paths are relative to the directory.
 *
 * @param name what a person is shown: its output
 * @param description what it does, in a line; the same as the name if nobody said
 * @param directory where its commands run, absolute
 * @param commands what a shell is given, one after the other
 * @param environment variables that they see beside those of the Spoke
 * @param outputs what they make
 * @param inputs what they read, as far as it is known
 * @param newestInputNs the time of the newest input of the last run, in nanoseconds since 1970, against which inputs
 *     are compared instead of the outputs' own time; 0 for the latter
 * @param isConditional whether it runs only if an input is newer when its turn comes: all that could make it out of
 *     date is that other steps change what it reads
 * @param depfile where the commands note what else they read; empty if they do not
 * @param responseFile what is written before they run; empty for none
 * @param response its content
 * @param signature what is noted of a run, so that other commands make the outputs out of date; empty if nothing is
 * @param after the steps to wait for, by their places in the plan, each of which is before this one's
 */
record Step(
        String name,
        String description,
        String directory,
        List<String> commands,
        Map<String, String> environment,
        List<String> outputs,
        List<String> inputs,
        long newestInputNs,
        boolean isConditional,
        String depfile,
        String responseFile,
        String response,
        String signature,
        List<Integer> after) {

    /** A step that always runs, and of which nothing is noted. */
    static Step plain(String name, String directory, List<String> commands, List<String> inputs, List<Integer> after) {
        return new Step(
                name, name, directory, commands, Map.of(), List.of(name), inputs, 0, false, "", "", "", "", after);
    }
}
