package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spmjava.statecheck.StateCheck;
import org.spmjava.statecheck.StateCheckInput;
import org.spmjava.statecheck.StateCheckReport;

/**
 * What {@code check} does for one module. It remembers a check without mistakes, and what the classes and the class
 * path looked like; as long as they look like that, there is nothing to do. Mistakes are not remembered: they are found
 * again.
 *
 * @param classes the module's compiled classes; need not exist
 * @param classPath what they were compiled with: directories and jars
 * @param memory the file to remember in
 * @param checker the version of this plugin, and with it of the check
 */
record ClassCheck(Path classes, List<Path> classPath, Path memory, String checker) {

    private static final String CLASS = ".class";
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    /**
     * What came of it.
     *
     * @param report what was found; empty if nothing changed since a check without mistakes
     * @param unknown how many notes there are, or were then
     */
    record Result(Optional<StateCheckReport> report, int unknown) {}

    /**
     * Checks the classes.
     *
     * @param whole whether to check again even if nothing changed, where there would be notes to show
     * @throws java.io.UncheckedIOException if a class cannot be read
     */
    Result run(boolean whole) throws IOException {
        List<Path> all = new ArrayList<>();
        all.add(classes);
        all.addAll(classPath);
        Snapshot now = Snapshot.of(all, CLASS);
        Optional<Memory> then = Memory.read(memory).filter(this::isOfThisCheck);
        if (then.isPresent() && now.isSameAs(then.get().snapshot())) {
            int unknown = Integer.parseInt(then.get().facts().get(0));
            if (unknown == 0 || !whole) {
                if (!now.text().equals(then.get().snapshot().text())) {
                    remember(now, unknown);
                }
                return new Result(Optional.empty(), unknown);
            }
        }
        StateCheckReport report = StateCheck.run(StateCheckInput.of(List.of(classes), classPath));
        int unknown = report.notes().size();
        if (report.findings().size() == unknown) {
            remember(now, unknown);
        } else {
            Files.deleteIfExists(memory);
        }
        return new Result(Optional.of(report), unknown);
    }

    private boolean isOfThisCheck(Memory then) {
        return then.key().equals(key())
                && then.facts().size() == 1
                && COUNT.matcher(then.facts().get(0)).matches();
    }

    private void remember(Snapshot now, int unknown) throws IOException {
        new Memory(key(), List.of(Integer.toString(unknown)), now).writeTo(memory);
    }

    /** The platform's classes are looked at too. */
    private String key() {
        return "check " + checker + " " + Runtime.version();
    }
}
