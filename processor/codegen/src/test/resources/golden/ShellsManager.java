package demo;

import java.util.List;
import java.util.Optional;
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
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.value.SpmRecord;

/**
 * The manager of {@code task<template>} in {@code Shell.spmtype}, line 1: applied by the Spoke's backend to the API that each task names.
 *
 * <p>Pattern {@link Pattern#TEMPLATE}, policy {@link Policy#ONCE}, grain {@link Grain#COARSE}.
 */
@Generated("org.spmjava.processor.SpmProcessor")
public final class ShellsManager {
    private final ManagerHandle<ShellsTask, SpmRecord> handle;

    private ShellsManager(ManagerHandle<ShellsTask, SpmRecord> handle) {
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
    public static ShellsManager define(VirtualCloud cloud,
            StatusCallback<ShellsTask, SpmRecord> onStatus) {
        return new ShellsManager(cloud.define(new Definition(), onStatus));
    }

    /**
     * Stage 0: begins a task, which {@code push()} of its last stage adds.
     *
     * @return the first stage
     */
    public ShellsTask.LabelStage task() {
        return ShellsTask.stages(handle::push);
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
     * What the runtime knows of the manager of {@code task<template>} in {@code Shell.spmtype}, line 1.
     */
    public static final class Definition implements TaskManagerDefinition<ShellsTask, SpmRecord> {
        /**
         * For the runtime: a Spoke makes an instance of its own.
         */
        public Definition() {
        }

        @Override
        public String signature() {
            return "demo.Shells#signature::Shells";
        }

        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }

        @Override
        public Policy policy() {
            return Policy.ONCE;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public long fingerprint() {
            return 0xc65a0720486931e2L;
        }

        @Override
        public PayloadCodec<ShellsTask> payloadCodec() {
            return new ShellsTask.Codec();
        }

        @Override
        public PayloadCodec<SpmRecord> resultCodec() {
            return new ResultCodec();
        }

        @Override
        public TaskMeta meta(ShellsTask task) {
            ShellsTask.Meta meta = task.spm().meta();
            ShellsTask.Core core = task.spm().core();
            return new TaskMeta(
                    meta.label(),
                    meta.timeout(),
                    core.relaunchPre().orElse(false),
                    core.relaunchPost().orElse(false),
                    List.of(),
                    List.of());
        }

        @Override
        public ShellsTask placed(ShellsTask task, String nameHost, String whoAmI) {
            ShellsTask.Core core = task.spm().core();
            ShellsTask.Core placed = new ShellsTask.Core(
                    core.relaunchPre(),
                    core.relaunchPost(),
                    Optional.of(nameHost),
                    Optional.of(whoAmI));
            return new ShellsTask(new ShellsTask.Spm(task.spm().meta(), placed, task.spm().stat()));
        }

        @Override
        public ShellsTask concluded(ShellsTask task, TaskStat<SpmRecord> stat) {
            return new ShellsTask(
                    new ShellsTask.Spm(task.spm().meta(), task.spm().core(), new ShellsTask.Stat(stat)));
        }

        @Override
        public SpmRecord evaluate(ShellsTask task, EvaluationContext context) throws Exception {
            ShellsTask.Meta meta = task.spm().meta();
            return context.apply(meta.api(), meta.apiArgs());
        }
    }

    /**
     * How the return value travels.
     */
    private static final class ResultCodec implements PayloadCodec<SpmRecord> {
        @Override
        public void write(SpmRecord returnValue, WireOut out) {
            WireFields.writeRecord(out, "returnValue", returnValue);
        }

        @Override
        public SpmRecord read(WireIn in) {
            return WireFields.readRecord(in, "returnValue");
        }
    }
}
