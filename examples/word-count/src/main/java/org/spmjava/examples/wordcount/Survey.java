package org.spmjava.examples.wordcount;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** How long a text is. What a passage comes to is small, so that the Hub combines it. */
@TaskManager(typedef = "Survey.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.CENTRALIZED)
public final class Survey {

    private final SurveyManager manager;

    /**
     * Declares and defines the closure; what goes wrong is told by {@link #result}.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Survey(VirtualCloud cloud) {
        manager = SurveyManager.define(cloud, status -> {});
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
    public Conclusion take(List<Passage> passages, Pool pool) throws Exception {
        for (Passage passage : passages) {
            manager.task()
                    .label("from " + passage.from())
                    .module(SurveyTask.Module.SURVEY)
                    .timeout(Timeout.afterSeconds(60))
                    .file(passage.file().toString())
                    .from(passage.from())
                    .to(passage.to())
                    .push();
        }
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    // tag::survey[]
    /** Stage 2: looks at a passage. */
    @Online
    @Spoke
    static SurveyTask.Statistic taskEval(SurveyTask task) throws IOException {
        List<String> lines = new Passage(Path.of(task.file()), task.from(), task.to()).lines();
        List<String> words = lines.stream().flatMap(Passage::words).toList();
        String longest = words.stream().reduce("", Survey::longer);
        return SurveyTask.Statistic.of(lines.size(), words.size(), longest);
    }

    /** Combines what is known of two neighbouring passages. */
    @Online
    @Hub
    static SurveyTask.Statistic taskReduce(SurveyTask.Statistic left, SurveyTask.Statistic right) {
        return SurveyTask.Statistic.of(
                left.lines() + right.lines(),
                left.words() + right.words(),
                longer(left.longestWord(), right.longestWord()));
    }
    // end::survey[]

    private static String longer(String left, String right) {
        return right.length() > left.length() ? right : left;
    }

    /**
     * The whole text's statistic.
     *
     * @return empty if there is no text
     */
    @Offline
    @Hub
    public Optional<SurveyTask.Statistic> result() {
        return manager.aggregate();
    }
}
