package org.spmjava.tests.endtoend;

import java.util.List;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;

/** What most tests of this room begin with. */
final class Clouds {

    static final Timeout WAIT = Timeout.afterSeconds(30);
    static final Timeout EXECUTION = Timeout.afterSeconds(60);

    private Clouds() {}

    /** Two Spokes with a small heap, so that it is soon full. */
    static VirtualCloud ofTwoSpokes() {
        return AeronVirtualCloud.createAsync(
                CloudOptions.defaults().withSpokes(2).withSpokeHeapBytes(48L << 20));
    }

    static Conclusion manage(DeedsManager manager, Pool pool) throws Exception {
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, WAIT, EXECUTION);
    }

    static Conclusion manage(CommandsManager manager, Pool pool) throws Exception {
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, WAIT, EXECUTION);
    }

    /** Pushes a deed with a timeout of 20 s. */
    static void push(DeedsManager manager, String deed) {
        push(manager, deed, Timeout.afterSeconds(20));
    }

    static void push(DeedsManager manager, String deed, Timeout timeout) {
        manager.task()
                .label(deed)
                .module(DeedsTask.Module.DEEDS)
                .timeout(timeout)
                .deed(deed)
                .push();
    }

    static void push(DeedsManager manager, String deed, String argument) {
        manager.task()
                .label(deed)
                .module(DeedsTask.Module.DEEDS)
                .timeout(Timeout.afterSeconds(20))
                .deed(deed)
                .argument(argument)
                .push();
    }

    static List<Verdict> verdicts(Conclusion conclusion) {
        return conclusion.tasks().stream().map(Conclusion.Outcome::verdict).toList();
    }
}
