package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CommandDescription;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.TaskRef;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;

/** What observers are told of commands, and when everything was, in a session whose clock is ours. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandNewsTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);
    private static final long MS = 1_000_000;

    /** Spokes come up after 100 ms; each task takes 20 ms. */
    private static final class Clock implements Circumstances {
        private long nowNs = 77 * MS;

        @Override
        public long nowNs() {
            return nowNs;
        }

        @Override
        public void pass() {
            nowNs += MS;
        }

        @Override
        public List<Long> turns(List<Long> incarnations) {
            return incarnations;
        }

        @Override
        public long startNs(SpokeIdentity spoke) {
            return 100 * MS;
        }

        @Override
        public Fate fate(SpokeIdentity spoke) {
            return new Fate(Fate.End.REPORTED, 20 * MS);
        }
    }

    /** Everything that it was told. */
    private static final class Listener implements SessionObserver {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private final List<CommandDescription> commands = Collections.synchronizedList(new ArrayList<>());
        private final List<Conclusion> conclusions = Collections.synchronizedList(new ArrayList<>());
        private final SortedMap<Integer, Conclusion.Outcome> outcomes =
                Collections.synchronizedSortedMap(new TreeMap<>());

        @Override
        public void onCommand(int command, CommandDescription description) {
            told.add("command " + command);
            commands.add(description);
        }

        @Override
        public void onPhase(int command, Phase phase) {
            told.add(phase.toString());
        }

        @Override
        public void onSpokeJoined(SpokeIdentity spoke, Duration at) {
            told.add(spoke.whoAmI() + " at " + at.toMillis());
        }

        @Override
        public void onConcluded(int command, Duration duration, List<String> residue) {
            told.add("concluded " + command);
        }

        @Override
        public void onManaged(Conclusion conclusion) {
            told.add("managed " + conclusion.command());
            conclusions.add(conclusion);
        }

        @Override
        public void onTask(int command, int task, Conclusion.Outcome outcome) {
            outcomes.put(task, outcome);
        }
    }

    private final Listener listener = new Listener();
    private final Clock clock = new Clock();

    private static Conclusion manage(VirtualCloud cloud, ManagerHandle<Trial, String> handle) throws Exception {
        return handle.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    @Test
    void aCommandIsDescribedBeforeItIsManaged() throws Exception {
        try (VirtualCloud cloud = VirtualClouds.serial(1, clock)) {
            cloud.observe(listener);
            clock.nowNs += 5 * MS;
            ManagerHandle<Trial, String> dag = cloud.define(new Trial.AsDag(), status -> {});
            TaskRef source = dag.pushAfter(Trial.of("source"), List.of());
            TaskRef link = dag.pushAfter(Trial.of("link"), List.of(source));
            dag.pushAfter(Trial.of("sink"), List.of(source, link));
            manage(cloud, dag);
        }
        assertThat(listener.told).startsWith("command 1", "Waiting - ForSpokes").contains("spoke-0.1 at 105");
        CommandDescription description = listener.commands.get(0);
        assertThat(description.signature()).isEqualTo("Trial#DAG");
        assertThat(description.pattern()).isEqualTo(Pattern.DAG);
        assertThat(description.policy()).isEqualTo(Policy.DESCENDANTS);
        assertThat(description.grain()).isEqualTo(Grain.COARSE);
        assertThat(description.invokedAt()).isEqualTo(Duration.ofMillis(5));
        assertThat(description.pushed()).isEqualTo(3);
        assertThat(description.label(1)).isEqualTo("link");
        assertThat(description.predecessors(0)).isEmpty();
        assertThat(description.predecessors(2)).containsExactly(0, 1);
        for (int other : new int[] {-1, 3}) {
            assertThatThrownBy(() -> description.label(other)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> description.predecessors(other)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aTaskBeganWhenItsSpokeBeganAndObserversHearTheSame() throws Exception {
        try (VirtualCloud cloud = VirtualClouds.serial(1, clock)) {
            cloud.observe(listener);
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            List.of("a", "b", "c").forEach(what -> list.push(Trial.of(what)));
            Conclusion conclusion = manage(cloud, list);

            assertThat(conclusion.tasks())
                    .extracting(Conclusion.Outcome::start)
                    .containsExactly(Duration.ofMillis(100), Duration.ofMillis(120), Duration.ofMillis(140));
            assertThat(listener.outcomes.values()).containsExactlyElementsOf(conclusion.tasks());
            assertThat(conclusion.pattern()).isEqualTo(Pattern.LIST);
            assertThat(conclusion.policy()).isEqualTo(Policy.ISOLATED);
            assertThat(conclusion.grain()).isEqualTo(Grain.COARSE);
            assertThat(conclusion.busy()).isEqualTo(Duration.ofMillis(60));
            assertThat(conclusion.parallelEfficiency())
                    .isEqualTo(60.0 / conclusion.duration().toMillis());
        }
    }

    @Test
    void whatManageReturnsIsToldBeforeItDoes() throws Exception {
        try (VirtualCloud cloud = VirtualClouds.serial(1, clock)) {
            cloud.observe(listener);
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("a"));
            Conclusion conclusion = manage(cloud, list);

            assertThat(listener.conclusions).containsExactly(conclusion);
            assertThat(listener.told).endsWith("concluded 1", "managed 1");
        }
    }

    @Test
    void aCommandWhoseManageThrowsIsToldToHaveConcludedAndNoMore() {
        try (VirtualCloud cloud = VirtualClouds.serial(1, clock)) {
            cloud.observe(listener);
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
                throw new IllegalStateException("enough");
            });
            list.push(Trial.of("a"));
            assertThatThrownBy(() -> manage(cloud, list)).hasMessage("enough");
        }
        assertThat(listener.told).endsWith("concluded 1");
        assertThat(listener.conclusions).isEmpty();
        assertThat(listener.outcomes).hasSize(1);
    }

    @Test
    void nothingIsDescribedOfACommandThatIsRefused() {
        try (VirtualCloud cloud = VirtualClouds.serial(1, clock)) {
            cloud.observe(listener);
            ManagerHandle<Trial, String> template = cloud.define(new Trial.AsTemplate(), status -> {});
            assertThatThrownBy(() -> manage(cloud, template)).hasMessageContaining("payload");
        }
        assertThat(listener.commands).isEmpty();
    }
}
