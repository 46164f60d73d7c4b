package org.spmjava.examples.mapreduce;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Joins two delimited files by a key, and sums a number over the joined rows of each key, as {@code select key, label,
 * sum(number), count(*) from left join right using (key) group by key, label} does. Fields are divided by one
 * character; there are no quotes. Text is taken for ISO 8859-1, so that every byte comes out as it went in.
 */
public final class JoinJob implements Job<byte[], Tally> {

    /** Of the settings: the character between fields. */
    static final String DELIMITER = "delimiter";
    /** Of the settings: the key's field on the left, from 1. */
    static final String LEFT_KEY = "left.key";
    /** Of the settings: the label's field on the left, from 1. */
    static final String LABEL = "label";
    /** Of the settings: the key's field on the right, from 1. */
    static final String RIGHT_KEY = "right.key";
    /** Of the settings: the number's field on the right, from 1. */
    static final String SUM = "sum";
    /** Of the settings: how many digits numbers have behind the point. */
    static final String DECIMALS = "decimals";
    /** Of the settings: 1 if the first line of each file names the fields. */
    static final String HEADER = "header";

    private static final int MOST_DECIMALS = 18;

    private final byte delimiter;
    private final int[] keyField;
    private final int[] otherField;
    private final int decimals;
    private final boolean header;
    private final ByteWriter out = new ByteWriter();
    private int fieldFrom;
    private int fieldTo;

    /**
     * The job.
     *
     * @param settings {@code delimiter}, {@code left.key}, {@code label}, {@code right.key}, {@code sum},
     *     {@code decimals}, {@code header}
     * @throws JobException if one makes no sense
     */
    public JoinJob(Settings settings) {
        settings.requireOnly(DELIMITER, LEFT_KEY, LABEL, RIGHT_KEY, SUM, DECIMALS, HEADER);
        String between = settings.get(DELIMITER, ",");
        if (between.length() != 1 || between.charAt(0) > 0xFF || between.charAt(0) == '\n') {
            throw new JobException("a delimiter is one character of one byte, not `" + between + "`");
        }
        delimiter = (byte) between.charAt(0);
        keyField = new int[] {field(settings, LEFT_KEY, 1), field(settings, RIGHT_KEY, 1)};
        otherField = new int[] {field(settings, LABEL, 2), field(settings, SUM, 2)};
        long behindPoint = settings.number(DECIMALS, 2);
        header = settings.number(HEADER, 0) != 0;
        if (behindPoint < 0 || behindPoint > MOST_DECIMALS) {
            throw new JobException("a number has 0 to " + MOST_DECIMALS + " decimals, not " + behindPoint);
        }
        decimals = (int) behindPoint;
    }

    private static int field(Settings settings, String name, int otherwise) {
        long field = settings.number(name, otherwise);
        if (field < 1 || field > Integer.MAX_VALUE) {
            throw new JobException("fields are counted from 1: " + name + " is " + field);
        }
        return (int) field;
    }

    @Override
    public Codec<byte[]> keys() {
        return Codec.BYTES;
    }

    @Override
    public Codec<Tally> values() {
        return Tally.CODEC;
    }

    @Override
    public void map(Line line, Emitter<byte[], Tally> emitter) {
        if (header && line.offset() == 0) {
            return;
        }
        int side = line.input();
        if (!find(line, otherField[side])) {
            line.malformed("there is no field " + otherField[side]);
            return;
        }
        Tally tally;
        if (side == 0) {
            String label = new String(line.bytes(), fieldFrom, fieldTo - fieldFrom, StandardCharsets.ISO_8859_1);
            tally = new Tally(0, 0, Map.of(label, 1L));
        } else {
            try {
                tally = new Tally(Decimals.parse(line.bytes(), fieldFrom, fieldTo, decimals), 1, Map.of());
            } catch (NumberFormatException e) {
                line.malformed(e.getMessage());
                return;
            }
        }
        if (!find(line, keyField[side])) {
            line.malformed("there is no field " + keyField[side]);
            return;
        }
        emitter.emitBytes(line.bytes(), fieldFrom, fieldTo, tally);
    }

    /** Finds a field; false if there are not so many. */
    private boolean find(Line line, int field) {
        byte[] bytes = line.bytes();
        int end = line.to() > line.from() && bytes[line.to() - 1] == '\r' ? line.to() - 1 : line.to();
        int number = 1;
        int from = line.from();
        for (int at = from; ; at++) {
            if (at == end || bytes[at] == delimiter) {
                if (number == field) {
                    fieldFrom = from;
                    fieldTo = at;
                    return true;
                }
                if (at == end) {
                    return false;
                }
                number++;
                from = at + 1;
            }
        }
    }

    @Override
    public Optional<Combiner<Tally>> combiner() {
        return Optional.of(Tally::sum);
    }

    @Override
    public void reduce(byte[] key, Iterator<Tally> tallies, Output output) {
        Tally all = tallies.next();
        while (tallies.hasNext()) {
            all = Tally.sum(all, tallies.next());
        }
        if (all.labels().isEmpty()) {
            output.count("rows on the right without a match", all.rows());
            return;
        }
        if (all.rows() == 0) {
            output.count(
                    "rows on the left without a match",
                    all.labels().values().stream().mapToLong(n -> n).sum());
            return;
        }
        for (Map.Entry<String, Long> label : all.labels().entrySet()) {
            long sum = Math.multiplyExact(all.sum(), label.getValue());
            out.clear();
            out.writeBytes(key);
            out.writeByte(delimiter);
            out.writeBytes(label.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.writeByte(delimiter);
            out.writeBytes(Decimals.text(sum, decimals).getBytes(StandardCharsets.US_ASCII));
            out.writeByte(delimiter);
            out.writeDecimal(Math.multiplyExact(all.rows(), label.getValue()), 0);
            output.line(sum, out);
        }
    }
}
