import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.GridBlock;
import org.spmjava.api.communication.GridCommunicator;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Heat.spmtype", pattern = Pattern.GRID)
class Heat {

    static final Channel<Double> SUM = Channel.of("sum", Codecs.DOUBLE);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            HeatManager manager = HeatManager.define(cloud, status -> System.out.println(status.returnValue()));
            manager.task()
                    .label("heat")
                    .module(HeatTask.Module.HEAT)
                    .timeout(Timeout.afterSeconds(10))
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
        }
    }

    @Spoke
    @Online
    static double taskEval(HeatTask task, GridCommunicator grid) {
        GridBlock block = grid.divide(GridCommunicator.Boundary.PERIODIC, 1, task.cells());
        for (int cell = 0; cell < block.cells(0); cell++) {
            block.set(block.first(0) + cell, cell);
        }
        block.exchangeHalo();
        return grid.allReduce(SUM, block.get(-1) + block.get(block.cells(0)), Double::sum);
    }
}
