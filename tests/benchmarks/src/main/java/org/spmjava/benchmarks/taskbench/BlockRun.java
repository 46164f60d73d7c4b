package org.spmjava.benchmarks.taskbench;

import java.nio.ByteBuffer;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.benchmarks.taskbench.Exchanges.Columns;

/** One block of columns, row by row. */
final class BlockRun {

    private static final Channel<byte[]> OUTPUTS = Channel.of("outputs", Codecs.BYTES);

    private final TaskGraph graph;
    private final Communicator unit;
    private final int outputBytes;
    private final long iterations;
    private final Columns columns;
    private final Exchanges[] exchanges;
    private final Kernel kernel = new Kernel();
    private ByteBuffer before;
    private ByteBuffer now;
    private double computed;

    BlockRun(TaskGraph graph, Communicator unit, int outputBytes, long iterations) {
        this.graph = graph;
        this.unit = unit;
        this.outputBytes = outputBytes;
        this.iterations = iterations;
        this.columns = new Columns(graph.width(), unit.size());
        this.exchanges = Exchanges.all(graph, columns, unit.rank());
        this.before = ByteBuffer.allocate(graph.width() * outputBytes);
        this.now = ByteBuffer.allocate(graph.width() * outputBytes);
    }

    /** How long the whole graph takes between two barriers, in ns. */
    long run() {
        unit.barrier();
        long startNs = System.nanoTime();
        for (int step = 0; step < graph.steps(); step++) {
            receive(exchanges[step].received());
            compute(step);
            if (step + 1 < graph.steps()) {
                send(exchanges[step + 1].sent());
            }
            ByteBuffer last = before;
            before = now;
            now = last;
        }
        unit.barrier();
        return System.nanoTime() - startNs;
    }

    /** What was computed, so that nothing is for nothing. */
    double computed() {
        return computed;
    }

    private void receive(int[][] received) {
        for (int from = 0; from < received.length; from++) {
            int[] points = received[from];
            if (points.length > 0) {
                byte[] outputs = unit.receive(from, OUTPUTS);
                if (outputs.length != points.length * outputBytes) {
                    throw new IllegalStateException(points.length + " outputs were expected, but " + outputs.length
                            + " bytes have come from rank " + from);
                }
                for (int i = 0; i < points.length; i++) {
                    before.put(points[i] * outputBytes, outputs, i * outputBytes, outputBytes);
                }
            }
        }
    }

    private void send(int[][] sent) {
        for (int to = 0; to < sent.length; to++) {
            int[] points = sent[to];
            if (points.length > 0) {
                byte[] outputs = new byte[points.length * outputBytes];
                for (int i = 0; i < points.length; i++) {
                    now.get(points[i] * outputBytes, outputs, i * outputBytes, outputBytes);
                }
                unit.send(to, OUTPUTS, outputs);
            }
        }
    }

    private void compute(int step) {
        int[][] inputs = exchanges[step].inputs();
        int first = Math.max(graph.offset(step), columns.first(unit.rank()));
        for (int i = 0; i < inputs.length; i++) {
            for (int input : inputs[i]) {
                Outputs.require(before, input * outputBytes, outputBytes, step - 1, input);
            }
            Outputs.write(now, (first + i) * outputBytes, outputBytes, step, first + i);
            computed += kernel.run(iterations);
        }
    }
}
