package org.spmjava.stateguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.statecheck.StateCheck;
import org.spmjava.statecheck.StateCheckInput;

/** A build may check before it weaves or after: the state check says the same. */
class StateCheckTest {

    private static final Path ITS_RESOURCES = Path.of("..", "state-check", "src", "test", "resources");
    private static final Path ITS_PROGRAMS = ITS_RESOURCES.resolve("programs");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    @TempDir
    private Path directory;

    static Stream<String> programs() {
        try (Stream<Path> files = Files.list(ITS_PROGRAMS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theStateCheckDoesNotMindGuards(String name) throws IOException {
        String source = Files.readString(ITS_PROGRAMS.resolve(name));
        Matcher type = TYPE.matcher(source);
        assertThat(type.find()).isTrue();
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.copy(ITS_RESOURCES.resolve("typedefs/Shell.spmtype"), sources.resolve("Shell.spmtype"));
        Program program = Program.compileText(directory, type.group(1), source, "-g");
        String before = said(program);
        StateGuardReport report = StateGuard.weave(program.classes());
        assertThat(report.woven()).isEqualTo(report.demanding());
        assertThat(said(program)).isEqualTo(before);
    }

    private static String said(Program program) {
        return StateCheck.run(StateCheckInput.of(List.of(program.classes()), Program.libraries()))
                .render();
    }
}
