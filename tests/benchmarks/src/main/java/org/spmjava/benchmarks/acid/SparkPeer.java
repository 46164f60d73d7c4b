package org.spmjava.benchmarks.acid;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spark, if it is on the class path: its program is compiled here, since nothing else of ours needs Spark. */
final class SparkPeer {

    private static final String PROGRAM = "SparkWords";

    /** What Spark says of itself for JDK 17, of which this program needs these. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Path home;
    private final Path jar;

    private SparkPeer(Path home, Path jar) {
        this.home = home;
        this.jar = jar;
    }

    /** Prepares it in a directory; empty if there is no Spark. */
    static Optional<SparkPeer> in(Path directory) throws IOException {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        if (jars.stream().noneMatch(path -> path.getFileName().toString().startsWith("spark-core_"))) {
            return Optional.empty();
        }
        Path home = Files.createDirectories(directory.resolve("spark"));
        Path library = Files.createDirectories(home.resolve("jars"));
        for (Path path : jars) {
            Files.createSymbolicLink(library.resolve(path.getFileName()), path.toAbsolutePath());
        }
        // By this file Spark tells a release from a checkout of its sources.
        Files.writeString(home.resolve("RELEASE"), "Spark\n");
        Path source = directory.resolve(PROGRAM + ".java");
        try (InputStream program = SparkPeer.class.getResourceAsStream("/spark/" + PROGRAM + ".java")) {
            Files.copy(program, source);
        }
        Path classes = Files.createDirectories(directory.resolve("spark-classes"));
        Path jar = directory.resolve("words.jar");
        String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        use("javac", "-nowarn", "-proc:none", "-cp", classPath, "-d", classes.toString(), source.toString());
        use("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        return Optional.of(new SparkPeer(home, jar));
    }

    private static void use(String tool, String... arguments) throws IOException {
        int exitCode = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IOException("this JDK has no " + tool))
                .run(System.out, System.err, arguments);
        if (exitCode != 0) {
            throw new IOException(tool + " ended with exit code " + exitCode);
        }
    }

    /** Several runs in one context. */
    Counter counter(String master, Path text, Path output, int runs, String java) {
        List<String> command = new ArrayList<>(List.of(java, "-XX:+IgnoreUnrecognizedVMOptions"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", jar + File.pathSeparator + home.resolve("jars") + "/*", PROGRAM));
        command.addAll(List.of(master, jar.toString(), text.toString(), output.toString(), String.valueOf(runs)));
        return new Counter(
                "Spark " + master,
                command,
                Map.of("SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", "127.0.0.1"),
                false);
    }
}
