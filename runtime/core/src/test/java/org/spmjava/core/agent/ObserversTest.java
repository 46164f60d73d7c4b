package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;

class ObserversTest {

    private final AtomicLong nowNs = new AtomicLong(5_000);
    private final Observers observers = new Observers(nowNs::get);
    private final List<Integer> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        observers.close();
    }

    @Test
    void progressThatIsMadeWhileAnObserverListensIsNotLost() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        observers.add(new SessionObserver() {
            @Override
            public void onProgress(int command, int concluded, int total) {
                heard.add(concluded);
                listening.countDown();
                try {
                    made.await();
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        });
        observers.tellProgress(1, 1, 3);
        listening.await();
        observers.tellProgress(1, 2, 3);
        observers.tellProgress(1, 3, 3);
        made.countDown();
        observers.flush();
        assertThat(heard).containsExactly(1, 3);
    }

    @Test
    void anObserverThatThrowsAnErrorIsIgnoredAndTheOthersHear() {
        observers.add(new SessionObserver() {
            @Override
            public void onProgress(int command, int concluded, int total) {
                throw new AssertionError("from an observer");
            }
        });
        observers.add(new SessionObserver() {
            @Override
            public void onProgress(int command, int concluded, int total) {
                heard.add(concluded);
            }
        });
        observers.tellProgress(1, 1, 2);
        observers.flush();
        observers.tellProgress(1, 2, 2);
        observers.flush();
        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void newsAfterTheEndAreNobodysBusiness() {
        observers.add(new SessionObserver() {});
        observers.close();
        observers.tellProgress(1, 1, 1);
        observers.tell(observer -> heard.add(1));
        observers.flush();
        observers.close();
        assertThat(heard).isEmpty();
    }

    @Test
    void whoComesLateHearsFirstOfTheSpokesThatAreUp() {
        SpokeIdentity first = new SpokeIdentity(0, 1, "host");
        SpokeIdentity second = new SpokeIdentity(1, 2, "host");
        observers.joined(first);
        observers.joined(second);
        observers.left(first, "killed");
        observers.add(new SessionObserver() {
            @Override
            public void onSpokeJoined(SpokeIdentity spoke) {
                heard.add(spoke.slot());
            }
        });
        observers.joined(new SpokeIdentity(0, 3, "host"));
        observers.flush();
        assertThat(heard).containsExactly(1, 0);
    }

    @Test
    void whoComesLateHearsWhenTheSpokesJoined() {
        SpokeIdentity first = new SpokeIdentity(0, 1, "host");
        List<String> told = new CopyOnWriteArrayList<>();
        nowNs.addAndGet(1_000);
        observers.joined(first);
        nowNs.addAndGet(500);
        observers.add(new SessionObserver() {
            @Override
            public void onSpokeJoined(SpokeIdentity spoke, Duration at) {
                told.add(spoke.whoAmI() + " came at " + at.toNanos());
            }

            @Override
            public void onSpokeLeft(SpokeIdentity spoke, Duration at, String reason) {
                told.add(spoke.whoAmI() + " left at " + at.toNanos() + ", " + reason);
            }
        });
        observers.left(first, "killed");
        observers.flush();
        assertThat(told).containsExactly("spoke-0.1 came at 1000", "spoke-0.1 left at 1500, killed");
    }

    @Test
    void newsOfEachEventAreMadeForThoseAloneWhoListenToThem() {
        assertThat(observers.wantEvents()).isFalse();
        observers.add(new SessionObserver() {});
        assertThat(observers.wantEvents()).isFalse();
        assertThat(observers.wantTasks()).isFalse();
        observers.add(new SessionObserver() {
            @Override
            public void onEvent(int command, ManagerEvent event, int task, Interpretation interpretation) {
                heard.add(task);
            }
        });
        assertThat(observers.wantEvents()).isTrue();
        assertThat(observers.wantTasks()).isFalse();
    }

    @Test
    void newsThatFindTooManyBeforeThemAreCountedAndTold() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        AtomicLong missed = new AtomicLong();
        AtomicLong told = new AtomicLong();
        observers.add(new SessionObserver() {
            @Override
            public void onMissed(long count) {
                missed.addAndGet(count);
            }
        });
        observers.tell(observer -> {
            listening.countDown();
            try {
                made.await();
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        listening.await();
        for (int news = 0; news < 100_000; news++) {
            observers.tellIfRoom(observer -> told.incrementAndGet());
        }
        made.countDown();
        observers.flush();
        assertThat(told.get()).isEqualTo(1 << 16);
        assertThat(missed.get()).isEqualTo(100_000 - (1 << 16));
    }
}
