package org.spmjava.examples.wordcount;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/**
 * How often each word occurs. The words of a passage are many, so that the Spokes keep them, and share them out by word
 * before they combine them.
 */
@TaskManager(typedef = "Words.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.DECENTRALIZED)
public final class Words {

    private final WordsManager manager;

    /**
     * Declares and defines the closure; what goes wrong is told by {@link #counts}.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Words(VirtualCloud cloud) {
        manager = WordsManager.define(cloud, status -> {});
    }

    /**
     * Stage 0: a task for each passage.
     *
     * @param passages the text
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if the session failed
     */
    @Offline
    @Hub
    public Conclusion count(List<Passage> passages, Pool pool) throws Exception {
        for (Passage passage : passages) {
            manager.task()
                    .label("from " + passage.from())
                    .module(WordsTask.Module.WORDS)
                    .timeout(Timeout.afterSeconds(60))
                    .file(passage.file().toString())
                    .from(passage.from())
                    .to(passage.to())
                    .push();
        }
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    // tag::words[]
    /** Stage 2: counts the words of a passage. */
    @Online
    @Spoke
    static Map<String, Long> taskEval(WordsTask task) throws IOException {
        return new Passage(Path.of(task.file()), task.from(), task.to())
                .lines().stream()
                        .flatMap(Passage::words)
                        .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    /** Combines two counts of the same word. */
    @Online
    @Spoke
    static long taskReduce(long left, long right) {
        return left + right;
    }
    // end::words[]

    // tag::counts[]
    /**
     * How often each word occurs.
     *
     * @return the counts, in the words' order
     */
    @Offline
    @Hub
    public Map<String, Long> counts() {
        return new TreeMap<>(manager.aggregate().orElse(Map.of()));
    }
    // end::counts[]
}
