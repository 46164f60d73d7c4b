package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.examples.make.ninja.Canonical;
import org.spmjava.examples.make.ninja.Edge;
import org.spmjava.examples.make.ninja.NinjaFile;
import org.spmjava.examples.make.ninja.NinjaParser;
import org.spmjava.examples.make.ninja.NinjaSyntaxException;

/** Build files of ninja, read as ninja reads them: where there is one, it is asked. */
class NinjaFileTest {

    /** Scopes, escapes, continued lines, every kind of input and output. */
    private static final String MUCH = """
            # a comment
            ninja_required_version = 1.5
            builddir = out
            cflags = -O2
            say = hello $$HOME
            rule cc
              depfile = $out.d
              deps = gcc
              command = cc $cflags -c $in -o $out  # not a comment
              description = CC $out
            rule link
              command = ld -o $out @$out.rsp
              rspfile = $out.rsp
              rspfile_content = $in_newline
              pool = links
              restat = 1

            pool links
              depth = 2

            build out/a.o: cc ./a.c | gen/../gen/a.h || stamp
            build out/b.o | out/b.lst: cc b.c $
                || stamp
              # a comment in a block
              cflags = $cflags -g
            rule touch
              command = touch $out
              generator = 1
            build stamp: touch
            build out/with$ space$:.o: cc c$:1.c
            build out/prog: link out/a.o out/b.o out/with$ space$:.o
            build all: phony out/prog
            subninja sub.ninja
            default all sub/thing
            """;

    private static final String SUB = """
            cflags = -O0 ${cflags}
            rule touch
              command = echo $say $cflags > $out
            build sub/thing: touch
            include more.ninja
            """;

    private static final String MORE = """
            say = $say again
            build sub/more: touch sub/thing
              say = never $say
            """;

    @TempDir
    private Path directory;

    private NinjaFile read(String text) throws IOException, NinjaSyntaxException {
        Files.writeString(directory.resolve("build.ninja"), text);
        return NinjaParser.read(directory, "build.ninja");
    }

    private NinjaFile readMuch() throws IOException, NinjaSyntaxException {
        Files.writeString(directory.resolve("sub.ninja"), SUB);
        Files.writeString(directory.resolve("more.ninja"), MORE);
        return read(MUCH);
    }

    private static Edge maker(NinjaFile file, String output) {
        return file.edges().stream()
                .filter(edge -> edge.outputs().contains(output))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyPartOfABuildStatementIsRead() throws Exception {
        NinjaFile file = readMuch();
        Edge a = maker(file, "out/a.o");
        assertThat(a.inputs()).containsExactly("a.c", "gen/a.h");
        assertThat(a.orderOnlyInputs()).containsExactly("stamp");
        assertThat(a.depfile()).isEqualTo("out/a.o.d");
        assertThat(a.description()).isEqualTo("CC out/a.o");
        assertThat(a.command()).isEqualTo("cc -O2 -c a.c -o out/a.o  # not a comment");
        Edge b = maker(file, "out/b.lst");
        assertThat(b.outputs()).containsExactly("out/b.o", "out/b.lst");
        assertThat(b.command()).startsWith("cc -O2 -g -c b.c -o out/b.o ");
        Edge program = maker(file, "out/prog");
        assertThat(program.responseFile()).isEqualTo("out/prog.rsp");
        assertThat(program.responseFileContent()).isEqualTo("out/a.o\nout/b.o\n'out/with space:.o'");
        assertThat(program.pool()).isEqualTo("links");
        assertThat(program.isRestat()).isTrue();
        assertThat(maker(file, "stamp").isGenerator()).isTrue();
        assertThat(maker(file, "all").isPhony()).isTrue();
        assertThat(file.defaults()).containsExactly("all", "sub/thing");
        assertThat(file.pools()).containsEntry("links", 2).containsEntry("console", 1);
        assertThat(file.buildDirectory()).isEqualTo("out");
    }

    @Test
    void aFileOfItsOwnScopeSeesTheVariablesAroundItAndKeepsItsOwnToItself() throws Exception {
        NinjaFile file = readMuch();
        assertThat(maker(file, "sub/thing").command()).isEqualTo("echo hello $HOME again -O0 -O2 > sub/thing");
        assertThat(maker(file, "sub/more").command()).isEqualTo("echo never hello $HOME again -O0 -O2 > sub/more");
        assertThat(maker(file, "stamp").command()).isEqualTo("touch stamp");
    }

    @Test
    void ninjaItselfReadsTheSameCommands() throws Exception {
        NinjaFile file = readMuch();
        List<String> theirs = linesOf("ninja", "-t", "commands", "all", "sub/more", "sub/thing");
        List<String> ours = new ArrayList<>();
        for (Edge edge : file.edges()) {
            if (!edge.isPhony()) {
                ours.add(edge.command());
            }
        }
        assertThat(theirs).containsExactlyInAnyOrderElementsOf(ours);
    }

    private List<String> linesOf(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "there is no ninja on this machine");
            throw missing;
        }
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }

    @Test
    void withoutDefaultsEverythingIsATargetThatNoOtherNeeds() throws Exception {
        NinjaFile file = read("""
                rule touch
                  command = touch $out
                build a: touch
                build b: touch a
                build c d: touch | a || b
                """);
        assertThat(file.defaults()).containsExactly("c", "d");
    }

    @ParameterizedTest
    @CsvSource({"./a//b/./c, a/b/c", "a/../b, b", "../a/../../b, ../../b", "/../a/., /a", "a/.., .", "/, /", "..., ..."
    })
    void pathsAreComparedInTheirShortestForm(String path, String canonical) {
        assertThat(Canonical.path(path)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rule a\\n  comand = x\\n | 2:10: rule `a` cannot have a variable `comand`",
                "rule a\\n | 2:1: rule `a` has no `command`",
                "rule a\\n  command = x\\nrule a\\n  command = y\\n | 5:1: a second rule `a`",
                "build a: nothing\\n | 1:17: unknown rule `nothing`",
                "build a: phony\\nbuild a: phony\\n | 3:1: two build statements make `a`",
                "build : phony\\n | 1:7: expected the path of an output",
                "build a phony\\n | 1:14: expected `:`, got the end of the line",
                "a = $\\n  b\\nc = ${d\\n | 3:6: bad $-escape (literal $ must be written as $$)",
                "default a\\n | 1:10: unknown target `a`",
                "\\sa = 1\\n | 1:1: unexpected indent",
                "\\ta = 1\\n | 1:1: tabs are not allowed, use spaces",
                "include gone\\n | 2:1: there is no file `gone`",
                "pool p\\n  depth = many\\n | 3:1: the pool's depth is no number: `many`",
                "ninja_required_version = 2.0\\n | 2:1: the file requires ninja 2.0; understood is the language of 1.11",
                "rule a\\n  command = $description\\n  description = $command\\nbuild b: a\\n | 5:1: rule `a`: the variable `command` refers to itself",
                "rule a\\n  command = x\\nbuild b: a\\n  pool = p\\n | 5:1: unknown pool `p`",
            })
    void whatIsWrongIsNamedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text(text)))
                .isInstanceOf(NinjaSyntaxException.class)
                .hasMessage("build.ninja:" + message);
    }

    private static String text(String escaped) {
        return escaped.replace("\\n", "\n").replace("\\t", "\t").replace("\\s", " ");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        assertThatThrownBy(() -> read("include build.ninja\n"))
                .isInstanceOf(NinjaSyntaxException.class)
                .hasMessageContaining("does one include itself?");
    }
}
