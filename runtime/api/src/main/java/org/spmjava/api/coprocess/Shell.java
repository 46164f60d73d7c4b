package org.spmjava.api.coprocess;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/**
 * {@code coprocess.shell}: runs a stand-alone program through {@code /bin/sh}, contained, under a deadline of its own.
 *
 * <p>The task returns when the program does, whatever its exit code: that is in the record. If the coprocess's own
 * timeout passes first, everything the program started is ended and the task ends {@code EvalUncaught}, naming the
 * timeout. Whatever the program leaves running in the background is ended with it. Output is UTF-8; of each stream the
 * first 16 MiB are kept.
 */
public final class Shell {

    /** Keeps the standard output and discards the standard error. */
    public static final Api<Args, StdOut> POLICY_A = new Api<>(
            "coprocess.shell.policyA",
            Args::toDict,
            rec -> new StdOut(
                    rec.string("stdOut"), rec.int32("exitCode"), rec.duration("duration"), rec.bool("truncated")));

    /** Keeps both, apart. */
    public static final Api<Args, StdOutAndStdErr> POLICY_B = new Api<>(
            "coprocess.shell.policyB",
            Args::toDict,
            rec -> new StdOutAndStdErr(
                    rec.string("stdOut"),
                    rec.string("stdErr"),
                    rec.int32("exitCode"),
                    rec.duration("duration"),
                    rec.bool("truncated")));

    /** Keeps both, merged in the order of their writing. */
    public static final Api<Args, StdOutErr> POLICY_C = new Api<>(
            "coprocess.shell.policyC",
            Args::toDict,
            rec -> new StdOutErr(
                    rec.string("stdOutErr"), rec.int32("exitCode"), rec.duration("duration"), rec.bool("truncated")));

    private Shell() {}

    /**
     * The arguments of every policy.
     *
     * @param cmd what the shell shall do
     * @param timeout how long it may take
     */
    public record Args(String cmd, Timeout timeout) {

        /** Refuses null. */
        public Args {
            Objects.requireNonNull(cmd, "cmd");
            Objects.requireNonNull(timeout, "timeout");
        }

        /**
         * Reads arguments that travelled.
         *
         * @param dict the value of {@code spm.meta.apiArgs}
         * @return the typed arguments
         * @throws IllegalArgumentException if an argument is missing or of another type
         */
        public static Args of(Map<String, Mixed> dict) {
            SpmRecord named = new SpmRecord(dict);
            return new Args(named.string("cmd"), Timeout.after(named.duration("timeout")));
        }

        private Map<String, Mixed> toDict() {
            Map<String, Mixed> dict = new LinkedHashMap<>();
            dict.put("cmd", Mixed.of(cmd));
            dict.put("timeout", Mixed.of(timeout.toDuration()));
            return dict;
        }
    }

    /**
     * What policy A returns.
     *
     * @param stdOut the standard output
     * @param exitCode the program's exit code; 128 + n if signal n ended it
     * @param duration how long it took
     * @param truncated whether output beyond the first 16 MiB of a stream was dropped
     */
    public record StdOut(String stdOut, int exitCode, Duration duration, boolean truncated) {}

    /**
     * What policy B returns.
     *
     * @param stdOut the standard output
     * @param stdErr the standard error
     * @param exitCode the program's exit code; 128 + n if signal n ended it
     * @param duration how long it took
     * @param truncated whether output beyond the first 16 MiB of a stream was dropped
     */
    public record StdOutAndStdErr(String stdOut, String stdErr, int exitCode, Duration duration, boolean truncated) {}

    /**
     * What policy C returns.
     *
     * @param stdOutErr the standard output and the standard error, merged
     * @param exitCode the program's exit code; 128 + n if signal n ended it
     * @param duration how long it took
     * @param truncated whether output beyond the first 16 MiB of a stream was dropped
     */
    public record StdOutErr(String stdOutErr, int exitCode, Duration duration, boolean truncated) {}
}
