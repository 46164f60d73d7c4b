package org.spmjava.benchmarks.compiler;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the class path of this process has the classes that a compiler is to be given. */
final class Jars {

    private Jars() {}

    /** A class path of the jars that hold these classes. */
    static String holding(String... classes) {
        return Arrays.stream(classes)
                .map(Jars::holding)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path holding(String name) {
        try {
            Class<?> type = Class.forName(name, false, Jars.class.getClassLoader());
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    name + " is not on the class path; run this by the profile that README.md names", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
