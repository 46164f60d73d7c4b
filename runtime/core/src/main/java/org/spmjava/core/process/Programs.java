package org.spmjava.core.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the programs are that containment is made of. */
final class Programs {

    private static final String USUAL_PLACES = ":/usr/bin:/bin:/usr/sbin:/sbin";

    private Programs() {}

    /** The absolute path of a program, so that the environment given to a task cannot put another in its place. */
    static Optional<String> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + USUAL_PLACES;
        for (String directory : path.split(":")) {
            Path candidate = Path.of(directory, name);
            if (candidate.isAbsolute() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }
}
