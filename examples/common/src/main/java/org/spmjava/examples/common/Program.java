package org.spmjava.examples.common;

/**
 * A program that runs in a session, by itself or after others. Its options are its fields, as picocli reads them from
 * {@code @Command}; each run has an object of its own.
 */
public interface Program {

    /**
     * Runs once.
     *
     * @param session the virtual cloud, and what else programs share
     * @return what it came to
     * @throws UserError for what its user can mend
     * @throws Exception for everything else
     */
    Report run(Session session) throws Exception;

    /**
     * The exit code of the program when it runs by itself.
     *
     * @param report what it came to
     * @return by default 0 if it went well, else 1
     */
    default int exitCode(Report report) {
        return report.wentWell() ? 0 : 1;
    }
}
