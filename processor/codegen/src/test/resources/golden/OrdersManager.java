package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.TaskStat;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ContainerFields;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.closure.WireFields;

/**
 * The manager of {@code task<list>} in {@code Orders.spmtype}, line 8: evaluated by {@link Orders}.
 *
 * <p>Pattern {@link Pattern#LIST}, policy {@link Policy#ISOLATED}, grain {@link Grain#COARSE}.
 */
@Generated("org.spmjava.processor.SpmProcessor")
public final class OrdersManager {
    private final ManagerHandle<OrdersTask, List<OrdersTask.Point>> handle;

    private OrdersManager(ManagerHandle<OrdersTask, List<OrdersTask.Point>> handle) {
        this.handle = handle;
    }

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session's resources
     * @param onStatus stage 1: called once for the final status of every task
     * @return the manager, without tasks
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, and once in a session
     */
    public static OrdersManager define(VirtualCloud cloud,
            StatusCallback<OrdersTask, List<OrdersTask.Point>> onStatus) {
        return new OrdersManager(cloud.define(new Definition(), onStatus));
    }

    /**
     * Stage 0: begins a task, which {@code push()} of its last stage adds.
     *
     * @return the first stage
     */
    public OrdersTask.LabelStage task() {
        return OrdersTask.stages(handle::push);
    }

    /**
     * Manages the tasks that were pushed since the last call; returns when nothing of the command is pending anywhere.
     *
     * @param pool where the tasks may run
     * @param nSpokesMin how many Spokes must be there before the first task starts
     * @param nSpokesMax how many Spokes the command may hold
     * @param timeoutWaitForSpokes how long to wait for the minimum; if it passes, every task is dropped
     * @param timeoutExecution how long the tasks may take together
     * @return what became of the tasks
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline
     * @throws Exception what a status callback threw
     */
    public Conclusion manage(Pool pool, SpokeCount nSpokesMin, SpokeCount nSpokesMax,
            Timeout timeoutWaitForSpokes, Timeout timeoutExecution) throws Exception {
        return handle.manage(pool, nSpokesMin, nSpokesMax, timeoutWaitForSpokes, timeoutExecution);
    }

    /**
     * Says that no further task is to start; those that run may finish, and those that have not started are dropped.
     *
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, online: out of a callback of this manager
     */
    public void stop() {
        handle.stop();
    }

    /**
     * What the runtime knows of the manager of {@code task<list>} in {@code Orders.spmtype}, line 8.
     */
    public static final class Definition implements TaskManagerDefinition<OrdersTask, List<OrdersTask.Point>> {
        /**
         * For the runtime: a Spoke makes an instance of its own.
         */
        public Definition() {
        }

        @Override
        public String signature() {
            return "demo.Orders#signature::Orders";
        }

        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }

        @Override
        public Policy policy() {
            return Policy.ISOLATED;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public long fingerprint() {
            return 0x731a99a05e984565L;
        }

        @Override
        public PayloadCodec<OrdersTask> payloadCodec() {
            return new OrdersTask.Codec();
        }

        @Override
        public PayloadCodec<List<OrdersTask.Point>> resultCodec() {
            return new ResultCodec();
        }

        @Override
        public TaskMeta meta(OrdersTask task) {
            OrdersTask.Meta meta = task.spm().meta();
            return new TaskMeta(meta.label(), meta.timeout(), false, false, List.of(), List.of());
        }

        @Override
        public OrdersTask placed(OrdersTask task, String nameHost, String whoAmI) {
            return task;
        }

        @Override
        public OrdersTask concluded(OrdersTask task, TaskStat<List<OrdersTask.Point>> stat) {
            return new OrdersTask(
                    new OrdersTask.Spm(task.spm().meta(), task.spm().core(), new OrdersTask.Stat(stat)),
                    task.at(),
                    task.data(),
                    task.priority(),
                    task.points(),
                    task.names(),
                    task.byNumber());
        }

        @Override
        public List<OrdersTask.Point> evaluate(OrdersTask task, EvaluationContext context) throws
                Exception {
            return switch (task.spm().meta().module()) {
                case ORDERS -> Orders.taskEval(task);
            };
        }
    }

    /**
     * How the return value travels.
     */
    private static final class ResultCodec implements PayloadCodec<List<OrdersTask.Point>> {
        @Override
        public void write(List<OrdersTask.Point> returnValue, WireOut out) {
            WireFields.writeBool(out, "returnValue?", returnValue != null);
            if (returnValue != null) {
                ContainerFields.writeTuple(out, "returnValue", returnValue, OrdersTask.Codec::writePoint);
            }
        }

        @Override
        public List<OrdersTask.Point> read(WireIn in) {
            return WireFields.readBool(in, "returnValue?") ? ContainerFields.readTuple(in, "returnValue", OrdersTask.Codec::readPoint) : null;
        }
    }
}
