package org.spmjava.stateguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program that is compiled as users compile theirs, annotation processor and all. */
final class Program {

    static final Path PROGRAMS = Path.of("src", "test", "resources", "programs");

    private static final String TYPEDEF = """
            task<list> {
              spm :: struct {
                meta :: struct {
                  label         :: scalar<stringSnippet> = deferred;
                  modulePreload :: tuple<module>         = None;
                  module        :: scalar<module>        = deferred;
                  timeout       :: scalar<timeout>       = deferred;
                };
                core :: struct { relaunchPre :: scalar<bool> = None; };
                stat :: struct { exception :: scalar<auto> = None; returnValue :: scalar<auto> = None; };
              };
              n :: scalar<long> = deferred;
            };
            """;

    private final Path classes;

    private Program(Path classes) {
        this.classes = classes;
    }

    /** Compiles one of the programs of these tests into an empty directory. */
    static Program compile(Path root, String name, String... options) throws IOException {
        return compileText(root, name, Files.readString(PROGRAMS.resolve(name + ".java")), options);
    }

    static Program compileText(Path root, String name, String text, String... options) throws IOException {
        Path sources = root.resolve("sources");
        Path classes = root.resolve("classes");
        Path source = sources.resolve("demo").resolve(name + ".java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(classes);
        Files.writeString(source, text);
        Files.writeString(
                sources.resolve("Tasks.spmtype"),
                Stream.of("list", "template", "aggregate", "graph", "grid")
                        .map(head -> TYPEDEF.replace("task<list>", "task<" + head + ">"))
                        .collect(Collectors.joining()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String paths = classPath();
            List<String> all = new ArrayList<>(List.of(options));
            all.addAll(List.of("-d", classes.toString(), "-cp", paths, "-processorpath", paths));
            all.add("-Aspm.typedefs=" + sources);
            boolean compiled = compiler.getTask(
                            messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(List.of(source)))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new Program(classes);
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static List<Path> libraries() {
        return Stream.of(classPath().split(File.pathSeparator)).map(Path::of).toList();
    }

    Path classes() {
        return classes;
    }

    List<Path> classFiles() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] classFile(String name) throws IOException {
        return Files.readAllBytes(classes.resolve("demo").resolve(name + ".class"));
    }

    /** A loader of its own for the program's classes as they are now. */
    URLClassLoader load() throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Program.class.getClassLoader());
    }
}
