import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.coprocess.Shell;
import org.spmjava.api.value.SpmRecord;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Hosts.spmtype", pattern = Pattern.AGGREGATE, grain = Grain.LIMITED) // wrong here
class Hosts {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            HostsManager manager = HostsManager.define(cloud, status -> {});
            manager.task()
                    .label("uptime")
                    .api(Shell.POLICY_A)
                    .apiArgs(new Shell.Args("uptime", Timeout.afterSeconds(2)))
                    .timeout(Timeout.afterSeconds(10))
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(manager.aggregate());
        }
    }

    @Hub
    @Online
    static SpmRecord taskReduce(SpmRecord left, SpmRecord right) {
        return left;
    }
}
