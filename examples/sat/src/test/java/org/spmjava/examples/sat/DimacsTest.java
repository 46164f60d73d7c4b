package org.spmjava.examples.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.examples.common.UserError;

class DimacsTest {

    @TempDir
    private Path directory;

    private static Formula read(String text) throws UserError, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Dimacs.read("x.cnf", new BufferedInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void commentsMayStandAnywhereAndClausesMayRunOverLines() throws Exception {
        Formula formula = read("c first\np cnf 4 3\n1 -2\n0 c3\nc between 0\n 3\t4 0 -4\r\n0".replace("c3\n", "\n"));
        assertThat(formula.variables()).isEqualTo(4);
        assertThat(formula.clauses()).isEqualTo(3);
        assertThat(formula.literals()).containsExactly(1, -2, 0, 3, 4, 0, -4, 0);
    }

    @Test
    void aLineOfPercentEndsAFileOfSatlib() throws Exception {
        assertThat(read("p cnf 2 1\n 1 2 0\n%\n0\n\n").clauses()).isEqualTo(1);
    }

    @Test
    void aClauseMayBeEmptyAndThereMayBeNone() throws Exception {
        assertThat(read("p cnf 0 0\n").clauses()).isZero();
        assertThat(read("p cnf 1 1\n0").literals()).containsExactly(0);
    }

    @Test
    void whatIsCompressedIsReadWhateverItIsCalled() throws Exception {
        Path file = directory.resolve("formula.cnf");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("p cnf 2 2\n1 0 -2 0\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Dimacs.read(file).literals()).containsExactly(1, 0, -2, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p cnf 2 1#1 3 0             | x.cnf:2: literal 3, but the header says 2 variables
            p cnf 2 1#1 -99999999999 0  | x.cnf:2: literal -99999999999, but the header says 2 variables
            p cnf 2 1#1 2               | x.cnf:2: the last clause does not end with 0
            p cnf 2 2#1 2 0             | x.cnf:2: the header says 2 clauses, but there are 1
            p cnf 2 1#1 0#c#2 0         | x.cnf:4: the header says 1 clauses, and this is one more
            p cnf 2 1#1 two 0           | x.cnf:2: not a literal: two
            p cnf 2 1#1 - 0             | x.cnf:2: not a literal: -
            p cnf 2 1#--1 0             | x.cnf:2: not a literal: --1
            p cnf 2 1#p cnf 2 1#1 0     | x.cnf:2: a second line `p`
            c#1 0#p cnf 2 1             | x.cnf:2: a clause before the line `p cnf <variables> <clauses>`, or no DIMACS at all
            p sat 2 1#1 0               | x.cnf:1: not `p cnf <variables> <clauses>`: p sat 2 1
            p cnf 2#1 0                 | x.cnf:1: not `p cnf <variables> <clauses>`: p cnf 2
            p cnf -2 1#1 0              | x.cnf:1: not a number of variables or clauses: -2
            p cnf 2 2#1 0#2 ~0          | x.cnf:3: a control character, 12, where a literal should be
            p cnf 2 999999999#1 0#^     | x.cnf:3: a control character, 0, where a literal should be
            p cnf 2147483646 1#1 0      | x.cnf:1: 2147483646 variables, but at most 12000000 have room
            c nothing                   | x.cnf:1: there is no line `p cnf <variables> <clauses>`
            PNG                         | x.cnf:1: a clause before the line `p cnf <variables> <clauses>`, or no DIMACS at all
            """)
    void whatIsNoDimacsIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('#', '\n').replace('~', '\f').replace('^', '\0')))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsRefused() throws Exception {
        assertThatThrownBy(() -> Dimacs.read(directory.resolve("none.cnf")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("none.cnf: there is no such file");
        assertThatThrownBy(() -> Dimacs.read(directory))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith(": is a directory");
        Path damaged =
                Files.write(directory.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThatThrownBy(() -> Dimacs.read(damaged))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.gz: not gzip");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(whole)) {
            out.write("p cnf 2 2\n1 0 -2 0\n".getBytes(StandardCharsets.US_ASCII));
        }
        Path cut = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(whole.toByteArray(), whole.size() - 12));
        assertThatThrownBy(() -> Dimacs.read(cut))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cut.gz: cannot be read: Unexpected end");
    }

    @Test
    void aModelIsJudgedByTheFirstClauseThatItDoesNotSatisfy() {
        Formula formula = Formula.of(3, 1, -2, 0, 2, 3, 0, -3, 0);
        assertThat(formula.firstFalsified(new int[] {1, 2, -3})).isZero();
        assertThat(formula.firstFalsified(new int[] {-1, 2, -3})).isEqualTo(1);
        assertThat(formula.firstFalsified(new int[] {1, 2, 3})).isEqualTo(3);
        assertThatThrownBy(() -> formula.firstFalsified(new int[] {1, 3, 2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> formula.firstFalsified(new int[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
    }
}
