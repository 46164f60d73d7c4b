package org.spmjava.statecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's program: compiled as a user compiles it, annotation processor and all, then checked. */
final class Program {

    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    private static final Path TYPEDEFS = Path.of("src", "test", "resources", "typedefs");

    private final Path root;
    private final Path classes;
    private final List<Path> libraries = new ArrayList<>();
    private final List<Path> hidden = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();

    /** @param root an empty directory */
    Program(Path root) {
        this.root = root;
        classes = root.resolve("classes");
    }

    /** Adds a jar to the class path that holds these classes. */
    Program library(String... sources) throws IOException {
        Path compiled = root.resolve("library-" + libraries.size());
        compile(compiled, sources);
        Path jar = root.resolve("library-" + libraries.size() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(compiled)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(compiled.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        libraries.add(jar);
        return this;
    }

    /** Forgets the libraries when it comes to checking. */
    Program withoutLibraries() {
        hidden.addAll(libraries);
        return this;
    }

    Program door(String type, String method, DoorKind kind) {
        doors.add(new Door(type, method, kind));
        return this;
    }

    /**
     * Compiles and checks.
     *
     * @param sources each a file of the package {@code demo}, named after the first type in it
     */
    StateCheckReport check(String... sources) throws IOException {
        compile(classes, sources);
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.removeAll(hidden);
        classPath.addAll(ownClassPath());
        return StateCheck.run(new StateCheckInput(List.of(classes), classPath, doors));
    }

    /** The whole text that is said about the program. */
    String said(String... sources) throws IOException {
        return check(sources).render();
    }

    private void compile(Path into, String... sources) throws IOException {
        Files.createDirectories(into);
        Path folder = root.resolve("sources-of-" + into.getFileName());
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Matcher name = TYPE.matcher(source);
            assertThat(name.find()).isTrue();
            Path file = folder.resolve("demo").resolve(name.group(1) + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            files.add(file);
        }
        try (Stream<Path> typedefs = Files.list(TYPEDEFS)) {
            for (Path typedef : (Iterable<Path>) typedefs::iterator) {
                Files.copy(typedef, folder.resolve(typedef.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.addAll(ownClassPath());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String paths = String.join(
                    File.pathSeparator, classPath.stream().map(Path::toString).toList());
            List<String> options = List.of(
                    "-d", into.toString(), "-cp", paths, "-processorpath", paths, "-g", "-Aspm.typedefs=" + folder);
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static List<Path> ownClassPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(own.split(File.pathSeparator)).map(Path::of).toList();
    }
}
