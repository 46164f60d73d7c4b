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
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;

/**
 * The manager of {@code task<template>} in {@code Darts.spmtype}, line 1: evaluated by {@link Darts}.
 *
 * <p>Pattern {@link Pattern#TEMPLATE}, policy {@link Policy#REPEAT}, grain {@link Grain#COARSE}.
 */
@Generated("org.spmjava.processor.SpmProcessor")
public final class DartsManager {
    private final ManagerHandle<DartsTask, Void> handle;

    private DartsManager(ManagerHandle<DartsTask, Void> handle) {
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
    public static DartsManager define(VirtualCloud cloud,
            StatusCallback<DartsTask, Void> onStatus) {
        return new DartsManager(cloud.define(new Definition(), onStatus));
    }

    /**
     * Stage 0: begins a task, which {@code push()} of its last stage adds.
     *
     * @return the first stage
     */
    public DartsTask.LabelStage task() {
        return DartsTask.stages(handle::pushRepeated);
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
     * What the runtime knows of the manager of {@code task<template>} in {@code Darts.spmtype}, line 1.
     */
    public static final class Definition implements TaskManagerDefinition<DartsTask, Void> {
        /**
         * For the runtime: a Spoke makes an instance of its own.
         */
        public Definition() {
        }

        @Override
        public String signature() {
            return "demo.Darts#signature::Darts";
        }

        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }

        @Override
        public Policy policy() {
            return Policy.REPEAT;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public long fingerprint() {
            return 0x0c6c2a3dfefd748fL;
        }

        @Override
        public PayloadCodec<DartsTask> payloadCodec() {
            return new DartsTask.Codec();
        }

        @Override
        public PayloadCodec<Void> resultCodec() {
            return new ResultCodec();
        }

        @Override
        public TaskMeta meta(DartsTask task) {
            DartsTask.Meta meta = task.spm().meta();
            return new TaskMeta(meta.label(), meta.timeout(), false, false, List.of(), List.of());
        }

        @Override
        public DartsTask placed(DartsTask task, String nameHost, String whoAmI) {
            return task;
        }

        @Override
        public Void evaluate(DartsTask task, EvaluationContext context) throws Exception {
            switch (task.spm().meta().module()) {
                case DARTS -> Darts.taskEval(task);
            }
            return null;
        }
    }

    /**
     * How the return value travels: there is none.
     */
    private static final class ResultCodec implements PayloadCodec<Void> {
        @Override
        public void write(Void returnValue, WireOut out) {
        }

        @Override
        public Void read(WireIn in) {
            return null;
        }
    }
}
