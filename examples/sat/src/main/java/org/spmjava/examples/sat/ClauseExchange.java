package org.spmjava.examples.sat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Sends what a member learns to the others, and takes in what they send; never waits. A batch is sent to those only who
 * have taken in the last ones, so that nobody is kept by one who does not listen, and nothing piles up; what is learnt
 * in the meantime makes room for what is better or newer.
 */
final class ClauseExchange implements LearntListener {

    /** Nothing longer is worth its way. */
    static final int LONGEST = 8;

    /** Longer ones are sent only if their literals are of few levels. */
    private static final int ALWAYS = 2;

    private static final int HIGHEST_GLUE = 4;
    /** At most so many clauses wait to be sent. */
    private static final int KEPT = 400;

    private static final int UNANSWERED = 4;
    private static final int REMEMBERED = 200_000;

    /** How many batches came from the receiver so far; then clauses, with a 0 after each. */
    private static final Channel<int[]> BATCHES = Channel.of("clauses", Codecs.INTS);

    private final Communicator tasks;
    private final SolveTask.Share share;
    private final List<Peer> peers = new ArrayList<>();
    private final Set<List<Integer>> known = new HashSet<>();
    private long exported;
    private long imported;

    private static final class Peer {
        private final int rank;
        private final ArrayDeque<int[]> toSend = new ArrayDeque<>();
        private int sent;
        private int answered;
        private int received;
        private int told;

        private Peer(int rank) {
            this.rank = rank;
        }
    }

    ClauseExchange(Communicator tasks, SolveTask.Share share) {
        this.tasks = tasks;
        this.share = share;
        for (int rank = 0; rank < tasks.size(); rank++) {
            if (rank != tasks.rank() && share != SolveTask.Share.NONE) {
                peers.add(new Peer(rank));
            }
        }
    }

    @Override
    public void onLearnt(int[] clause, int glue) {
        int longest = share == SolveTask.Share.SHORT ? LONGEST : 1;
        if (peers.isEmpty() || clause.length > longest || clause.length > ALWAYS && glue > HIGHEST_GLUE) {
            return;
        }
        if (isNew(clause)) {
            for (Peer peer : peers) {
                keep(peer.toSend, clause);
            }
        }
    }

    /** Where there is no room, the oldest clause goes that is not a unit. */
    private static void keep(ArrayDeque<int[]> toSend, int[] clause) {
        if (toSend.size() >= KEPT && toSend.peekFirst().length > 1) {
            toSend.removeFirst();
        }
        if (clause.length == 1) {
            toSend.addLast(clause);
        } else if (toSend.size() < KEPT) {
            toSend.addLast(clause);
        }
    }

    private boolean isNew(int[] clause) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.add(Arrays.stream(clause).sorted().boxed().toList());
    }

    /**
     * Takes in what has arrived.
     *
     * @param importer is given each clause that is new here
     */
    void receive(Consumer<int[]> importer) {
        for (Peer peer : peers) {
            for (int[] batch = next(peer); batch != null; batch = next(peer)) {
                peer.received++;
                peer.answered = Math.max(peer.answered, batch[0]);
                unpack(batch, importer);
            }
        }
    }

    private int[] next(Peer peer) {
        return tasks.poll(peer.rank, BATCHES).orElse(null);
    }

    private void unpack(int[] batch, Consumer<int[]> importer) {
        int begin = 1;
        for (int i = 1; i < batch.length; i++) {
            if (batch[i] == 0) {
                int[] clause = Arrays.copyOfRange(batch, begin, i);
                begin = i + 1;
                if (isNew(clause)) {
                    imported++;
                    importer.accept(clause);
                }
            }
        }
    }

    /** Sends what there is to those who have taken in the last; and says how many of theirs came. */
    void send() {
        for (Peer peer : peers) {
            boolean mayWait = peer.toSend.isEmpty() && peer.received - peer.told < UNANSWERED / 2;
            if (!mayWait && peer.sent - peer.answered < UNANSWERED) {
                int length = peer.toSend.stream()
                        .mapToInt(clause -> clause.length + 1)
                        .sum();
                int[] batch = new int[1 + length];
                batch[0] = peer.received;
                int at = 1;
                for (int[] clause : peer.toSend) {
                    System.arraycopy(clause, 0, batch, at, clause.length);
                    at += clause.length + 1;
                }
                exported += peer.toSend.size();
                peer.toSend.clear();
                peer.told = peer.received;
                tasks.send(peer.rank, BATCHES, batch);
                peer.sent++;
            }
        }
    }

    long exported() {
        return exported;
    }

    long imported() {
        return imported;
    }
}
