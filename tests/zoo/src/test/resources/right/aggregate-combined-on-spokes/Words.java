import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Words.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.DECENTRALIZED)
class Words {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            WordsManager manager = WordsManager.define(cloud, status -> {});
            for (String line : List.of("to be or not to be", "that is the question", "to die to sleep")) {
                manager.task()
                        .label("a line")
                        .module(WordsTask.Module.WORDS)
                        .timeout(Timeout.afterSeconds(10))
                        .text(line)
                        .push();
            }
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(new TreeMap<>(manager.aggregate().orElseThrow()));
        }
    }

    @Spoke
    @Online
    static Map<String, Long> taskEval(WordsTask task) {
        Map<String, Long> counts = new TreeMap<>();
        for (String word : task.text().split(" ")) {
            counts.merge(word, 1L, Long::sum);
        }
        return counts;
    }

    @Spoke
    @Online
    static long taskReduce(long left, long right) {
        return left + right;
    }
}
