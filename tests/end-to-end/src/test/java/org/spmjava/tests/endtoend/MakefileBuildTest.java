package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.make.Make;
import picocli.CommandLine;

/** Builds whose build file is a makefile, beside GNU make. */
@ExtendWith(Census.class)
class MakefileBuildTest {

    /** A library and a program, each in a directory with a makefile of its own, and a generated header. */
    private static final String TOP = """
            export MODE = fast
            SUBDIRS = lib app
            .PHONY: all $(SUBDIRS)
            all: $(SUBDIRS) summary
            $(SUBDIRS): config.h
            \t@$(MAKE) -C $@ CC=$(CC)
            app: lib
            config.h: config.in
            \tsort config.in > $@
            summary: config.h lib app
            \tcat config.h lib/lib.a app/app > $@
            """;

    private static final String LIB = """
            lib.a: one.o two.o
            \tcat $^ > $@
            %.o: %.c ../config.h
            \tcat $< ../config.h > $@; echo "$(CC) $$MODE" >> $@
            """;

    private static final String APP = """
            # Made when the library is there, of what is there then.
            PARTS := $(wildcard ../lib/*.a)
            app: main.c $(PARTS)
            \tcat main.c $(PARTS) > $@
            """;

    @TempDir
    private Path ours;

    @TempDir
    private Path theirs;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void sources() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/make")), "there is no GNU make on this machine");
        for (Path directory : List.of(ours, theirs)) {
            write(directory, "Makefile", TOP);
            write(directory, "lib/Makefile", LIB);
            write(directory, "app/Makefile", APP);
            write(directory, "config.in", "y\nx\n");
            write(directory, "lib/one.c", "one\n");
            write(directory, "lib/two.c", "two\n");
            write(directory, "app/main.c", "main\n");
        }
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
    }

    private Report make(Session session, String... args) throws Exception {
        Make make = new Make();
        new CommandLine(make).parseArgs(args);
        lines.clear();
        return make.run(session);
    }

    private Session session(VirtualCloud cloud) {
        return new Session(cloud, new Console(lines::add, lines::add, false));
    }

    private Report serially(String... args) throws Exception {
        String[] all =
                Stream.concat(Stream.of("-C", ours.toString()), Stream.of(args)).toArray(String[]::new);
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            return make(session(cloud), all);
        }
    }

    private List<String> taken() {
        return lines.stream()
                .filter(line -> line.startsWith("["))
                .map(line -> line.replaceFirst("^\\[[0-9/]*] ", ""))
                .toList();
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(ours.resolve(file), FileTime.from(Instant.now()));
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private void theirMake(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/make", "-s"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(theirs.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void itMakesWhatGnuMakeMakesAndNothingTwice() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            Session session = session(cloud);
            Report first = make(session, "-C", ours.toString(), "CC=clang");
            assertThat(first.wentWell()).as("%s", lines).isTrue();
            theirMake("CC=clang");
            assertThat(files(ours)).isEqualTo(files(theirs)).containsKeys("summary", "app/app");
            assertThat(files(ours).get("lib/one.o")).endsWith("clang fast\n");
            assertThat(taken())
                    .containsExactlyInAnyOrder("config.h", "lib/one.o", "lib/two.o", "lib/lib.a", "app/app", "summary");

            Report again = make(session, "-C", ours.toString(), "lib", "app", "CC=clang");
            assertThat(again.answer()).isEqualTo("Nothing to do.");
            assertThat(again.conclusions()).isEmpty();
        }
    }

    @Test
    void touchingAFileRebuildsWhatNeedsItAlone() throws Exception {
        assertThat(serially("lib", "app").wentWell()).isTrue();
        touch("lib/two.c");
        assertThat(serially("lib", "app").wentWell()).isTrue();
        assertThat(taken()).containsExactly("lib/two.o", "lib/lib.a", "app/app");
        touch("app/main.c");
        assertThat(serially("lib", "app").wentWell()).isTrue();
        assertThat(taken()).containsExactly("app/app");
    }

    @Test
    void aFileThatIsMadeTheSameMakesNothingElseOutOfDate() throws Exception {
        write(ours, "Makefile", """
                all: b
                b: a
                \tcp a b
                a: stamp
                \t@cmp -s stamp a || cp stamp a
                stamp: source
                \tcp source stamp
                """);
        write(ours, "source", "x\n");
        assertThat(serially().wentWell()).isTrue();
        assertThat(taken()).containsExactly("stamp", "a", "b");
        touch("source");
        assertThat(serially().wentWell()).isTrue();
        assertThat(taken()).containsExactly("stamp", "a");
    }

    @Test
    void aRecipeThatFailsDropsWhatNeedsItAndKeepsTheRestIfAsked() throws Exception {
        write(ours, "Makefile", """
                all: bad after good
                after: bad
                \ttouch after
                bad:
                \t@echo half > bad; echo line 1; echo line 2; exit 3
                good: other
                \ttouch good
                other:
                \t-false
                \ttouch other
                """);
        assertThat(serially("-k").wentWell()).isFalse();
        assertThat(lines)
                .containsSubsequence("[1/4] bad: EvalUncaught", "line 1", "line 2")
                .anyMatch(line -> line.endsWith("exit 3` ended with exit code 3"))
                .anyMatch(line -> line.endsWith("after: TaskDropped"))
                .contains("(ignored: exit code 1)");
        assertThat(files(ours)).containsKeys("good", "other").doesNotContainKeys("bad", "after");

        Files.delete(ours.resolve("good"));
        Files.delete(ours.resolve("other"));
        assertThat(serially().wentWell()).isFalse();
        assertThat(files(ours)).doesNotContainKeys("bad", "good");
        assertThat(taken()).contains("bad: EvalUncaught", "after: TaskDropped").doesNotContain("good");
    }

    @Test
    void aLineThatDoesMoreThanCallMakeRunsAsItIs() throws Exception {
        write(ours, "Makefile", "all:\n\tmkdir made && $(MAKE) -C lib lib.a && cp lib/lib.a made\n");
        write(theirs, "Makefile", "all:\n\tmkdir made && $(MAKE) -C lib lib.a && cp lib/lib.a made\n");
        for (Path directory : List.of(ours, theirs)) {
            write(directory, "config.h", "");
        }
        assertThat(serially("CC=cc").wentWell()).isTrue();
        assertThat(lines).anyMatch(line -> line.contains("a line that calls make, and does more, runs as it is"));
        theirMake("CC=cc");
        assertThat(files(ours)).isEqualTo(files(theirs)).containsKey("made/lib.a");
    }

    @Test
    void aKilledSpokeCostsItsRecipeAloneWhichIsTakenUpAgain() throws Exception {
        write(ours, "Makefile", """
                all: victim after other
                after: victim
                \tcp victim after
                victim:
                \techo half > victim
                \tif [ ! -e first ]; then touch first; exec tail -f /dev/null; fi
                \techo whole > victim
                other:
                \ttouch other
                """);
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                await().atMost(Duration.ofSeconds(15)).until(() -> Files.exists(ours.resolve("first")));
                Spokes.killParentOf("tail -f /dev/null");
            });
            Report report = make(session(cloud), "-C", ours.toString());
            killer.join();
            assertThat(report.wentWell()).as("%s", lines).isTrue();
            assertThat(report.conclusions()).hasSize(2);
            assertThat(taken().stream().sorted()).containsExactly("after", "other", "victim", "victim: EvalKill");
            assertThat(lines).anyMatch(line -> line.contains("taken up again"));
            assertThat(files(ours)).containsEntry("after", "whole\n");
        }
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithAllThatItStarted() throws Exception {
        write(ours, "Makefile", "all: hung fine\nhung:\n\t(sleep 1000 &) ; sleep 1000\nfine:\n\techo fine > fine\n");
        Java.Run run =
                Java.run("org.spmjava.examples.make.Make", "-j", "2", "-k", "--each", "1", "-C", ours.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("hung: EvalTimeout", "] fine\n");
    }

    @Test
    void whatWouldBeDoneIsPrintedAndNothingIsDone() throws Exception {
        assertThat(serially("-n", "CC=cc").wentWell()).isTrue();
        assertThat(lines)
                .containsSubsequence(
                        "sort config.in > config.h",
                        "make -C lib CC=cc",
                        "make -C app CC=cc",
                        "cat config.h lib/lib.a app/app > summary");
        assertThat(files(ours)).doesNotContainKey("config.h");
    }

    @Test
    void whatIsWrongIsSaidInALineOrTwo() throws Exception {
        write(ours, "Makefile", "a: b\nb: a\n\ttouch b\n");
        Java.Run circle = Java.run("org.spmjava.examples.make.Make", "-C", ours.toString());
        assertThat(circle.output())
                .contains("make: Circular b <- a dependency dropped.\n")
                .doesNotContain("\tat ");
        assertThat(circle.exitCode()).isEqualTo(2);
        assertThat(mistake()).isEqualTo("Circular b <- a dependency dropped.");
        write(ours, "Makefile", "a: gone\n\ttouch a\n");
        assertThat(mistake()).contains("No rule to make target 'gone', needed by 'a'");
        write(ours, "Makefile", "a:\n  touch a\n");
        assertThat(mistake()).contains("Makefile:2: *** missing separator");
        assertThat(mistake("-f", "nowhere.mk")).contains("cannot read").contains("nowhere.mk");
        assertThat(mistake("--each", "0")).contains("--each and --all are at least 1 second");
        Files.delete(ours.resolve("Makefile"));
        assertThat(mistake()).contains("no makefile found");
    }

    private String mistake(String... args) throws Exception {
        try {
            serially(args);
        } catch (org.spmjava.examples.common.UserError mistake) {
            return mistake.getMessage();
        }
        throw new AssertionError("nothing is wrong: " + lines);
    }
}
