package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.dsl.format.TypedefFormatter;
import org.spmjava.dsl.source.SourceText;

/** The typedefs of examples and tests: laid out as the language's own formatter does it. */
class TypedefTest {

    static Stream<Path> typedefs() {
        return Repository.sources(".spmtype").stream()
                .filter(file -> Repository.slashed(file).matches("(.*/)?src/(main|test)/spmtype/.*"));
    }

    @ParameterizedTest
    @MethodSource("typedefs")
    void everyTypedefIsInItsLayout(Path file) {
        String text = Repository.text(file);

        assertThat(TypedefFormatter.format(new SourceText(Repository.slashed(file), text))
                        .text())
                .isEqualTo(Optional.of(text));
    }
}
