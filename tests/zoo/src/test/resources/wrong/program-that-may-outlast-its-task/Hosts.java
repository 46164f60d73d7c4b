import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.coprocess.Shell;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Hosts.spmtype")
class Hosts {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            HostsManager manager = HostsManager.define(
                    cloud,
                    status -> System.out.print(
                            Shell.POLICY_A.result(status.returnValue()).stdOut()));
            for (String host : List.of("alpha", "beta")) {
                manager.task()
                        .label("greet " + host)
                        .api(Shell.POLICY_A)
                        .apiArgs(new Shell.Args("echo hello " + host, Timeout.afterSeconds(60)))
                        .timeout(Timeout.afterSeconds(10)) // wrong here
                        .push();
            }
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
        }
    }
}
