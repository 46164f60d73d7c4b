package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Builds whose build file is ninja's, beside ninja where there is one. */
@ExtendWith(Census.class)
class NinjaBuildTest {

    /** A compiler that any machine has: `.c` files name what they include, `.o` files are sorted. */
    private static final String BUILD = """
            builddir = out
            rule cc
              command = sort $in $$(sed -n 's/^include //p' $in) > $out && echo "$out: $in $$(sed -n 's/^include //p' $in | tr '\\n' ' ')" > $out.d
              depfile = $out.d
              deps = gcc
              description = CC $out
            rule link
              command = cat $in > $out && wc -l < $out > $out.size
              description = LINK $out
            rule generate
              command = cmp -s $in $out || cp $in $out
              restat = 1
              description = GENERATE $out
            rule list
              command = cat $out.rsp | sort > $out
              rspfile = $out.rsp
              rspfile_content = $in
            build gen/config.h: generate config.in
            build out/a.o: cc a.c || gen/config.h
            build out/b.o: cc b.c || gen/config.h
            build out/c.o: cc c.c || gen/config.h
            build out/prog | out/prog.size: link out/a.o out/b.o out/c.o
            build out/objects: list out/a.o out/b.o out/c.o
            build all: phony out/prog out/objects
            default all
            """;

    @TempDir
    private Path ours;

    @TempDir
    private Path theirs;

    @BeforeEach
    void sources() throws IOException {
        for (Path directory : List.of(ours, theirs)) {
            Files.writeString(directory.resolve("build.ninja"), BUILD);
            Files.writeString(directory.resolve("config.in"), "x = 1\n");
            Files.writeString(directory.resolve("a.c"), "include a.h\nz\ny\n");
            Files.writeString(directory.resolve("a.h"), "header\n");
            Files.writeString(directory.resolve("b.c"), "include gen/config.h\n");
            Files.writeString(directory.resolve("c.c"), "alone\n");
        }
    }

    private Java.Run build(String... args) throws Exception {
        String[] all = Stream.concat(Stream.of("-j", "2", "-C", ours.toString()), Stream.of(args))
                .toArray(String[]::new);
        return Java.run("org.spmjava.examples.make.Make", all);
    }

    private Java.Run serially(String... args) throws Exception {
        String[] all = Stream.concat(Stream.of("--serial"), Stream.of(args)).toArray(String[]::new);
        return build(all);
    }

    private static List<String> taken(Java.Run run) {
        List<String> taken = new ArrayList<>();
        for (String line : run.output().split("\n")) {
            if (line.startsWith("[")) {
                taken.add(line.replaceFirst("^\\[[0-9/]*] ", ""));
            }
        }
        return taken;
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(ours.resolve(file), FileTime.from(Instant.now()));
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString();
                if (!name.contains(".ninja_") && !name.endsWith(".d") && !name.contains(".spm_make_log")) {
                    files.put(name, Files.readString(path));
                }
            }
        }
        return files;
    }

    @Test
    void itMakesTheSameFilesAsNinja() throws Exception {
        Java.Run run = build();
        assertThat(run.output()).contains("6 steps taken.");
        assertThat(run.exitCode()).isZero();
        assertThat(files(ours)).containsKey("out/prog.size");

        Process ninja;
        try {
            ninja = new ProcessBuilder("ninja", "-j2")
                    .directory(theirs.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "there is no ninja on this machine");
            return;
        }
        String said = new String(ninja.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ninja.waitFor()).as(said).isZero();
        assertThat(files(ours)).isEqualTo(files(theirs));
    }

    @Test
    void aSecondBuildDoesNothingAndAnEditJustWhatNeedsIt() throws Exception {
        assertThat(build().exitCode()).isZero();
        assertThat(serially().output()).isEqualTo("Nothing to do.\n");

        touch("c.c");
        assertThat(taken(serially())).containsExactlyInAnyOrder("CC out/c.o", "LINK out/prog", listing());
        assertThat(serially().output()).isEqualTo("Nothing to do.\n");
    }

    private static String listing() {
        return "cat out/objects.rsp | sort > out/objects";
    }

    @Test
    void whatTheCompilerSaysToHaveReadMakesItsOutputOutOfDate() throws Exception {
        assertThat(serially().exitCode()).isZero();
        touch("a.h");
        assertThat(taken(serially("out/prog"))).containsExactly("CC out/a.o", "LINK out/prog");
    }

    @Test
    void aGeneratorThatChangesNothingMakesNothingElseOutOfDate() throws Exception {
        assertThat(serially().exitCode()).isZero();
        touch("config.in");
        assertThat(taken(serially())).containsExactly("GENERATE gen/config.h");
        assertThat(serially().output()).isEqualTo("Nothing to do.\n");

        Files.writeString(ours.resolve("config.in"), "x = 2\n");
        touch("config.in");
        assertThat(taken(serially()))
                .containsExactlyInAnyOrder("GENERATE gen/config.h", "CC out/b.o", "LINK out/prog", listing());
        assertThat(Files.readString(ours.resolve("out/prog"))).contains("x = 2");
    }

    @Test
    void aChangedCommandMakesItsOutputOutOfDate() throws Exception {
        assertThat(serially().exitCode()).isZero();
        Files.writeString(ours.resolve("build.ninja"), BUILD.replace("cat $in > $out &&", "cat  $in > $out &&"));
        assertThat(taken(serially())).containsExactly("LINK out/prog");
    }

    @Test
    void aCommandThatFailsLeavesNoHalfMadeFileAndDropsWhatNeedsIt() throws Exception {
        Files.writeString(
                ours.resolve("build.ninja"),
                BUILD.replace(
                        "build out/b.o: cc",
                        "rule bad\n  command = echo half > $out; echo no; exit 3\nbuild out/b.o: bad"));
        Java.Run run = build("-k");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .contains("out/b.o: EvalUncaught", "ended with exit code 3\nno\n", "out/prog: TaskDropped");
        assertThat(files(ours)).containsKeys("out/a.o", "out/c.o").doesNotContainKeys("out/b.o", "out/prog");
    }

    @Test
    void aStepIsNotDroppedBecauseAnEarlierOneOfItsPoolFails() throws Exception {
        Files.writeString(ours.resolve("build.ninja"), """
                pool one
                  depth = 1
                rule run
                  command = $what
                  pool = one
                build a: run
                  what = exit 1
                build b: run
                  what = echo b > b
                """);
        assertThat(serially("-k").exitCode()).isEqualTo(2);
        assertThat(files(ours)).containsKey("b");
    }

    @Test
    void whatCannotBeBuiltIsSaid() throws Exception {
        assertThat(serially("nothing").output()).contains("unknown target `nothing`");
        Files.delete(ours.resolve("c.c"));
        assertThat(serially().output()).contains("`c.c`, needed by `out/c.o`, is missing, and nothing makes it");
        Files.writeString(ours.resolve("build.ninja"), "build a: phony b\nbuild b: phony a\n");
        assertThat(serially("a").output()).contains("`a` needs itself, by way of `b`");
        Files.writeString(ours.resolve("build.ninja"), "rule\n");
        assertThat(serially().output()).contains("build.ninja:1:5: expected the rule's name");
        assertThat(serially("-f", "gone.ninja").output()).contains("cannot read", "gone.ninja");
    }
}
