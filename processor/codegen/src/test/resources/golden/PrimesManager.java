package demo;

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

/**
 * The manager of {@code task<list>} in {@code Primes.spmtype}, line 3: evaluated by {@link Primes}.
 *
 * <p>Pattern {@link Pattern#LIST}, policy {@link Policy#ISOLATED}, grain {@link Grain#COARSE}.
 *
 * <p>Counts primes. Trial division, half-open buckets.
 */
@Generated("org.spmjava.processor.SpmProcessor")
public final class PrimesManager {
    private final ManagerHandle<PrimesTask, Long> handle;

    private PrimesManager(ManagerHandle<PrimesTask, Long> handle) {
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
    public static PrimesManager define(VirtualCloud cloud,
            StatusCallback<PrimesTask, Long> onStatus) {
        return new PrimesManager(cloud.define(new Definition(), onStatus));
    }

    /**
     * Stage 0: begins a task, which {@code push()} of its last stage adds.
     *
     * @return the first stage
     */
    public PrimesTask.LabelStage task() {
        return PrimesTask.stages(handle::push);
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
     * What the runtime knows of the manager of {@code task<list>} in {@code Primes.spmtype}, line 3.
     */
    public static final class Definition implements TaskManagerDefinition<PrimesTask, Long> {
        /**
         * For the runtime: a Spoke makes an instance of its own.
         */
        public Definition() {
        }

        @Override
        public String signature() {
            return "demo.Primes#signature::Primes";
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
            return 0x6f3d43f917ea6187L;
        }

        @Override
        public PayloadCodec<PrimesTask> payloadCodec() {
            return new PrimesTask.Codec();
        }

        @Override
        public PayloadCodec<Long> resultCodec() {
            return new ResultCodec();
        }

        @Override
        public TaskMeta meta(PrimesTask task) {
            PrimesTask.Meta meta = task.spm().meta();
            PrimesTask.Core core = task.spm().core();
            return new TaskMeta(
                    meta.label(),
                    meta.timeout(),
                    core.relaunchPre().orElse(false),
                    core.relaunchPost().orElse(false),
                    meta.path(),
                    meta.modulePreload());
        }

        @Override
        public PrimesTask placed(PrimesTask task, String nameHost, String whoAmI) {
            PrimesTask.Core core = task.spm().core();
            PrimesTask.Core placed = new PrimesTask.Core(
                    core.relaunchPre(),
                    core.relaunchPost(),
                    Optional.of(nameHost),
                    Optional.of(whoAmI));
            return new PrimesTask(
                    new PrimesTask.Spm(task.spm().meta(), placed, task.spm().stat()),
                    task.nMin(),
                    task.nMax());
        }

        @Override
        public PrimesTask concluded(PrimesTask task, TaskStat<Long> stat) {
            return new PrimesTask(
                    new PrimesTask.Spm(task.spm().meta(), task.spm().core(), new PrimesTask.Stat(stat)),
                    task.nMin(),
                    task.nMax());
        }

        @Override
        public Long evaluate(PrimesTask task, EvaluationContext context) throws Exception {
            return switch (task.spm().meta().module()) {
                case PRIMES -> Primes.taskEval(task);
            };
        }
    }

    /**
     * How the return value travels.
     */
    private static final class ResultCodec implements PayloadCodec<Long> {
        @Override
        public void write(Long returnValue, WireOut out) {
            WireFields.writeLong(out, "returnValue", returnValue);
        }

        @Override
        public Long read(WireIn in) {
            return WireFields.readLong(in, "returnValue");
        }
    }
}
