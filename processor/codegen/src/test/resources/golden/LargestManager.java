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
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;

/**
 * The manager of {@code task<aggregate>} in {@code Largest.spmtype}, line 3: evaluated by {@link Largest}.
 *
 * <p>Pattern {@link Pattern#AGGREGATE}, policy {@link Policy#CENTRALIZED}, grain {@link Grain#LIMITED}.
 *
 * <p>Counts primes. Trial division, half-open buckets.
 */
@Generated("org.spmjava.processor.SpmProcessor")
public final class LargestManager {
    private final ManagerHandle<LargestTask, Long> handle;

    private LargestManager(ManagerHandle<LargestTask, Long> handle) {
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
    public static LargestManager define(VirtualCloud cloud,
            StatusCallback<LargestTask, Long> onStatus) {
        return new LargestManager(cloud.define(new Definition(), onStatus));
    }

    /**
     * Stage 0: begins a task, which {@code push()} of its last stage adds.
     *
     * @return the first stage
     */
    public LargestTask.LabelStage task() {
        return LargestTask.stages(handle::push);
    }

    /**
     * Declares who answers a question of tasks; stays so for every {@code manage}.
     *
     * @param what the question
     * @param handler called on the Hub, online, in the thread that manages
     * @param <Q> the questions' type
     * @param <A> the answers' type
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if there is a handler for that signature
     */
    public <Q, A> void onAsk(RequestReply<Q, A> what, AskHandler<LargestTask, Q, A> handler) {
        handle.onAsk(what, handler);
    }

    /**
     * Declares who processes a message of tasks; stays so for every {@code manage}.
     *
     * @param what the message
     * @param handler called on the Hub, online, in the thread that manages
     * @param <T> the messages' type
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if there is a handler for that signature
     */
    public <T> void onTell(Channel<T> what, TellHandler<LargestTask, T> handler) {
        handle.onTell(what, handler);
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
     * What the tasks of the last {@code manage} returned, combined by {@code taskReduce}.
     *
     * @return the aggregate, or empty if there was no task
     * @throws org.spmjava.api.error.SPMTaskError of the first task that did not return
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, after {@code manage}
     */
    public Optional<Long> aggregate() {
        return handle.aggregate();
    }

    /**
     * What the runtime knows of the manager of {@code task<aggregate>} in {@code Largest.spmtype}, line 3.
     */
    public static final class Definition implements TaskManagerDefinition<LargestTask, Long> {
        /**
         * For the runtime: a Spoke makes an instance of its own.
         */
        public Definition() {
        }

        @Override
        public String signature() {
            return "demo.Largest#signature::Largest";
        }

        @Override
        public Pattern pattern() {
            return Pattern.AGGREGATE;
        }

        @Override
        public Policy policy() {
            return Policy.CENTRALIZED;
        }

        @Override
        public Grain grain() {
            return Grain.LIMITED;
        }

        @Override
        public long fingerprint() {
            return 0xf93d1f42e8d89f86L;
        }

        @Override
        public PayloadCodec<LargestTask> payloadCodec() {
            return new LargestTask.Codec();
        }

        @Override
        public PayloadCodec<Long> resultCodec() {
            return new ResultCodec();
        }

        @Override
        public TaskMeta meta(LargestTask task) {
            LargestTask.Meta meta = task.spm().meta();
            LargestTask.Core core = task.spm().core();
            return new TaskMeta(
                    meta.label(),
                    meta.timeout(),
                    core.relaunchPre().orElse(false),
                    core.relaunchPost().orElse(false),
                    meta.path(),
                    meta.modulePreload());
        }

        @Override
        public LargestTask placed(LargestTask task, String nameHost, String whoAmI) {
            LargestTask.Core core = task.spm().core();
            LargestTask.Core placed = new LargestTask.Core(
                    core.relaunchPre(),
                    core.relaunchPost(),
                    Optional.of(nameHost),
                    Optional.of(whoAmI));
            return new LargestTask(
                    new LargestTask.Spm(task.spm().meta(), placed, task.spm().stat()),
                    task.nMin(),
                    task.nMax());
        }

        @Override
        public LargestTask concluded(LargestTask task, TaskStat<Long> stat) {
            return new LargestTask(
                    new LargestTask.Spm(task.spm().meta(), task.spm().core(), new LargestTask.Stat(stat)),
                    task.nMin(),
                    task.nMax());
        }

        @Override
        public Long evaluate(LargestTask task, EvaluationContext context) throws Exception {
            return switch (task.spm().meta().module()) {
                case LARGEST -> Largest.taskEval(task, context.handle(HubLink.class));
            };
        }

        @Override
        public Long reduce(Long left, Long right) throws Exception {
            return Largest.taskReduce(left, right);
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
