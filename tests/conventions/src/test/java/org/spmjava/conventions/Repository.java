package org.spmjava.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files that people wrote: what the repository holds, without what a build or an editor leaves behind. */
final class Repository {

    static final Path ROOT = root();

    private static final List<Path> FILES = walk();

    private Repository() {}

    /** All files, relative to the root, in order. */
    static List<Path> files() {
        return FILES;
    }

    /** Sources in a source folder of a module; projects under {@code src/it} are input of tests, not ours. */
    static List<Path> sources(String... endings) {
        return FILES.stream()
                .filter(file -> slashed(file).matches("(.*/)?src/(main|test)/.*"))
                .filter(file -> !slashed(file).contains("src/it/"))
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .toList();
    }

    /** Java that the build compiles; Java among a test's resources is data. */
    static List<Path> javaSources() {
        return sources(".java").stream()
                .filter(file -> slashed(file).matches(".*src/(main|test)/java/.*"))
                .toList();
    }

    static List<Path> poms() {
        return FILES.stream()
                .filter(file -> file.endsWith("pom.xml"))
                .filter(file -> !slashed(file).contains("src/"))
                .toList();
    }

    static List<Path> pages() {
        return FILES.stream()
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !slashed(file).contains("src/"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of these files that are like that, each as {@code path:number: text}. */
    static List<String> linesOf(List<Path> files, Predicate<String> like) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = text(file).lines().toList();
            IntStream.range(0, lines.size())
                    .filter(i -> like.test(lines.get(i)))
                    .forEach(i ->
                            found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip()));
        }
        return found;
    }

    static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static Path root() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("dsl-grammar"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No repository root above " + start);
    }

    private static List<Path> walk() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals(".ci");
                    boolean ours = folder.equals(ROOT) || !hidden && !name.equals("target");
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }
}
