package org.spmjava.statecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One program a file: wrong ones, named after what is wrong, each with exactly what is said about it in a file beside
 * it; and right ones that look suspicious, about which nothing is said. Run with {@code -Dspm.goldens=write} to write
 * what is said now.
 */
class ProgramsTest {

    private static final Path PROGRAMS = Path.of("src", "test", "resources", "programs");
    private static final String RIGHT = "right-";

    @TempDir
    private Path directory;

    static Stream<String> wrongPrograms() {
        return names().stream().filter(name -> !name.startsWith(RIGHT));
    }

    static Stream<String> rightPrograms() {
        return names().stream().filter(name -> name.startsWith(RIGHT));
    }

    @ParameterizedTest
    @MethodSource("wrongPrograms")
    void aWrongProgramIsFound(String name) throws IOException {
        String said = said(name);
        Path golden = PROGRAMS.resolve(name + ".txt");
        if (System.getProperty("spm.goldens", "").equals("write")) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
        assertThat(said).contains("[" + name.substring(0, "SPM-S101".length()) + "]");
    }

    @ParameterizedTest
    @MethodSource("rightPrograms")
    void aRightProgramThatLooksSuspiciousPasses(String name) throws IOException {
        assertThat(said(name)).isEmpty();
    }

    @Test
    void everyFindingHasAProgram() {
        // Classes that are missing, and bootstraps of other compilers, need more than a source file.
        Set<FindingCode> codes =
                EnumSet.complementOf(EnumSet.of(FindingCode.UNRESOLVED_CLASS, FindingCode.UNKNOWN_BOOTSTRAP));
        assertThat(codes).allSatisfy(code -> assertThat(wrongPrograms()).anyMatch(name -> name.startsWith(code.id())));
    }

    private String said(String name) throws IOException {
        return new Program(directory)
                .door("demo.Primes$Mail", "*", DoorKind.PRIMITIVE)
                .said(Files.readString(PROGRAMS.resolve(name + ".java")));
    }

    private static Set<String> names() {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
