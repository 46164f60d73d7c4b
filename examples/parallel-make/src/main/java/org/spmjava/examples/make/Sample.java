package org.spmjava.examples.make;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spmjava.examples.make.gnu.GnuMake;

/**
 * A project of some seconds to try the program on: a C library and a program that tests it, where GNU make and a C
 * compiler are installed; elsewhere a build file of ninja whose recipes any Linux machine can run, and which says so.
 */
public final class Sample {

    private static final int MODULES = 32;
    private static final int LISTS = 24;
    private static final int NUMBERS = 50_000;

    private Sample() {}

    /**
     * Writes the project.
     *
     * @param directory an existing one, where nothing else is
     * @return the arguments by which {@link Make} builds it
     * @throws IOException if it cannot be written
     */
    public static List<String> unpack(Path directory) throws IOException {
        if (hasMakeAndCompiler()) {
            unpackC(directory);
        } else {
            unpackNinja(directory);
        }
        return List.of("-C", directory.toString());
    }

    private static boolean hasMakeAndCompiler() throws IOException {
        Optional<GnuMake> make = GnuMake.find();
        if (make.isPresent()) {
            make.get().close();
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return make.isPresent()
                && List.of(path.split(":")).stream()
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "cc")));
    }

    static void unpackC(Path directory) throws IOException {
        Path sorts = Files.createDirectories(directory.resolve("sorts"));
        Files.writeString(directory.resolve("Makefile"), resource("Makefile"));
        for (String name : List.of("list.sh", "sorts.h", "try.c")) {
            Files.writeString(sorts.resolve(name), resource(name));
        }
        String module = resource("sort.c");
        for (int number = 0; number < MODULES; number++) {
            Files.writeString(
                    sorts.resolve("sort_" + number + ".c"),
                    module.replace("@NUMBER@", String.valueOf(number))
                            .replace("@SIZE@", String.valueOf(100 + 10 * number)));
        }
    }

    static void unpackNinja(Path directory) throws IOException {
        StringBuilder build = new StringBuilder(resource("build.ninja"));
        StringBuilder sums = new StringBuilder();
        for (int list = 0; list < LISTS; list++) {
            String name = "out/list" + list;
            build.append("build " + name + ": numbers\n  seed = " + (list + 1) + "\n  count = " + NUMBERS + "\n");
            build.append("build " + name + ".up: sort " + name + "\n  how = -n\n");
            build.append("build " + name + ".again: sort " + name + ".up\n  how = -n -s\n");
            build.append(
                    "build " + name + ".sum: same " + name + ".up " + name + ".again\n  forth = " + name + ".up\n");
            sums.append(' ').append(name).append(".sum");
        }
        build.append("build out/sums: collect").append(sums).append('\n').append("default out/sums\n");
        Files.writeString(directory.resolve("build.ninja"), build);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("sample/" + name + ".in")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
