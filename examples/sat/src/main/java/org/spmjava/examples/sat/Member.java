package org.spmjava.examples.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.sat.Deal.Deed;
import org.spmjava.examples.sat.Deal.News;
import org.spmjava.examples.sat.Deal.Order;
import org.spmjava.examples.sat.Deal.Report;

/**
 * A member of the unit that searches for a model: works on the cubes that the Hub gives it, and takes part in what all
 * learn. While its solver searches it listens every few milliseconds, so that it ends soon after somebody has the
 * answer.
 */
final class Member {

    /** Somebody has the answer. */
    private static final Channel<Boolean> END = Channel.of("end", Codecs.BOOL);

    private static final long REPORT_EVERY_NS = 100_000_000;
    private static final long SEND_EVERY_NS = 20_000_000;
    /** So long a search goes on before what has arrived is taken into it: that interrupts it. */
    private static final long LEARN_EVERY_NS = 200_000_000;

    private final Communicator tasks;
    private final Engine engine;
    private final ClauseExchange exchange;
    private final Lookahead lookahead;
    private final List<int[]> arrived = new ArrayList<>();
    private Order order;
    private long reportedNs;
    private long sentNs;
    private long begunNs;
    private long refuted;

    Member(Communicator tasks, Engine engine, ClauseExchange exchange, Lookahead lookahead) {
        this.tasks = tasks;
        this.engine = engine;
        this.exchange = exchange;
        this.lookahead = lookahead;
    }

    /**
     * Works until there is an answer or the Hub says that it is over; returns the model that it found, else nothing.
     */
    int[] work() throws Exception {
        report(News.NONE, Deal.NO_CUBE, new int[0]);
        while (order.deed() != Deed.END) {
            int cube = order.cube();
            begunNs = System.nanoTime();
            switch (engine.solve(order.literals(), this::mustLeave)) {
                case SATISFIABLE -> {
                    report(News.SATISFIED, cube, new int[0]);
                    tellEnd();
                    return engine.model();
                }
                case REFUTED -> {
                    refuted++;
                    int[] core = engine.core();
                    if (core.length > 0) {
                        exchange.onLearnt(
                                IntStream.of(core).map(literal -> -literal).toArray(), 1);
                    }
                    report(News.REFUTED, cube, core);
                }
                case LEFT -> {
                    arrived.forEach(engine::learn);
                    arrived.clear();
                }
            }
        }
        tellEnd();
        return new int[0];
    }

    long refuted() {
        return refuted;
    }

    // tag::listen[]
    /** Asked by the solver, in this thread. */
    private boolean mustLeave() {
        if (hearsEnd()) {
            return true;
        }
        long nowNs = System.nanoTime();
        exchange.receive(this::keep);
        if (nowNs - sentNs >= SEND_EVERY_NS) {
            sentNs = nowNs;
            exchange.send();
        }
        int cube = order.cube();
        if (nowNs - reportedNs >= REPORT_EVERY_NS) {
            report(News.WORKING, cube, new int[0]);
        }
        return order.cube() != cube
                || order.deed() == Deed.END
                || engine.isResumable() && !arrived.isEmpty() && nowNs - begunNs >= LEARN_EVERY_NS;
    }
    // end::listen[]

    private void keep(int[] clause) {
        if (engine.isResumable()) {
            arrived.add(clause);
        }
    }

    private boolean hearsEnd() {
        for (int rank = 0; rank < tasks.size(); rank++) {
            if (rank != tasks.rank() && tasks.poll(rank, END).isPresent()) {
                order = new Order(Deed.END, Deal.NO_CUBE, false, new int[0]);
                return true;
            }
        }
        return false;
    }

    /** Asks for an order, and splits its cube if that is the order. */
    private void report(News news, int cube, int[] numbers) {
        order = ask(new Report(news, cube, numbers));
        while (order.deed() == Deed.SPLIT) {
            int[] given = IntStream.concat(IntStream.of(order.literals()), IntStream.of(engine.units()))
                    .toArray();
            int[] tree = lookahead.split(given, engine.activity(), order.parts());
            order = ask(new Report(News.SPLIT, order.cube(), tree));
        }
        reportedNs = System.nanoTime();
    }

    private Order ask(Report report) {
        return Order.of(tasks.ask(Deal.CUBES, report.encoded()));
    }

    /** One tells all others: the one who found the answer, or who refuted the last cube. */
    private void tellEnd() {
        if (order.first()) {
            for (int rank = 0; rank < tasks.size(); rank++) {
                if (rank != tasks.rank()) {
                    tasks.send(rank, END, true);
                }
            }
        }
    }
}
