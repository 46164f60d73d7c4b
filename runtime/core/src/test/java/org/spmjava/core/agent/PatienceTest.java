package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.Parking;

/** The order in which a thread that polls waits. */
class PatienceTest {

    private static final long FOR_EVER_NS = Long.MAX_VALUE;
    private static final long DEADLINE_NS = 10_000_000_000L;

    private final List<String> done = new ArrayList<>();
    private final Parking parking = new Parking() {
        @Override
        public void prepareToPark() {
            done.add("announces");
        }

        @Override
        public void cancelPark() {
            done.add("takes it back");
        }

        @Override
        public void park(long timeoutNs) {
            done.add("parks for " + timeoutNs);
        }

        @Override
        public void wake() {}
    };

    @Test
    void itIsHotAtFirst() {
        Patience patience = new Patience(parking, FOR_EVER_NS);
        patience.idle(7);
        patience.idle(7);
        assertThat(done).isEmpty();
    }

    @Test
    void betweenTheAnnouncementAndTheParkingThereIsAPoll() {
        Patience patience = new Patience(parking, 0);
        patience.idle(7);
        assertThat(done).containsExactly("announces");
        patience.idle(7);
        assertThat(done).containsExactly("announces", "parks for 7");
        patience.idle(7);
        patience.idle(8);
        assertThat(done).containsExactly("announces", "parks for 7", "announces", "parks for 8");
    }

    @Test
    void whatThatPollFindsKeepsItFromParking() {
        Patience patience = new Patience(parking, 0);
        patience.idle(7);
        patience.found();
        patience.found();
        patience.idle(7);
        assertThat(done).containsExactly("announces", "takes it back", "announces");
    }

    @Test
    void whereOthersHaveUseForTheProcessorItDoesNotStayHot() {
        Patience patience = new Patience(parking, FOR_EVER_NS);
        long sinceNs = System.nanoTime();
        while (done.isEmpty() && System.nanoTime() - sinceNs < DEADLINE_NS) {
            patience.idleCrowded(7);
        }
        patience.idleCrowded(7);
        assertThat(done).containsExactly("announces", "parks for 7");
    }

    @Test
    void forWhatNobodyTellsItDoesNotParkThere() {
        Patience patience = new Patience(parking, 0);
        patience.idle(7);
        patience.idleUntold(16);
        patience.idleUntold(16);
        assertThat(done).containsExactly("announces", "takes it back");
    }
}
