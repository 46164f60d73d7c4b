package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.spmjava.processor.SpmProcessor;

/** What javac says of a program, of itself or for the annotation processor. */
final class Javac {

    private static final String BY_PROCESSOR = "proc.messager";

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all programs, since it remembers what is in the jars. */
    private static final StandardJavaFileManager FILES = files();

    private Javac() {}

    private static StandardJavaFileManager files() {
        StandardJavaFileManager files = JAVAC.getStandardFileManager(null, Locale.ENGLISH, null);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, Check.classPath());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param classes where the compiled classes go */
    static List<Report> reports(Program program, Path classes) {
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-Aspm.typedefs=" + program.folder(),
                "-g",
                // Of the class path, and of processors that leave annotations to others: nothing about the program.
                "-Xlint:all,-processing,-classfile,-path");
        try {
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JavaCompiler.CompilationTask task = JAVAC.getTask(
                null, FILES, collector, options, null, FILES.getJavaFileObjectsFromPaths(program.sources()));
        task.setLocale(Locale.ENGLISH);
        task.setProcessors(List.of(new SpmProcessor()));
        task.call();
        // Its notes are about itself, such as that it simplified a message.
        List<Diagnostic<? extends JavaFileObject>> diagnostics = collector.getDiagnostics().stream()
                .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .toList();
        assertThat(diagnostics).allMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR, "no warning");
        return diagnostics.stream()
                .map(diagnostic -> report(program, diagnostic))
                .toList();
    }

    private static Report report(Program program, Diagnostic<? extends JavaFileObject> diagnostic) {
        Stage stage = diagnostic.getCode().endsWith(BY_PROCESSOR) ? Stage.PROCESSOR : Stage.JAVAC;
        Place place = new Place(
                program.shorten(
                        diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName()),
                diagnostic.getLineNumber());
        String text = place + ": " + diagnostic.getKind().toString().toLowerCase(Locale.ROOT) + ": "
                + program.shorten(diagnostic.getMessage(Locale.ENGLISH)).stripTrailing() + "\n" + excerpt(diagnostic);
        return new Report(stage, place, text);
    }

    /** The line of the source, and a caret below the place. */
    private static String excerpt(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null || diagnostic.getLineNumber() == Diagnostic.NOPOS) {
            return "";
        }
        try {
            String line = diagnostic
                    .getSource()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .skip(diagnostic.getLineNumber() - 1)
                    .findFirst()
                    .orElse("");
            return line + "\n" + " ".repeat((int) diagnostic.getColumnNumber() - 1) + "^\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
