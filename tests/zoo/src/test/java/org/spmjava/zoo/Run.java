package org.spmjava.zoo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program did when it ran, in a class loader of its own.
 *
 * @param output what it printed
 * @param failure what left its {@code main}, if anything did
 */
record Run(String output, Optional<Report> failure) {

    private static final Pattern FRAME = Pattern.compile("\tat .*\\((\\w+\\.java):(\\d+)\\)");

    /** A Spoke with the name of its host, which differs by machine. */
    private static final Pattern SPOKE = Pattern.compile("(spoke-\\d+\\.\\d+)@[^\\s:]+");

    static Run of(Program program, Path classes) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Optional<Throwable> thrown;
        PrintStream console = System.out;
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Run.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            thrown = main(loader.loadClass(program.mainClass()));
        } finally {
            System.setOut(console);
            thread.setContextClassLoader(ours);
        }
        return new Run(printed.toString(StandardCharsets.UTF_8), thrown.map(failure -> report(program, failure)));
    }

    private static Optional<Throwable> main(Class<?> type) throws ReflectiveOperationException {
        Method main = type.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) new String[0]);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        }
    }

    /** What java prints when a throwable leaves main, of whose frames only the program's own are kept. */
    private static Report report(Program program, Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        List<String> names = program.sources().stream()
                .map(source -> source.getFileName().toString())
                .toList();
        List<String> lines = ("Exception in thread \"main\" " + all)
                .lines()
                .filter(line -> !line.startsWith("\tat ") || isOf(names, line))
                .filter(line -> !line.matches("\t\\.\\.\\. \\d+ more"))
                .toList();
        Place place = lines.stream()
                .map(FRAME::matcher)
                .filter(Matcher::matches)
                .map(frame -> new Place(frame.group(1), Long.parseLong(frame.group(2))))
                .findFirst()
                .orElse(new Place("", 0));
        String text = lines.stream().collect(Collectors.joining("\n", "", "\n"));
        return new Report(Stage.RUN_TIME, place, SPOKE.matcher(text).replaceAll("$1@host"));
    }

    private static boolean isOf(List<String> files, String line) {
        Matcher frame = FRAME.matcher(line);
        return frame.matches() && files.contains(frame.group(1));
    }
}
