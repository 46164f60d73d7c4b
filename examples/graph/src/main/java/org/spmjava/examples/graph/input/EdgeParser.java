package org.spmjava.examples.graph.input;

import java.io.IOException;
import org.spmjava.examples.graph.input.Source.Head;
import org.spmjava.examples.graph.input.Source.Share;

/** Makes edges of lines. */
final class EdgeParser {

    private final TextFile file;
    private final Head head;
    private final long vertices;
    private final int base;
    private final boolean weighted;
    private final EdgeBlocks edges;
    private final Fields fields = new Fields();
    private long largest = -1;

    /**
     * A parser.
     *
     * @param vertices how many vertices there may be, or -1
     * @param base the number of the first vertex
     * @param weighted whether weights are wanted, where there are any
     */
    EdgeParser(TextFile file, Head head, long vertices, int base, boolean weighted) {
        this.file = file;
        this.head = head;
        this.vertices = vertices;
        this.base = base;
        this.weighted = weighted && head.weighted();
        this.edges = new EdgeBlocks(this.weighted);
    }

    void parse(Lines lines) throws IOException, InputException {
        fields.of(lines);
        if (HeadReader.isComment(fields)) {
            return;
        }
        int tail = vertex(lines);
        if (fields.ended()) {
            throw file.mistake(lines.offset(), "an edge has two ends, and not only '" + lines.string() + "'");
        }
        int head = vertex(lines);
        double weight = weight(lines);
        largest = Math.max(largest, Math.max(tail, head));
        edges.add(tail, head, weight);
    }

    private int vertex(Lines lines) throws IOException, InputException {
        long number = fields.number();
        if (number == Fields.NO_NUMBER) {
            throw file.mistake(lines.offset(), "'" + fields.field() + "' is no number of a vertex");
        }
        if (number < base) {
            throw file.mistake(
                    lines.offset(), "vertices are numbered from " + base + " here, and there is a " + number);
        }
        if (vertices >= 0 && number - base >= vertices) {
            throw file.mistake(
                    lines.offset(),
                    "vertex " + number + " is too large: " + vertices + " vertices are announced, from " + base);
        }
        if (number - base > GraphFile.LARGEST) {
            throw file.mistake(lines.offset(), "vertex " + number + " is too large: the most is " + GraphFile.LARGEST);
        }
        return (int) (number - base);
    }

    private double weight(Lines lines) throws IOException, InputException {
        if (fields.ended() == head.weighted()) {
            throw file.mistake(
                    lines.offset(),
                    head.weighted()
                            ? "the weight is missing, though the first edge has one"
                            : "there is a third column, though the first edge has none");
        }
        if (!head.weighted()) {
            return 1;
        }
        double weight = fields.real();
        if (!fields.ended()) {
            throw file.mistake(lines.offset(), "an edge has two ends and a weight, and nothing behind them");
        }
        if (weighted && !Double.isFinite(weight)) {
            throw file.mistake(lines.offset(), "'" + fields.field() + "' is no weight");
        }
        if (weighted && weight < 0) {
            throw file.mistake(
                    lines.offset(), "the weight " + fields.field() + " is negative; shortest paths need 0 or more");
        }
        return weight;
    }

    Share share() {
        edges.close();
        return new Share(edges, largest, head);
    }
}
