import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Invoices.spmtype")
class Invoices {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            InvoicesManager manager = InvoicesManager.define(
                    cloud, status -> System.out.println(status.label() + ": " + status.returnValue().name()));
            manager.task()
                    .label("tea and cake")
                    .module(InvoicesTask.Module.INVOICES)
                    .timeout(Timeout.afterSeconds(10))
                    .number(1)
                    .items(List.of(InvoicesTask.Item.of("tea", 3.5).withPieces(2), InvoicesTask.Item.of("cake", 4.25)))
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
    static InvoicesTask.Item taskEval(InvoicesTask task) {
        return task.items().get(task.items().size() - 1);
    }
}
