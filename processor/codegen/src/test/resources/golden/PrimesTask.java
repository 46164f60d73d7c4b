package demo;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.TaskStat;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.ContainerFields;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.Snippets;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.api.value.ModuleRef;

/**
 * A task of {@code task<list>} in {@code Primes.spmtype}, line 3.
 *
 * <p>Counts primes. Trial division, half-open buckets.
 *
 * @param spm what SPM.Java itself knows of the task
 * @param nMin {@code scalar<long> nMin = deferred}, line 24: The first number that is looked at.
 * @param nMax {@code scalar<long> nMax = deferred}, line 25
 */
@Generated("org.spmjava.processor.SpmProcessor")
public record PrimesTask(PrimesTask.Spm spm, long nMin, long nMax) {
    /**
     * Refuses null and copies what is mutable.
     */
    public PrimesTask {
        Objects.requireNonNull(spm, "spm");
    }

    /**
     * Begins a task that its last stage gives to {@code sink}.
     */
    static LabelStage stages(Consumer<PrimesTask> sink) {
        return new Stages(sink);
    }

    /**
     * What SPM.Java itself knows of the task: {@code struct spm}.
     *
     * @param meta what the user tells of the task
     * @param core what concerns the task's Spoke
     * @param stat how the task ended
     */
    public record Spm(Meta meta, Core core, Stat stat) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Spm {
            Objects.requireNonNull(meta, "meta");
            Objects.requireNonNull(core, "core");
            Objects.requireNonNull(stat, "stat");
        }
    }

    /**
     * What the user tells of the task: {@code struct meta} of {@code task<list>} in {@code Primes.spmtype}, line 3.
     *
     * @param label {@code scalar<stringSnippet> label = deferred}, line 6
     * @param path {@code tuple<path> path = None}, line 7
     * @param modulePreload {@code tuple<module> modulePreload = None}, line 8
     * @param module {@code scalar<module> module = deferred}, line 9
     * @param timeout {@code scalar<timeout> timeout = deferred}, line 10
     */
    public record Meta(String label, List<String> path, List<ModuleRef> modulePreload,
            Module module, Timeout timeout) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Meta {
            Snippets.check("label", label);
            path = List.copyOf(path);
            modulePreload = List.copyOf(modulePreload);
            Objects.requireNonNull(module, "module");
            Objects.requireNonNull(timeout, "timeout");
        }
    }

    /**
     * What concerns the task's Spoke: {@code struct core} of {@code task<list>} in {@code Primes.spmtype}, line 3.
     *
     * @param relaunchPre {@code scalar<bool> relaunchPre = None}, line 13
     * @param relaunchPost {@code scalar<bool> relaunchPost = None}, line 14
     * @param nameHost {@code scalar<auto> nameHost = None}, line 15; filled in where the task runs
     * @param whoAmI {@code scalar<auto> whoAmI = None}, line 16; filled in where the task runs
     */
    public record Core(Optional<Boolean> relaunchPre, Optional<Boolean> relaunchPost,
            Optional<String> nameHost, Optional<String> whoAmI) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Core {
            Objects.requireNonNull(relaunchPre, "relaunchPre");
            Objects.requireNonNull(relaunchPost, "relaunchPost");
            Objects.requireNonNull(nameHost, "nameHost");
            Objects.requireNonNull(whoAmI, "whoAmI");
        }
    }

    /**
     * How the task ended: {@code struct stat} of {@code task<list>} in {@code Primes.spmtype}, line 3.
     *
     * @param told whom the accessors ask
     */
    public record Stat(TaskStat<Long> told) {
        /**
         * Of a task that has not ended.
         */
        public static final Stat PENDING = new Stat(TaskStat.pending());

        /**
         * Refuses null and copies what is mutable.
         */
        public Stat {
            Objects.requireNonNull(told, "told");
        }

        /**
         * {@code spm.stat.exception}: {@code scalar<auto> exception = None}, line 19.
         *
         * @return why the task did not return; empty if it did, or has not ended
         */
        public Optional<SPMTaskError> exception() {
            return told.exception();
        }

        /**
         * {@code spm.stat.returnValue}: {@code scalar<auto> returnValue = None}, line 20.
         *
         * @return what the task returned
         * @throws org.spmjava.api.error.SPMTaskError if it did not return
         * @throws org.spmjava.api.error.SPMInvariantViolation if it has not ended
         */
        public Long returnValue() {
            return told.returnValue();
        }
    }

    /**
     * The evaluators among which {@code spm.meta.module} chooses.
     */
    public enum Module {
        /**
         * {@link Primes#taskEval(PrimesTask)}.
         */
        PRIMES
    }

    /**
     * The stage that sets {@code spm.meta.label}; see {@code Primes.spmtype}, line 6.
     */
    public interface LabelStage {
        /**
         * Sets {@code spm.meta.label}.
         *
         * @param label {@code scalar<stringSnippet> label = deferred}, line 6
         * @return the next stage
         * @throws IllegalArgumentException if a snippet has 35 characters or more
         */
        ModuleStage label(String label);
    }

    /**
     * The stage that sets {@code spm.meta.module}; see {@code Primes.spmtype}, line 9.
     */
    public interface ModuleStage {
        /**
         * Sets {@code spm.meta.module}.
         *
         * @param module {@code scalar<module> module = deferred}, line 9
         * @return the next stage
         */
        TimeoutStage module(Module module);
    }

    /**
     * The stage that sets {@code spm.meta.timeout}; see {@code Primes.spmtype}, line 10.
     */
    public interface TimeoutStage {
        /**
         * Sets {@code spm.meta.timeout}.
         *
         * @param timeout {@code scalar<timeout> timeout = deferred}, line 10
         * @return the next stage
         */
        NMinStage timeout(Timeout timeout);
    }

    /**
     * The stage that sets {@code nMin}; see {@code Primes.spmtype}, line 24.
     */
    public interface NMinStage {
        /**
         * Sets {@code nMin}.
         *
         * @param nMin {@code scalar<long> nMin = deferred}, line 24: The first number that is looked at.
         * @return the next stage
         */
        NMaxStage nMin(long nMin);
    }

    /**
     * The stage that sets {@code nMax}; see {@code Primes.spmtype}, line 25.
     */
    public interface NMaxStage {
        /**
         * Sets {@code nMax}.
         *
         * @param nMax {@code scalar<long> nMax = deferred}, line 25
         * @return the next stage
         */
        PushStage nMax(long nMax);
    }

    /**
     * The last stage: every deferred field is set.
     */
    public interface PushStage {
        /**
         * Sets {@code spm.meta.path}.
         *
         * @param path {@code tuple<path> path = None}, line 7
         * @return this stage
         */
        PushStage path(String... path);

        /**
         * Sets {@code spm.meta.modulePreload}.
         *
         * @param modulePreload {@code tuple<module> modulePreload = None}, line 8
         * @return this stage
         */
        PushStage modulePreload(Class<?>... modulePreload);

        /**
         * Sets {@code spm.core.relaunchPre}.
         *
         * @param relaunchPre {@code scalar<bool> relaunchPre = None}, line 13
         * @return this stage
         */
        PushStage relaunchPre(boolean relaunchPre);

        /**
         * Sets {@code spm.core.relaunchPost}.
         *
         * @param relaunchPost {@code scalar<bool> relaunchPost = None}, line 14
         * @return this stage
         */
        PushStage relaunchPost(boolean relaunchPost);

        /**
         * Adds a snapshot of the task to those that the next {@code manage} takes. May be called again, for one more.
         *
         * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline
         */
        void push();
    }

    /**
     * All stages at once: what is set when, only their types tell.
     */
    private static final class Stages implements LabelStage,
            ModuleStage,
            TimeoutStage,
            NMinStage,
            NMaxStage,
            PushStage {
        private final Consumer<PrimesTask> sink;

        private String label;

        private List<String> path = List.of();

        private List<ModuleRef> modulePreload = List.of();

        private Module module;

        private Timeout timeout;

        private Optional<Boolean> relaunchPre = Optional.empty();

        private Optional<Boolean> relaunchPost = Optional.empty();

        private long nMin;

        private long nMax;

        Stages(Consumer<PrimesTask> sink) {
            this.sink = sink;
        }

        @Override
        public ModuleStage label(String label) {
            this.label = Snippets.check("label", label);
            return this;
        }

        @Override
        public TimeoutStage module(Module module) {
            this.module = Objects.requireNonNull(module, "module");
            return this;
        }

        @Override
        public NMinStage timeout(Timeout timeout) {
            this.timeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        @Override
        public NMaxStage nMin(long nMin) {
            this.nMin = nMin;
            return this;
        }

        @Override
        public PushStage nMax(long nMax) {
            this.nMax = nMax;
            return this;
        }

        @Override
        public PushStage path(String... path) {
            this.path = List.of(path);
            return this;
        }

        @Override
        public PushStage modulePreload(Class<?>... modulePreload) {
            this.modulePreload = Arrays.stream(modulePreload).map(ModuleRef::of).toList();
            return this;
        }

        @Override
        public PushStage relaunchPre(boolean relaunchPre) {
            this.relaunchPre = Optional.of(relaunchPre);
            return this;
        }

        @Override
        public PushStage relaunchPost(boolean relaunchPost) {
            this.relaunchPost = Optional.of(relaunchPost);
            return this;
        }

        @Override
        public void push() {
            sink.accept(new PrimesTask(
                    new Spm(
                            new Meta(label, path, modulePreload, module, timeout),
                            new Core(relaunchPre, relaunchPost, Optional.empty(), Optional.empty()),
                            Stat.PENDING),
                    nMin,
                    nMax));
        }
    }

    /**
     * How the payload travels: every field in the order of the typedef.
     */
    static final class Codec implements PayloadCodec<PrimesTask> {
        @Override
        public void write(PrimesTask task, WireOut out) {
            Meta meta = task.spm().meta();
            WireFields.writeText(out, "label", meta.label());
            ContainerFields.writeTuple(out, "path", meta.path(), WireFields::writeText);
            ContainerFields.writeTuple(out, "modulePreload", meta.modulePreload(), WireFields::writeModule);
            WireFields.writeEnum(out, "module", meta.module());
            WireFields.writeTimeout(out, "timeout", meta.timeout());
            Core core = task.spm().core();
            ContainerFields.writeOptional(out, "relaunchPre", core.relaunchPre(), WireFields::writeBool);
            ContainerFields.writeOptional(out, "relaunchPost", core.relaunchPost(), WireFields::writeBool);
            WireFields.writeLong(out, "nMin", task.nMin());
            WireFields.writeLong(out, "nMax", task.nMax());
        }

        @Override
        public PrimesTask read(WireIn in) {
            // Arguments are evaluated from left to right: in the order in which they were written.
            return new PrimesTask(
                    new Spm(
                            new Meta(
                                    WireFields.readText(in, "label"),
                                    ContainerFields.readTuple(in, "path", WireFields::readText),
                                    ContainerFields.readTuple(in, "modulePreload", WireFields::readModule),
                                    WireFields.readEnum(in, "module", Module.class),
                                    WireFields.readTimeout(in, "timeout")),
                            new Core(
                                    ContainerFields.readOptional(in, "relaunchPre", WireFields::readBool),
                                    ContainerFields.readOptional(in, "relaunchPost", WireFields::readBool),
                                    Optional.empty(),
                                    Optional.empty()),
                            Stat.PENDING),
                    WireFields.readLong(in, "nMin"),
                    WireFields.readLong(in, "nMax"));
        }
    }
}
