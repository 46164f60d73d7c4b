package org.spmjava.benchmarks.speed;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
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

    private final List<String> entries;

    private ClassPath(List<String> entries) {
        this.entries = entries;
    }

    /** That of this JVM. */
    public static ClassPath ofThis() {
        String all = System.getProperty("java.class.path");
        return new ClassPath(Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .toList());
    }

    /** That of a program on SPM.Java: this JVM's without the peers' jars. */
    public static ClassPath ofUsers() {
        return ofThis().without(PEERS);
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
