package org.spmjava.examples.mapreduce;

import java.util.Iterator;
import java.util.Optional;

/**
 * How often each word occurs. A word is bytes, in no encoding: a run of bytes that are not white space, or, by
 * {@code words=letters}, a run of the letters of ASCII. A line of output is one of {@code uniq -c}: the count,
 * right-aligned in 7 characters, a blank, the word.
 */
public final class WordCountJob implements Job<byte[], Long> {

    /** Of the settings: what a word is, {@link #SPACE} or {@link #LETTERS}. */
    static final String WORDS = "words";

    /** What {@code isspace} says of the C locale stands between words. */
    static final String SPACE = "space";

    /** Everything but the letters of ASCII stands between words. */
    static final String LETTERS = "letters";

    private static final Long ONE = 1L;
    private static final int COUNT_WIDTH = 7;

    /** In each byte 0x21: the first character behind white space, if control characters are taken for it. */
    private static final long BEHIND_BLANK = 0x2121212121212121L;

    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private final boolean[] between = new boolean[256];
    private final boolean bySpace;
    private final ByteWriter line = new ByteWriter();

    /**
     * The job.
     *
     * @param settings {@code words}: {@code space}, the default, or {@code letters}
     * @throws JobException if that is something else
     */
    public WordCountJob(Settings settings) {
        settings.requireOnly(WORDS);
        String words = settings.get(WORDS, SPACE);
        bySpace = words.equals(SPACE);
        if (!bySpace && !words.equals(LETTERS)) {
            throw new JobException("words are divided by `space` or `letters`, not by `" + words + "`");
        }
        for (int c = 0; c < between.length; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean space = c == ' ' || c >= '\t' && c <= '\r';
            between[c] = bySpace ? space : !letter;
        }
    }

    @Override
    public Codec<byte[]> keys() {
        return Codec.BYTES;
    }

    @Override
    public Codec<Long> values() {
        return Codec.LONG;
    }

    /** A text without line feeds is divided all the same. */
    @Override
    public boolean endsLine(int character) {
        return between[character];
    }

    @Override
    public void map(Line word, Emitter<byte[], Long> out) {
        if (word.from() < word.to()) {
            out.emitBytes(word.bytes(), word.from(), word.to(), ONE);
        }
    }

    /** The same as word by word, eight bytes at a time. */
    @Override
    public void mapAll(Lines lines, Emitter<byte[], Long> out) {
        byte[] bytes = lines.bytes();
        int to = lines.to();
        int at = lines.from();
        while (true) {
            while (at < to && between[bytes[at] & 0xFF]) {
                at++;
            }
            if (at >= to) {
                return;
            }
            int end = bySpace ? blankAfter(bytes, at, to) : otherAfter(bytes, at, to);
            out.emitBytes(bytes, at, end, ONE);
            at = end;
        }
    }

    private int otherAfter(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !between[bytes[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /**
     * The first white space. A byte less than 0x21 is found in eight at once by the borrow of a subtraction, of which
     * the lowest is exact (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n").
     */
    private int blankAfter(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            long eight = Bytes.littleLong(bytes, at);
            long found = eight - BEHIND_BLANK & ~eight & HIGHEST_BITS;
            if (found == 0) {
                at += Long.BYTES;
            } else {
                at += Long.numberOfTrailingZeros(found) >>> 3;
                if (at < to && between[bytes[at] & 0xFF]) {
                    return at;
                }
                at++;
            }
        }
        return to;
    }

    @Override
    public Optional<Combiner<Long>> combiner() {
        return Optional.of(Combiner.SUM);
    }

    @Override
    public void reduce(byte[] word, Iterator<Long> counts, Output out) {
        long count = Output.sum(counts);
        line.clear();
        line.writeDecimal(count, COUNT_WIDTH);
        line.writeByte(' ');
        line.writeBytes(word);
        out.line(count, line);
    }
}
