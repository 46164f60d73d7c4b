package org.spmjava.examples.make;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing to be done in a build, whatever language its build file is written in. Paths are relative to the directory.
 *
 * @param name what a person is shown: its output
 * @param description what it does, in a line; the same as the name if nobody said
 * @param directory where its commands run, absolute
 * @param work the commands
 * @param files what they make and read
 * @param signature what is noted of a run, so that other commands make the outputs out of date; empty if nothing is
 * @param after the steps to wait for, by their places among those of a round, each of which is before this one's
 * @param turn steps to wait for that it does not need: no more than so many run at once
 */
record Step(
        String name,
        String description,
        String directory,
        Work work,
        Files files,
        String signature,
        List<Integer> after,
        List<Integer> turn) {

    Step {
        after = List.copyOf(after);
        turn = List.copyOf(turn);
    }

    /** The same, waiting for others. */
    Step waitingFor(List<Integer> newAfter, List<Integer> newTurn) {
        return new Step(name, description, directory, work, files, signature, newAfter, newTurn);
    }

    /**
     * What is done.
     *
     * @param commands one after the other, until one fails that may not
     * @param environment variables that they see beside those of the Spoke
     * @param removed variables of the Spoke that they do not see
     * @param responseFile what is written before they run; empty for none
     * @param response its content
     */
    record Work(
            List<Command> commands,
            Map<String, String> environment,
            Set<String> removed,
            String responseFile,
            String response) {}

    /**
     * What a shell is given.
     *
     * @param shell the program and its options
     * @param text the command
     * @param mayFail whether the next is run all the same
     */
    record Command(List<String> shell, String text, boolean mayFail) {}

    /**
     * The files of a step.
     *
     * @param outputs what it makes, with the times of before in nanoseconds since 1970, or {@link FileTimes#MISSING}
     * @param inputs what it reads, as far as it is known
     * @param newestInputNs the time of the newest input of the last run, in nanoseconds since 1970, against which
     *     inputs are compared instead of the outputs' own time; 0 for the latter
     * @param isConditional whether it runs only if an input is newer, or missing, when its turn comes: all that could
     *     make it out of date is that other steps change what it reads
     * @param isPrecious whether half-written outputs are kept
     * @param makesDirectories whether the directories of outputs are made before it runs
     * @param depfile where the commands note what else they read; empty if they do not
     */
    record Files(
            Map<String, Long> outputs,
            List<String> inputs,
            long newestInputNs,
            boolean isConditional,
            boolean isPrecious,
            boolean makesDirectories,
            String depfile) {}
}
