package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spmjava.api.SessionObserver;

class ObserversTest {

    private final Observers observers = new Observers();
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
}
