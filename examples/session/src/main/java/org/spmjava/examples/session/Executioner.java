package org.spmjava.examples.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ends a Spoke as an operator or the kernel would: with {@code SIGKILL}, and without a word to the session. */
final class Executioner {

    private static final Pattern NAME = Pattern.compile("(?:spoke-)?(\\d+)\\.(\\d+)");

    private Executioner() {}

    /**
     * Kills a Spoke of this session.
     *
     * @param whoAmI its name, as in {@code spoke-0.3}
     * @return whether there was such a process
     */
    static boolean kill(String whoAmI) {
        Matcher name = NAME.matcher(whoAmI);
        if (!name.matches()) {
            return false;
        }
        Optional<ProcessHandle> spoke = ProcessHandle.current()
                .descendants()
                .filter(process -> isSpoke(process, name.group(1), name.group(2)))
                .findFirst();
        return spoke.map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** Asks the kernel: what {@code ProcessHandle} tells of arguments ends where the class path gets long. */
    private static boolean isSpoke(ProcessHandle process, String slot, String incarnation) {
        if (!process.info().command().orElse("").endsWith("/java")) {
            return false;
        }
        try {
            String commandLine = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return commandLine.contains("AeronSpoke\0" + slot + "\0" + incarnation + "\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
