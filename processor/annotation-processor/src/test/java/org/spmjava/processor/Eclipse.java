package org.spmjava.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The Eclipse compiler, with all its warnings on save those of style. It goes on after an error of a processor. */
final class Eclipse {

    /** Opinions that exclude each other, or a setter's parameter called like its field. */
    private static final String STYLE = "-warn:-nls,boxing,unqualifiedField,hiding,super";

    private Eclipse() {}

    /**
     * What it says, as {@code File.java:line: kind: text}, errors and warnings alike.
     *
     * @param directory for what is generated and compiled
     */
    static List<String> compile(List<JavaFileObject> sources, List<String> processorOptions, Path directory) {
        try {
            return run(sources, processorOptions, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> run(List<JavaFileObject> sources, List<String> processorOptions, Path directory)
            throws IOException {
        Path written = Files.createDirectories(directory.resolve("written"));
        Path generated = Files.createDirectories(directory.resolve("generated"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        for (JavaFileObject source : sources) {
            Path file = written.resolve(source.getName().substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getCharContent(false));
        }
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8);
                Stream<Path> found = Files.walk(written)) {
            List<Path> units =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = new ArrayList<>(List.of("--release", "17", "-warn:all", STYLE));
            options.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
            options.addAll(List.of("-cp", System.getProperty("java.class.path")));
            options.addAll(processorOptions);
            StringWriter console = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    console, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(units));
            task.setProcessors(List.of(new SpmProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream().map(Eclipse::line).toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        String name = diagnostic.getSource() == null
                ? ""
                : Path.of(diagnostic.getSource().toUri()).getFileName().toString();
        String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT);
        return name + ":" + diagnostic.getLineNumber() + ": " + kind + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
