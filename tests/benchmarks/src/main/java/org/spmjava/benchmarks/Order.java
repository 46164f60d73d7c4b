package org.spmjava.benchmarks;

import java.time.Duration;
import java.util.Map;
import org.spmjava.api.Timeout;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Gives the codec benchmark its payload: generated from a typedef, like those of users. */
@TaskManager(typedef = "Order.spmtype")
final class Order {

    private Order() {}

    /** An order like any other. */
    static OrderTask sample() {
        OrderTask[] pushed = new OrderTask[1];
        OrderTask.stages(task -> pushed[0] = task)
                .label("order 4711")
                .module(OrderTask.Module.ORDER)
                .timeout(Timeout.afterSeconds(10))
                .customer("Ada Lovelace, London")
                .number(4_711_000_042L)
                .parcels(3)
                .price(129.95)
                .paid(true)
                .delivery(Duration.ofHours(36))
                .quantities(Map.of("apples", 12L, "pears", 7L, "quinces", 1L))
                .push();
        return pushed[0];
    }

    /** Never called: the payload is all that is measured. */
    @Online
    @Spoke
    static long taskEval(OrderTask task) {
        return task.number();
    }
}
