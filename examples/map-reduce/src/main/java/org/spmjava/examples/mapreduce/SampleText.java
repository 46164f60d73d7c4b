package org.spmjava.examples.mapreduce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A text that is the same for the same seed, with words as frequent as those of a language: the frequency of a word
 * goes with the reciprocal of its rank (Zipf's law, with Mandelbrot's shift).
 */
public final class SampleText {

    private static final int WORDS = 200_000;
    private static final double SHIFT = 2.7;
    private static final int WORDS_PER_LINE = 12;
    private static final String LETTERS = "eeeettaaooiinnsshhrrdlcumwfgypbvk";

    private final SplittableRandom random;
    private final byte[][] words = new byte[WORDS][];
    private final double[] cumulative = new double[WORDS];

    private SampleText(long seed) {
        random = new SplittableRandom(seed);
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            words[rank] = word(rank).getBytes(StandardCharsets.US_ASCII);
            sum += 1 / (rank + SHIFT);
            cumulative[rank] = sum;
        }
    }

    /** The more frequent, the shorter. */
    private String word(int rank) {
        int length = 1 + random.nextInt(3 + (32 - Integer.numberOfLeadingZeros(rank)) / 2);
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.append(rank % 97 == 0 ? "'s" : "").toString();
    }

    /**
     * Writes a text.
     *
     * @param file where; replaced if it is there
     * @param seed which text
     * @param bytes how long it is at least; at most a line longer
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, long seed, long bytes) throws IOException {
        SampleText text = new SampleText(seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long written = 0;
            while (written < bytes) {
                for (int i = 0; i < WORDS_PER_LINE; i++) {
                    byte[] word = text.next();
                    out.write(word);
                    out.write(i == WORDS_PER_LINE - 1 ? '\n' : ' ');
                    written += word.length + 1;
                }
            }
        }
    }

    private byte[] next() {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[WORDS - 1]);
        return words[found < 0 ? -found - 1 : found];
    }
}
