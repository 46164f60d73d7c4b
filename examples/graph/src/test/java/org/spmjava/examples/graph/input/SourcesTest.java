package org.spmjava.examples.graph.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.examples.graph.input.EdgeBlocks.Block;

class SourcesTest {

    @TempDir
    private Path directory;

    private static List<String> edges(Source source, int parts, boolean weighted) throws Exception {
        List<String> edges = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            EdgeBlocks share = source.read(part, parts, weighted).edges();
            assertThat(share.weighted()).isEqualTo(weighted);
            int before = edges.size();
            for (Block block : share.all()) {
                for (int i = 0; i < block.size(); i++) {
                    edges.add(block.ends()[2 * i] + " " + block.ends()[2 * i + 1]
                            + (weighted ? " " + block.weights()[i] : ""));
                }
            }
            assertThat(share.count()).isEqualTo(edges.size() - before);
        }
        return edges;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void theSharesOfAFileTogetherAreTheFile(int parts) throws Exception {
        Random random = new Random(parts);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(random.nextInt(1 << random.nextInt(31)) + " " + random.nextInt(100) + " "
                    + random.nextInt(100) / 4.0);
        }
        Path plain = Files.writeString(directory.resolve("plain"), String.join("\n", lines));
        assertThat(edges(new GraphFile(plain, Header.NO), parts, true)).isEqualTo(lines);
        assertThat(edges(new GraphFile(plain, Header.NO), parts, false)).hasSameSizeAs(lines);
    }

    @Test
    void theSharesOfACompressedFileTogetherAreTheFile() throws Exception {
        Rmat rmat = new Rmat(14, 16, 5);
        Path plain = directory.resolve("plain");
        rmat.write(plain, false);
        Path compressed = directory.resolve("compressed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(plain, out);
        }
        assertThat(Files.size(plain)).isGreaterThan(2 << 20);
        assertThat(edges(new GraphFile(compressed, Header.YES), 3, false))
                .containsExactlyInAnyOrderElementsOf(edges(rmat, 1, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theSharesOfAGraphAtRandomTogetherAreWhatIsWritten(int parts) throws Exception {
        Rmat rmat = new Rmat(7, 16, parts);
        Path file = directory.resolve("edges.txt");
        rmat.write(file, true);
        assertThat(edges(rmat, parts, true)).isEqualTo(edges(new GraphFile(file, Header.YES), 1, true));
        assertThat(edges(rmat, parts, false)).hasSize(128 * 16);
    }

    @Test
    void anotherSeedGivesAnotherGraphAndTheSameTheSame() throws Exception {
        assertThat(edges(new Rmat(6, 8, 1), 1, true)).isEqualTo(edges(new Rmat(6, 8, 1), 2, true));
        assertThat(edges(new Rmat(6, 8, 1), 1, true)).isNotEqualTo(edges(new Rmat(6, 8, 2), 1, true));
    }

    @Test
    void degreesOfAGraphAtRandomAreSkewed() throws Exception {
        int[] degrees = new int[1 << 10];
        for (Block block : new Rmat(10, 16, 1).read(0, 1, false).edges().all()) {
            for (int end : block.ends()) {
                degrees[end]++;
            }
        }
        java.util.Arrays.sort(degrees);
        assertThat(degrees[0]).isZero();
        assertThat(degrees[degrees.length - 1]).isGreaterThan(20 * 32 / 2);
    }

    @Test
    void blocksHoldWhatWasAddedHoweverMuch() {
        EdgeBlocks edges = new EdgeBlocks(true);
        int count = 2 * EdgeBlocks.BLOCK + 10;
        for (int i = 0; i < count; i++) {
            edges.add(i, -i, i / 2.0);
        }
        edges.close();
        edges.add(7, 7, 7);
        edges.close();
        assertThat(edges.count()).isEqualTo(count + 1L);
        assertThat(edges.blocks()).isEqualTo(4);
        int next = 0;
        for (Block block = edges.poll(); edges.blocks() > 0; block = edges.poll()) {
            for (int i = 0; i < block.size(); i++, next++) {
                assertThat(block.ends()[2 * i]).isEqualTo(next);
                assertThat(block.ends()[2 * i + 1]).isEqualTo(-next);
                assertThat(block.weights()[i]).isEqualTo(next / 2.0);
            }
        }
        assertThat(next).isEqualTo(count);
    }

    @Test
    void numbersAreReadAsTheJdkReadsThem() throws Exception {
        List<String> numbers = List.of(
                "0",
                "1",
                "7.25",
                "0.1",
                "123456789012345",
                "1234567890123456789",
                "3.14159265358979323846",
                "1e-7",
                "0.1000000000000000055511151231257827021181583404541015625",
                ".5",
                "5.",
                "000.125",
                "1E3",
                "0.000000000000001",
                "99999999999999.9");
        StringBuilder text = new StringBuilder("# numbers\r\n");
        numbers.forEach(number -> text.append("1 2\t ").append(number).append(" \r\n"));
        Path file = Files.writeString(directory.resolve("edges.txt"), text);
        assertThat(edges(new GraphFile(file, Header.AUTO), 2, true))
                .isEqualTo(numbers.stream()
                        .map(number -> "1 2 " + Double.parseDouble(number))
                        .toList());
    }
}
