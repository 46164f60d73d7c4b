package org.spmjava.benchmarks.speed;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class path. The suite's own holds everybody's jars; a child JVM gets what its user would have. */
public final class ClassPath {

    /** Of the local repository's paths: what no program on SPM.Java has. */
    private static final List<String> PEERS = List.of(
            "/com/google/",
            "/com/hazelcast/",
            "/com/palantir/",
            "/com/squareup/",
            "/com/typesafe/",
            "/net/sf/",
            "/org/antlr/",
            "/org/apache/",
            "/org/jetbrains/",
            "/org/jspecify/",
            "/org/openjdk/",
            "/org/ow2/",
            "/org/reactivestreams/",
            "/org/scala-lang/",
            "/uk/co/");

    private static final List<String> HARNESS = List.of("/benchmarks/target/", "/HdrHistogram/");
    private static final Pattern VERSION = Pattern.compile("-([0-9][^/]*)\\.jar$");

    private static final Path COMPILED = compiled();

    /** Users run jars; and from a folder of classes, a JVM shares none of them. */
    private static final Optional<Path> JAR =
            Optional.ofNullable(System.getProperty("spm.benchmarks.jar")).map(Path::of);

    private final List<String> entries;

    private ClassPath(List<String> entries) {
        this.entries = entries;
    }

    /** That of this JVM. */
    public static ClassPath ofThis() {
        String all = System.getProperty("java.class.path");
        return new ClassPath(Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .map(entry -> entry.equals(COMPILED) && JAR.isPresent() ? JAR.get() : entry)
                .map(Path::toString)
                .toList());
    }

    private static Path compiled() {
        try {
            return Path.of(ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That of a program on SPM.Java: this JVM's without the peers' jars. */
    public static ClassPath ofUsers() {
        return ofThis().without(PEERS);
    }

    /** That of a peer: what was compiled here, what measures, and the peer's own jars. */
    public static ClassPath ofPeer(String... parts) {
        List<String> all = new ArrayList<>(List.of(parts));
        all.addAll(HARNESS);
        return new ClassPath(ofThis().entries.stream()
                .filter(entry -> all.stream().anyMatch(entry::contains))
                .toList());
    }

    /** The version in the name of the jar that a class is in, or nothing. */
    public static String versionOf(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        Matcher version = VERSION.matcher(jar);
        return version.find() ? version.group(1) : "";
    }

    /** Without the entries whose path contains one of these. */
    public ClassPath without(List<String> parts) {
        return new ClassPath(entries.stream()
                .filter(entry -> parts.stream().noneMatch(entry::contains))
                .toList());
    }

    @Override
    public String toString() {
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
