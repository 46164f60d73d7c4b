package org.spmjava.examples.make.gnu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small makefiles, and what GNU make says of them. */
class GnuMakeTest {

    @TempDir
    private Path directory;

    private GnuMake make;

    @BeforeEach
    void find() throws IOException {
        Optional<GnuMake> found = GnuMake.find();
        assumeTrue(found.isPresent(), "there is no GNU make on this machine");
        make = found.get();
    }

    @AfterEach
    void close() throws IOException {
        if (make != null) {
            make.close();
        }
    }

    private Answer ask(String makefile, String... arguments) throws Exception {
        Files.writeString(directory.resolve("Makefile"), makefile);
        return make.ask(new MakeCall(directory, List.of(arguments), System.getenv()));
    }

    private void touch(String name, int secondsAgo) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
    }

    private static List<String> targets(Answer answer) {
        return answer.jobs().stream().map(Job::target).toList();
    }

    private List<String> texts(Job job) {
        return job.lines().stream().map(make::text).toList();
    }

    private static Job job(Answer answer, String target) {
        return answer.jobs().stream()
                .filter(job -> job.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLineOfARecipeIsAsAShellGetsIt() throws Exception {
        Answer answer = ask("""
                Q = @
                define twice
                echo 1
                -echo 2
                endef
                IGNORE = $(Q)-
                all:
                \t@echo "one $$HOME" \\
                \t  more
                \t-false; \\
                \ttrue

                \t$(twice)
                \t$(IGNORE)echo $(info noise)three
                \t$(Q)+echo four
                """);
        Job all = answer.jobs().get(0);
        assertThat(texts(all))
                .containsExactly(
                        "echo \"one $HOME\" \\\n  more",
                        "false; \\\ntrue",
                        "echo 1",
                        "echo 2",
                        "echo three",
                        "echo four");
        assertThat(all.lines()).extracting(Line::mayFail).containsExactly(false, true, false, true, true, false);
        assertThat(all.lines()).extracting(Line::isRecursive).containsExactly(false, false, false, false, false, true);
        assertThat(all.lines().get(0).shell()).containsExactly("/bin/sh", "-c");
        assertThat(all.place()).isEqualTo("Makefile:8");
        assertThat(answer.notes()).containsExactly("noise");
    }

    @Test
    void jobsWaitForThoseThatMakeWhatTheyNeedAlsoThroughNamesWithoutARecipe() throws Exception {
        touch("x.c", 50);
        Answer answer = ask("""
                all: prog
                prog: objects | out
                \tcat out/x.o > $@
                objects: out/x.o
                out/x.o: x.c | out
                \tcp x.c $@
                out:
                \tmkdir out
                """);
        assertThat(targets(answer)).containsExactly("out", "out/x.o", "prog");
        assertThat(job(answer, "out/x.o").after()).containsExactly(0);
        assertThat(job(answer, "out/x.o").inputs()).containsExactly("x.c");
        assertThat(job(answer, "prog").after()).containsExactlyInAnyOrder(0, 1);
        assertThat(job(answer, "prog").inputs()).containsExactly("objects");
    }

    @Test
    void whatIsUpToDateHasNoJob() throws Exception {
        touch("a", 50);
        touch("b", 40);
        touch("c", 60);
        String makefile = "all: b c\n.PHONY: all\nb: a\n\tcp a b\nc: a\n\tcp a c\n";
        assertThat(targets(ask(makefile))).containsExactly("c");
        assertThat(job(ask(makefile), "c").isForced()).isFalse();
        assertThat(targets(ask(makefile, "-B"))).containsExactly("b", "c");
        assertThat(job(ask(makefile, "-B"), "b").isForced()).isTrue();
        assertThat(targets(ask(makefile, "b"))).isEmpty();
    }

    @Test
    void namesThatAreNoFilesMakeWhatNeedsThemOutOfDate() throws Exception {
        touch("stamp", 10);
        touch("real", 50);
        Answer answer = ask("""
                .PHONY: version
                all: stamp
                \techo all
                stamp: version real
                \ttouch stamp
                version:
                \techo 1
                """);
        assertThat(targets(answer)).containsExactly("version", "stamp", "all");
        assertThat(job(answer, "version").outputs()).isEmpty();
        assertThat(job(answer, "stamp").isForced()).isTrue();
        assertThat(job(answer, "all").isForced()).isFalse();
    }

    @Test
    void aRuleOfSeveralTargetsIsOneJob() throws Exception {
        touch("p.y", 50);
        touch("g", 50);
        Answer answer = ask("""
                all: p.tab.c p.tab.h one two
                \techo all
                %.tab.c %.tab.h: %.y
                \ttouch p.tab.c p.tab.h
                one two &: g
                \ttouch one two
                """);
        assertThat(answer.jobs()).hasSize(3);
        assertThat(answer.jobs().get(0).outputs()).containsExactlyInAnyOrder("p.tab.c", "p.tab.h");
        assertThat(job(answer, "all").after()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void rulesWithTwoColonsAreJobsOneAfterTheOther() throws Exception {
        touch("a", 50);
        touch("b", 50);
        Answer answer = ask("""
                log:: a
                \techo a >> log
                log:: b
                \t-echo b >> log
                """);
        assertThat(targets(answer)).containsExactly("log", "log");
        assertThat(answer.jobs().get(1).after()).containsExactly(0);
        assertThat(answer.jobs().get(0).inputs()).containsExactly("a");
        assertThat(answer.jobs().get(1).inputs()).containsExactly("b");
        assertThat(answer.jobs().get(1).lines().get(0).mayFail()).isTrue();
    }

    @Test
    void recipesSeeWhatIsExportedAndSomeSeeTheirOwn() throws Exception {
        Answer answer = ask("""
                export COMMON = 1
                unexport HOME
                all: a b
                a: export OWN = x$(COMMON)
                b: COMMON = 2
                a b:
                \techo $@
                """, "CC=clang", "-k", "-j8");
        assertThat(answer.environment())
                .containsEntry("COMMON", "1")
                .containsEntry("MAKELEVEL", "1")
                .containsEntry("MAKEFLAGS", "k -- CC=clang")
                .containsEntry("CC", "clang")
                .doesNotContainKeys("HOME", "OWN");
        assertThat(job(answer, "a").environment()).isEqualTo(Map.of("OWN", "x1"));
        assertThat(job(answer, "b").environment()).isEqualTo(Map.of("COMMON", "2"));
    }

    @Test
    void includedMakefilesAreRemadeBeforeTheAnswer() throws Exception {
        touch("a.c", 50);
        Answer answer = ask("""
                all: a.o
                a.o:
                \techo $(WORD)
                include a.d
                a.d: a.c
                \t@echo making a.d
                \techo 'a.o: a.c' > a.d; echo 'WORD = read' >> a.d
                """);
        assertThat(directory.resolve("a.d")).exists();
        assertThat(targets(answer)).containsExactly("a.o");
        assertThat(texts(answer.jobs().get(0))).containsExactly("echo read");
        assertThat(answer.jobs().get(0).inputs()).containsExactly("a.c");
    }

    @Test
    void filesAreFoundWhereVpathSaysAndByRulesOfMakesOwn() throws Exception {
        touch("src/a.c", 50);
        Answer answer = ask("VPATH = src\nCC = gcc\nall: a.o\n");
        assertThat(targets(answer)).containsExactly("a.o");
        assertThat(answer.jobs().get(0).inputs()).containsExactly("src/a.c");
        assertThat(texts(answer.jobs().get(0)).get(0)).matches("gcc +-c -o a.o src/a.c");
    }

    @Test
    void aRecipeIsOneTextWhereAMakefileSaysSo() throws Exception {
        Answer answer = ask("""
                .ONESHELL:
                SHELL = /bin/bash
                .SHELLFLAGS = -e -c
                all: b
                \t@x=1
                \t-echo $$x \\
                \t  $@
                b:
                \techo b
                """);
        assertThat(texts(job(answer, "all"))).containsExactly("x=1\necho $x \\\n  all");
        assertThat(job(answer, "all").lines().get(0).shell()).containsExactly("/bin/bash", "-e", "-c");
        assertThat(texts(job(answer, "b"))).containsExactly("echo b");
    }

    @Test
    void filesThatAreMadeOnTheWayAloneAreDeletedAtLast() throws Exception {
        touch("a.gen", 50);
        Answer answer = ask("""
                all: a.out
                %.out: %.mid
                \tcp $< $@
                %.mid: %.gen
                \tcp $< $@
                """);
        assertThat(targets(answer)).containsExactly("a.mid", "a.out", "rm a.mid");
        assertThat(answer.jobs().get(2).after()).containsExactly(0, 1);
    }

    @Test
    void nothingRunsAtOnceWhereAMakefileSaysSo() throws Exception {
        Answer answer = ask(".NOTPARALLEL:\nall: a b c\na b c:\n\techo $@\n");
        assertThat(answer.jobs()).extracting(Job::after).containsExactly(List.of(), List.of(0), List.of(1));
    }

    @Test
    void linesThatCallMakeAreNotRunAndTheirCallsAreKnown() throws Exception {
        Files.createDirectory(directory.resolve("lib"));
        Files.createDirectory(directory.resolve("src"));
        Answer answer = ask("""
                export COMMON = 1
                all:
                \t@for d in lib src; do (cd $$d && X=$$d $(MAKE) -f ../Sub $$d-all) || exit 1; done
                \t+touch made
                \ttouch made; $(MAKE) -C lib
                """);
        assertThat(directory.resolve("made")).doesNotExist();
        Job all = answer.jobs().get(0);
        assertThat(all.lines()).allMatch(Line::isRecursive);
        List<MakeCall> calls = make.calls(all.lines().get(0), directory, answer.environment());
        assertThat(calls)
                .extracting(MakeCall::arguments)
                .containsExactly(List.of("-f", "../Sub", "lib-all"), List.of("-f", "../Sub", "src-all"));
        assertThat(calls.get(1).directory()).isEqualTo(directory.toRealPath().resolve("src"));
        assertThat(calls.get(1).environment()).containsEntry("COMMON", "1").containsEntry("X", "src");
        assertThat(make.onlyCallsMake(all.lines().get(0))).isTrue();
        assertThat(make.onlyCallsMake(all.lines().get(1))).isFalse();
        assertThat(make.onlyCallsMake(all.lines().get(2))).isFalse();
        assertThat(make.calls(all.lines().get(2), directory, answer.environment()))
                .isEmpty();
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void whatMakeCannotDoIsSaidInItsWords() throws Exception {
        assertThatThrownBy(() -> ask("all: b\n"))
                .isInstanceOf(MakeFailure.class)
                .hasMessage("make: *** No rule to make target 'b', needed by 'all'.  Stop.");
        assertThatThrownBy(() -> ask("a: b\nb: a\n\techo\n"))
                .isInstanceOf(MakeFailure.class)
                .hasMessage("make: Circular b <- a dependency dropped.");
        assertThatThrownBy(() -> ask("a:\n    echo\n")).hasMessage("Makefile:2: *** missing separator.  Stop.");
        assertThatThrownBy(() -> ask("X = 1\n")).hasMessage("make: *** No targets.  Stop.");
        Files.delete(directory.resolve("Makefile"));
        assertThatThrownBy(() -> make.ask(new MakeCall(directory, List.of(), System.getenv())))
                .isInstanceOf(MakeFailure.class)
                .hasMessageContaining("no makefile");
    }

    @Test
    void whatCanBeDoneAfterAnErrorIsKnownIfMakeGoesOn() throws Exception {
        Answer answer = ask("all: b c\nc:\n\techo c\n", "-k");
        assertThat(targets(answer)).containsExactly("c");
        assertThat(answer.errors()).hasSize(1).first().asString().contains("No rule to make target 'b'");
    }

    @Test
    void optionsThatPretendAreLeftToMakeItself() throws Exception {
        assertThat(ask("all:\n\techo\n", "-t").refusal()).isEqualTo("of option -t");
        assertThat(ask("all:\n\techo\n", "-sW", "x").refusal()).isEqualTo("of option -W");
    }
}
