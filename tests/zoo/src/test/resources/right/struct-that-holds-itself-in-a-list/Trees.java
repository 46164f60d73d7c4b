import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Trees.spmtype")
class Trees {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            TreesManager manager = TreesManager.define(
                    cloud, status -> System.out.println(status.label() + ": " + status.returnValue()));
            manager.task()
                    .label("a tree")
                    .module(TreesTask.Module.TREES)
                    .timeout(Timeout.afterSeconds(10))
                    .tree(TreesTask.Tree.of(1)
                            .withBelow(List.of(TreesTask.Tree.of(2), TreesTask.Tree.of(3))))
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
        }
    }

    @Spoke
    @Online
    static int taskEval(TreesTask task) {
        return sum(task.tree());
    }

    private static int sum(TreesTask.Tree tree) {
        return tree.value() + tree.below().stream().mapToInt(Trees::sum).sum();
    }
}
