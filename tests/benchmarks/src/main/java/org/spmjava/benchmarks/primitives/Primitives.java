package org.spmjava.benchmarks.primitives;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Communicator;

/** Units whose tasks do nothing but communicate. */
@TaskManager(typedef = "Primitive.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
final class Primitives {

    private static final Timeout LIMIT = Timeout.afterSeconds(60);
    private static final double NS_PER_US = 1e3;

    private final PrimitivesManager manager;
    private final Pool pool;
    private final SpokeCount spokes;
    private double longestUs;

    @Offline
    @Hub
    Primitives(VirtualCloud cloud, int spokes) {
        this.manager = PrimitivesManager.define(cloud, this::taskStat);
        this.pool = cloud.intraAll();
        this.spokes = SpokeCount.of(spokes);
    }

    /** How long it takes once, on the average, in µs. */
    @Offline
    @Hub
    double microseconds(Measure measure, int bytes, int times) throws Exception {
        longestUs = 0;
        manager.task()
                .label(measure.name())
                .module(PrimitivesTask.Module.PRIMITIVES)
                .timeout(LIMIT)
                .measure(measure.name())
                .bytes(bytes)
                .times(times)
                .push();
        Conclusion conclusion = manager.manage(pool, spokes, spokes, LIMIT, LIMIT);
        if (!conclusion.concludedWell()) {
            throw new IllegalStateException(conclusion.toString());
        }
        return longestUs;
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimitivesTask, Double> status) {
        longestUs = Math.max(longestUs, status.returnValue());
    }

    @Online
    @Spoke
    static double taskEval(PrimitivesTask task, Communicator unit) {
        Measure measure = Measure.valueOf(task.measure());
        Measure.Values values = new Measure.Values(task.bytes(), unit.size());
        unit.barrier();
        long startNs = System.nanoTime();
        for (int i = 0; i < task.times(); i++) {
            measure.once(unit, values);
        }
        return (System.nanoTime() - startNs) / NS_PER_US / task.times();
    }
}
