package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Every interleaving of a receiver that parks and of senders that wake it, some of which die in between. */
class EventCountTest {

    private static final int WORDS = 8;

    @Test
    void noReceiverSleepsWhileAMessageOfALivingSenderWaits() {
        assertThat(new Model(true).lostWakeUps(2, 2, -1)).isEmpty();
        assertThat(new Model(true).lostWakeUps(1, 4, -1)).isEmpty();
    }

    @Test
    void aSenderThatDiesAnywhereLeavesAReceiverThatTheNextOneWakes() {
        assertThat(new Model(true).lostWakeUps(2, 2, 0)).isEmpty();
    }

    @Test
    void aSenderThatTookTheAnnouncementBackBeforeItWakesAndThenDiedWouldLoseAWakeUp() {
        assertThat(new Model(false).lostWakeUps(2, 2, 0)).isNotEmpty();
    }

    /** The steps are those of the class under test; between any two of them any other participant may take one. */
    private static final class Model {

        private final boolean wakesFirst;
        private final Set<String> seen = new HashSet<>();
        private final List<String> lost = new ArrayList<>();

        Model(boolean wakesFirst) {
            this.wakesFirst = wakesFirst;
        }

        /** @param mortal the sender that may die after any of its steps, or -1 */
        List<String> lostWakeUps(int senders, int messages, int mortal) {
            explore(new State(senders, messages), mortal);
            assertThat(seen).hasSizeGreaterThan(50);
            return lost;
        }

        private void explore(State state, int mortal) {
            if (!seen.add(state.toString())) {
                return;
            }
            boolean moved = false;
            State next = state.copy();
            if (next.receiverSteps()) {
                moved = true;
                explore(next, mortal);
            }
            for (int sender = 0; sender < state.senders.length; sender++) {
                next = state.copy();
                if (next.senderSteps(sender, wakesFirst)) {
                    moved = true;
                    explore(next, mortal);
                    if (sender == mortal && !next.senders[sender].dead) {
                        State died = next.copy();
                        died.senders[sender].dead = true;
                        explore(died, mortal);
                    }
                }
            }
            if (!moved && state.isAsleepWithMessageOf(mortal)) {
                lost.add(state.toString());
            }
        }
    }

    private static final class Sender {
        private int left;
        private int step;
        private long announcement;
        private boolean dead;

        Sender copy() {
            Sender copy = new Sender();
            copy.left = left;
            copy.step = step;
            copy.announcement = announcement;
            copy.dead = dead;
            return copy;
        }

        @Override
        public String toString() {
            return left + "," + step + "," + announcement + "," + dead;
        }
    }

    private static final class State {

        private final UnsafeBuffer words = new UnsafeBuffer(new byte[WORDS]);
        private final EventCount count = new EventCount(words);
        private final Sender[] senders;
        private int unread;
        private int lastSender = -1;
        private int rings;
        private int receiver;

        State(int senders, int messages) {
            this.senders = new Sender[senders];
            for (int i = 0; i < senders; i++) {
                this.senders[i] = new Sender();
                this.senders[i].left = messages;
            }
        }

        State copy() {
            State copy = new State(senders.length, 0);
            copy.words.putBytes(0, words, 0, WORDS);
            for (int i = 0; i < senders.length; i++) {
                copy.senders[i] = senders[i].copy();
            }
            copy.unread = unread;
            copy.lastSender = lastSender;
            copy.rings = rings;
            copy.receiver = receiver;
            return copy;
        }

        /** Polls; announces; polls again; blocks until there is a ring; is awake. */
        boolean receiverSteps() {
            switch (receiver) {
                case 0 -> {
                    boolean found = unread > 0;
                    unread = 0;
                    receiver = found ? 0 : 1;
                }
                case 1 -> {
                    count.announce();
                    receiver = 2;
                }
                case 2 -> {
                    receiver = unread > 0 ? 4 : 3;
                    unread = 0;
                }
                case 3 -> {
                    if (rings == 0) {
                        return false;
                    }
                    rings = 0;
                    receiver = 4;
                }
                default -> {
                    count.takeBack();
                    receiver = 0;
                }
            }
            return true;
        }

        /** Sends; looks; wakes; takes the announcement back, or the last two the other way round. */
        boolean senderSteps(int number, boolean wakesFirst) {
            Sender sender = senders[number];
            if (sender.dead || sender.left == 0) {
                return false;
            }
            switch (sender.step) {
                case 0 -> {
                    unread++;
                    lastSender = number;
                    sender.step = 1;
                }
                case 1 -> {
                    sender.announcement = count.look();
                    sender.step = 2;
                    if (sender.announcement == 0) {
                        end(sender);
                    }
                }
                case 2 -> {
                    wake(sender, wakesFirst);
                    sender.step = 3;
                }
                default -> {
                    wake(sender, !wakesFirst);
                    end(sender);
                }
            }
            return true;
        }

        private void wake(Sender sender, boolean ring) {
            if (ring) {
                rings = 1;
            } else {
                count.woken(sender.announcement);
            }
        }

        private static void end(Sender sender) {
            sender.left--;
            sender.step = 0;
            sender.announcement = 0;
        }

        /** What a sender left unsaid that died does not count, unless another has sent since. */
        boolean isAsleepWithMessageOf(int mortal) {
            return receiver == 3 && rings == 0 && unread > 0 && (lastSender != mortal || !senders[mortal].dead);
        }

        @Override
        public String toString() {
            return words.getLong(0) + " " + List.of(senders) + " " + unread + " " + lastSender + " " + rings + " "
                    + receiver;
        }
    }
}
