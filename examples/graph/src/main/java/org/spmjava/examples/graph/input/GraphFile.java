package org.spmjava.examples.graph.input;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A graph in a file: an edge list, with an optional third column of weights and comments that begin with {@code #} or
 * {@code %}, as the Stanford Large Network Dataset Collection has them; or a matrix in the format of the Matrix Market.
 * Either may be compressed by gzip. What it is, its first bytes say, not its name.
 *
 * @param path the file
 * @param header whether an edge list's first line is an announcement
 */
public record GraphFile(Path path, Header header) implements Source {

    /** The largest number of a vertex. */
    public static final int LARGEST = Integer.MAX_VALUE - 2;

    /** A compressed text is read by all, and shared out by the piece. */
    private static final long PIECE = 1 << 20;

    @Override
    public Share read(int part, int parts, boolean weighted) throws InputException, IOException {
        TextFile file = new TextFile(path);
        Head head = new HeadReader(file, header).read();
        return read(file, head, head.certain() ? head.vertices() : -1, part, parts, weighted);
    }

    /**
     * Looks for the first edge of a share that has a vertex too many.
     *
     * @param vertices how many vertices there are
     * @param part which share, from 0
     * @param parts how many shares there are
     * @throws InputException where it is
     * @throws IOException if the file cannot be read
     */
    public void locate(long vertices, int part, int parts) throws InputException, IOException {
        TextFile file = new TextFile(path);
        read(file, new HeadReader(file, header).read(), vertices, part, parts, false);
    }

    /**
     * What is wrong with what the head announces.
     *
     * @param head the head
     * @param what is wrong
     * @return the mistake, with the line
     * @throws IOException if the file cannot be read
     */
    public InputException mistake(Head head, String what) throws IOException {
        return new TextFile(path).mistake(head.offset(), what);
    }

    private Share read(TextFile file, Head head, long vertices, int part, int parts, boolean weighted)
            throws InputException, IOException {
        boolean asMatrix = head.certain() && isMatrix(file);
        EdgeParser parser = new EdgeParser(file, head, vertices, asMatrix ? 1 : 0, weighted);
        if (file.compressed()) {
            try (Lines lines = new Lines(file, head.dataOffset())) {
                while (lines.next()) {
                    if (lines.offset() / PIECE % parts == part) {
                        parser.parse(lines);
                    }
                }
            }
            return parser.share();
        }
        long length = file.length() - head.dataOffset();
        long begin = head.dataOffset() + length * part / parts;
        long end = head.dataOffset() + length * (part + 1) / parts;
        boolean insideALine = begin > head.dataOffset();
        try (Lines lines = new Lines(file, insideALine ? begin - 1 : begin)) {
            if (insideALine) {
                lines.next();
            }
            while (lines.next() && lines.offset() < end) {
                parser.parse(lines);
            }
        }
        return parser.share();
    }

    private static boolean isMatrix(TextFile file) throws IOException, InputException {
        try (Lines lines = new Lines(file, 0)) {
            return lines.next() && HeadReader.isBanner(lines);
        }
    }
}
