package org.spmjava.core.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where this JVM has its program from, as one class path. A Spoke runs from the class path even where its Hub runs from
 * modules: what it runs is the same code, and there is no module graph that the user would have to describe twice.
 */
final class ProgramPath {

    private static final String DESCRIPTOR = "module-info.class";

    private ProgramPath() {}

    static String ofThisJvm() {
        return of(System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", ""));
    }

    /** The entries of the class path, then those of the module path: jars and directories of one module each. */
    static String of(String classPath, String modulePath) {
        return Stream.concat(
                        entries(classPath).map(ProgramPath::named),
                        entries(modulePath).flatMap(ProgramPath::modules))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries(String path) {
        return path.isEmpty() ? Stream.empty() : Stream.of(path.split(File.pathSeparator, -1));
    }

    /** An empty entry of a class path is the working directory, as in {@code CLASSPATH=a.jar:}. */
    private static String named(String entry) {
        return entry.isEmpty() ? "." : entry;
    }

    /** An entry of a module path is a module, or a directory of modules. */
    private static Stream<String> modules(String entry) {
        if (entry.isEmpty()) {
            return Stream.empty();
        }
        Path path = Path.of(entry);
        if (!Files.isDirectory(path) || Files.exists(path.resolve(DESCRIPTOR))) {
            return Stream.of(entry);
        }
        try (Stream<Path> found = Files.list(path)) {
            List<String> modules = found.filter(
                            file -> file.toString().endsWith(".jar") || Files.exists(file.resolve(DESCRIPTOR)))
                    .map(Objects::toString)
                    .sorted()
                    .toList();
            return modules.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + path + " of the module path cannot be read", e);
        }
    }
}
