package org.spmjava.core.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.coprocess.Shell;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;
import org.spmjava.core.process.ProcessLauncher;
import org.spmjava.core.process.ShellCommand;
import org.spmjava.core.process.ShellCommand.Capture;
import org.spmjava.core.process.ShellCoprocess;
import org.spmjava.core.process.ShellOutcome;

/** Applies the built-in task APIs. */
public final class ShellBackend implements ApiBackend {

    private final Supplier<ShellCoprocess> coprocess;
    private ShellCoprocess shell;

    private ShellBackend(Supplier<ShellCoprocess> coprocess) {
        this.coprocess = coprocess;
    }

    /**
     * The backend of a Spoke's process, which is contained itself: it starts its coprocesses through a launcher of its
     * own, which is made when the first task needs it, and keeps what contains them for the next.
     *
     * @return the backend
     */
    public static ShellBackend onDemand() {
        return new ShellBackend(() -> ShellCoprocess.warm(new ProcessLauncher()));
    }

    /**
     * A backend.
     *
     * @param launcher gives what starts the coprocesses, asked when the first task needs it
     * @return the backend
     */
    static ShellBackend with(Supplier<ProcessLauncher> launcher) {
        return new ShellBackend(() -> new ShellCoprocess(launcher.get()));
    }

    private synchronized ShellCoprocess shell() {
        if (shell == null) {
            shell = coprocess.get();
        }
        return shell;
    }

    @Override
    public SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) throws Exception {
        Shell.Args args = Shell.Args.of(arguments);
        Capture capture =
                api == Shell.POLICY_A ? Capture.OUTPUT : api == Shell.POLICY_B ? Capture.BOTH : Capture.MERGED;
        ShellOutcome outcome = shell().run(
                        ShellCommand.of(args.cmd(), args.timeout().toDuration()).withCapture(capture));
        if (outcome.timedOut()) {
            throw new CoprocessTimeoutException("the coprocess was still running at its own timeout of "
                    + args.timeout().toDuration() + " and was ended, with all that it started: " + args.cmd());
        }
        Map<String, Mixed> fields = new LinkedHashMap<>();
        if (api == Shell.POLICY_C) {
            fields.put("stdOutErr", Mixed.of(outcome.standardOutput()));
        } else {
            fields.put("stdOut", Mixed.of(outcome.standardOutput()));
            if (api == Shell.POLICY_B) {
                fields.put("stdErr", Mixed.of(outcome.standardError()));
            }
        }
        fields.put("exitCode", Mixed.of(outcome.exitCode()));
        fields.put("duration", Mixed.of(outcome.duration()));
        fields.put("truncated", Mixed.of(outcome.truncated()));
        return new SpmRecord(fields);
    }
}
