package org.spmjava.examples.graph.input;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.spmjava.examples.graph.input.Source.Head;

/** Reads what stands above the edges of a file. */
final class HeadReader {

    /**
     * How a file of the format of R. Boisvert, R. Pozo, K. Remington, <i>The Matrix Market exchange formats</i>,
     * begins.
     */
    private static final String BANNER = "%%MatrixMarket";

    private static final Set<String> FIELDS = Set.of("pattern", "integer", "real");

    private final TextFile file;
    private final Header header;

    HeadReader(TextFile file, Header header) {
        this.file = file;
        this.header = header;
    }

    Head read() throws InputException, IOException {
        try (Lines lines = new Lines(file, 0)) {
            boolean any = lines.next();
            if (any && isBanner(lines)) {
                return matrix(lines);
            }
            return any ? list(lines) : Head.silent(false, 0);
        }
    }

    /** Whether a file that begins with this line holds a matrix. */
    static boolean isBanner(Lines first) {
        return first.string().startsWith(BANNER);
    }

    static boolean isComment(Fields fields) {
        return fields.ended() || fields.first() == '#' || fields.first() == '%';
    }

    private Head matrix(Lines lines) throws InputException, IOException {
        String[] words = lines.string().toLowerCase(Locale.ROOT).split("\\s+");
        if (words.length != 5
                || !words[1].equals("matrix")
                || !words[2].equals("coordinate")
                || !FIELDS.contains(words[3])
                || !Set.of("general", "symmetric").contains(words[4])) {
            throw file.mistake(
                    lines.offset(),
                    "a graph is a matrix 'coordinate', 'pattern', 'integer' or 'real', 'general' or 'symmetric', not '"
                            + lines.string().substring(BANNER.length()).strip() + "'");
        }
        Fields fields = new Fields();
        while (lines.next()) {
            fields.of(lines);
            if (!isComment(fields)) {
                return size(lines, fields, words[4].equals("symmetric"), !words[3].equals("pattern"));
            }
        }
        throw file.mistake(lines.offset(), "the line with the matrix's size is missing");
    }

    private Head size(Lines lines, Fields fields, boolean symmetric, boolean weighted)
            throws InputException, IOException {
        long rows = fields.number();
        long columns = fields.ended() ? Fields.NO_NUMBER : fields.number();
        long entries = fields.ended() ? Fields.NO_NUMBER : fields.number();
        if (rows < 0 || columns < 0 || entries < 0 || !fields.ended()) {
            throw file.mistake(
                    lines.offset(), "a matrix's size is its rows, columns and entries, not '" + lines.string() + "'");
        }
        if (rows != columns) {
            throw file.mistake(lines.offset(), "a graph's matrix is square, and not " + rows + " times " + columns);
        }
        return new Head(rows, entries, true, symmetric, weighted, lines.offset(), lines.nextOffset());
    }

    private Head list(Lines lines) throws InputException, IOException {
        Fields fields = new Fields();
        boolean afterComment = false;
        long offset = -1;
        long vertices = -1;
        long edges = -1;
        long dataOffset = 0;
        boolean another = true;
        for (; another; another = lines.next()) {
            fields.of(lines);
            if (isComment(fields)) {
                afterComment |= !fields.ended();
                continue;
            }
            if (offset >= 0 || header == Header.NO || header == Header.AUTO && afterComment) {
                break;
            }
            vertices = fields.number();
            edges = fields.ended() ? Fields.NO_NUMBER : fields.number();
            boolean two = vertices >= 0 && edges >= 0 && fields.ended() && (vertices > 0 || edges == 0);
            if (!two && header == Header.YES) {
                throw file.mistake(
                        lines.offset(),
                        "the numbers of vertices and edges are missing, here is '" + lines.string() + "'");
            }
            if (!two) {
                fields.of(lines);
                break;
            }
            offset = lines.offset();
            dataOffset = lines.nextOffset();
        }
        boolean weighted = another && columns(fields) > 2;
        return offset >= 0
                ? new Head(vertices, edges, header == Header.YES, false, weighted, offset, dataOffset)
                : Head.silent(weighted, dataOffset);
    }

    private static int columns(Fields fields) {
        int columns = 0;
        for (; !fields.ended(); columns++) {
            fields.number();
        }
        return columns;
    }
}
