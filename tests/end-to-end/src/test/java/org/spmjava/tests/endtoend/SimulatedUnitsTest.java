package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.pagerank.Components;
import org.spmjava.examples.pagerank.EdgeList;
import org.spmjava.examples.wordcount.Passage;
import org.spmjava.examples.wordcount.Words;
import org.spmjava.testing.SpmSimulation;

/** Tasks that talk to each other, and that share one fate, under simulated faults. */
class SimulatedUnitsTest {

    private static final Set<Set<Verdict>> OUTCOMES = ConcurrentHashMap.newKeySet();

    @TempDir
    private static Path temporary;

    private static Path edges;
    private static Path text;
    private static Map<Long, Long> expected;

    @BeforeAll
    static void writeInputs() throws Exception {
        edges = temporary.resolve("edges");
        EdgeList.write(edges, 1, 60, 70);
        text = Files.writeString(temporary.resolve("text"), "to be or\nto be\nto\n".repeat(10));
        try (VirtualCloud alone =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            Components components = new Components(alone);
            components.find(edges, alone.intraAll());
            expected = Map.copyOf(components.components());
        }
    }

    @SpmSimulation(seeds = 100)
    void tasksThatCommunicateAllReturnOrAllEndAlike(VirtualCloud cloud) throws Exception {
        List<String> news = new ArrayList<>();
        TogetherManager manager = TogetherManager.define(cloud, status -> {});
        manager.onAsk(Together.SQUARE, (from, number) -> number * number);
        manager.onTell(Together.NEWS, (from, message) -> news.add(message));
        manager.task()
                .label("all primitives")
                .module(TogetherTask.Module.TOGETHER)
                .timeout(Timeout.afterSeconds(5))
                .what(Together.ALL_PRIMITIVES)
                .push();
        Conclusion conclusion = manager.manage(
                cloud.intraAll().limit(2),
                SpokeCount.of(2),
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(10),
                Timeout.afterSeconds(60));

        assertThat(conclusion.counts()).hasSize(1);
        if (conclusion.concludedWell()) {
            assertThat(news).hasSize(2);
        }
        OUTCOMES.add(conclusion.counts().keySet());
    }

    @SpmSimulation(seeds = 50)
    void whatSuperstepsFindIsRightOrSomeTaskTellsWhyNot(VirtualCloud cloud) throws Exception {
        Components components = new Components(cloud);
        try {
            components.find(edges, cloud.intraAll());
            assertThat(components.components()).isEqualTo(expected);
        } catch (SPMTaskError shared) {
            OUTCOMES.add(Set.of(shared.verdict()));
        }
    }

    @SpmSimulation(seeds = 100)
    void whatIsShuffledAmongSpokesIsWholeOrRefused(VirtualCloud cloud) throws Exception {
        Words words = new Words(cloud);
        words.count(Passage.of(text, 10), cloud.intraAll());
        try {
            assertThat(words.counts()).isEqualTo(Map.of("to", 30L, "be", 20L, "or", 10L));
        } catch (SPMTaskError refused) {
            OUTCOMES.add(Set.of(refused.verdict()));
        }
    }

    @AfterAll
    static void someUnitsReturnedAndSomeShared() {
        if (OUTCOMES.size() > 1) {
            assertThat(OUTCOMES).contains(Set.of(Verdict.RETURNED), Set.of(Verdict.EVAL_KILL));
        }
    }
}
