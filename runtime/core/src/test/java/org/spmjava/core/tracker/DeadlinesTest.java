package org.spmjava.core.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines();

    @Test
    void whatIsDueIsToldOnceInTheOrderOfItsNumbers() {
        deadlines.arm(7, 30);
        deadlines.arm(2, 40);
        deadlines.arm(5, 50);
        assertThat(deadlines.takeDue(29)).isEmpty();
        assertThat(deadlines.takeDue(40)).containsExactly(2, 7);
        assertThat(deadlines.takeDue(49)).isEmpty();
        assertThat(deadlines.isEmpty()).isFalse();
        assertThat(deadlines.takeDue(50)).containsExactly(5);
        assertThat(deadlines.isEmpty()).isTrue();
    }

    @Test
    void theEarlierOfTwoTimesCounts() {
        deadlines.arm(0, 30);
        deadlines.arm(0, 40);
        deadlines.arm(1, 40);
        deadlines.arm(1, 30);
        assertThat(deadlines.takeDue(30)).containsExactly(0, 1);
        assertThat(deadlines.takeDue(40)).isEmpty();
    }

    @Test
    void whatIsCancelledIsNotTold() {
        deadlines.arm(0, 10);
        deadlines.arm(1, 20);
        deadlines.cancel(0);
        deadlines.cancel(99);
        assertThat(deadlines.takeDue(20)).containsExactly(1);
        deadlines.cancel(1);
        assertThat(deadlines.isEmpty()).isTrue();
    }

    @Test
    void theLongestDelaysAreNeverDueAndTheClockMayStandAnywhere() {
        for (long nowNs : new long[] {Long.MIN_VALUE, -5, 0, Long.MAX_VALUE - 5}) {
            Deadlines far = new Deadlines();
            far.arm(0, Deadlines.after(Deadlines.after(nowNs, Long.MAX_VALUE), Long.MAX_VALUE));
            far.arm(1, nowNs + 10);
            assertThat(far.takeDue(nowNs + 9)).isEmpty();
            assertThat(far.takeDue(nowNs + 10)).containsExactly(1);
            assertThat(far.takeDue(nowNs + 1_000_000_000_000_000_000L)).isEmpty();
        }
    }

    @Test
    void itTellsWhatAListThatIsSearchedWholeWouldTell() {
        Random random = new Random(1);
        TreeMap<Integer, Long> model = new TreeMap<>();
        long nowNs = 0;
        for (int step = 0; step < 20_000; step++) {
            int id = random.nextInt(100);
            switch (random.nextInt(4)) {
                case 0 -> {
                    deadlines.cancel(id);
                    model.remove(id);
                }
                case 1 -> {
                    nowNs += random.nextInt(20);
                    long due = nowNs;
                    List<Integer> expected = model.keySet().stream()
                            .filter(each -> model.get(each) <= due)
                            .toList();
                    assertThat(deadlines.takeDue(nowNs)).isEqualTo(expected);
                    model.keySet().removeAll(expected);
                }
                default -> {
                    long atNs = nowNs + random.nextInt(500);
                    deadlines.arm(id, atNs);
                    model.merge(id, atNs, Math::min);
                }
            }
            assertThat(deadlines.isEmpty()).isEqualTo(model.isEmpty());
        }
    }
}
