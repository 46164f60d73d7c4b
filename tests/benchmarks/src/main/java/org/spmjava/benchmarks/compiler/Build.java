package org.spmjava.benchmarks.compiler;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One contestant's build of so many payloads, again and again from nothing. */
final class Build {

    private final Contestant contestant;
    private final BuildFolder folder;
    private final ClassLoader processorClasses;

    /** Writes the sources. */
    Build(Contestant contestant, int count, Path root) throws IOException {
        this.contestant = contestant;
        this.folder = new BuildFolder(root);
        contestant.write(count, folder);
        processorClasses = processorClasses(contestant.javacOptions(folder));
    }

    /** Generates and compiles in processes of their own: what a user waits for. */
    Clock fresh() throws Exception {
        folder.clean();
        return Clock.time(() -> {
            for (List<String> command : contestant.generators(folder)) {
                Command.run(command);
            }
            Path arguments = folder.root().resolve("arguments");
            Files.write(arguments, arguments());
            Command.run(List.of(Command.ofJdk("javac"), "@" + arguments));
        });
    }

    /** Generates and compiles in this process, whose compilers are warm if it has done so before: as a daemon does. */
    Clock warm() throws Exception {
        folder.clean();
        return Clock.time(() -> {
            contestant.generateHere(folder);
            compileHere();
        });
    }

    Output output() throws IOException {
        return Output.of(folder);
    }

    private void compileHere() throws IOException, ReflectiveOperationException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said, files, null, options(), null, files.getJavaFileObjectsFromPaths(javaSources()));
            List<Processor> processors = new ArrayList<>();
            for (String name : contestant.processors()) {
                processors.add((Processor) Class.forName(name, true, processorClasses)
                        .getDeclaredConstructor()
                        .newInstance());
            }
            task.setProcessors(processors);
            if (!task.call()) {
                throw new IllegalStateException(contestant.name() + " does not compile:\n" + said);
            }
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-nowarn"));
        options.addAll(List.of("-d", folder.classes().toString()));
        options.addAll(List.of("-s", folder.generated().toString()));
        options.addAll(contestant.javacOptions(folder));
        return options;
    }

    private List<Path> javaSources() throws IOException {
        List<Path> sources = new ArrayList<>(BuildFolder.files(folder.sources(), ".java"));
        sources.addAll(BuildFolder.files(folder.generated(), ".java"));
        return sources;
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>(options());
        javaSources().forEach(source -> arguments.add(source.toString()));
        return arguments.stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
                .toList();
    }

    /** The same for all builds, as a daemon keeps them: what the JVM has compiled of them stays. */
    private static ClassLoader processorClasses(List<String> options) throws MalformedURLException {
        List<URL> jars = new ArrayList<>();
        int option = options.indexOf("-processorpath");
        if (option >= 0) {
            for (String jar : options.get(option + 1).split(File.pathSeparator)) {
                jars.add(Path.of(jar).toUri().toURL());
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
