package demo;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.TaskStat;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.ContainerFields;
import org.spmjava.api.closure.Copies;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.Snippets;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/**
 * A task of {@code task<template>} in {@code Shell.spmtype}, line 1.
 *
 * @param spm what SPM.Java itself knows of the task
 */
@Generated("org.spmjava.processor.SpmProcessor")
public record ShellsTask(ShellsTask.Spm spm) {
    /**
     * Refuses null and copies what is mutable.
     */
    public ShellsTask {
        Objects.requireNonNull(spm, "spm");
    }

    /**
     * Begins a task that its last stage gives to {@code sink}.
     */
    static LabelStage stages(Consumer<ShellsTask> sink) {
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
     * What the user tells of the task: {@code struct meta} of {@code task<template>} in {@code Shell.spmtype}, line 1.
     *
     * @param label {@code scalar<stringSnippet> label = deferred}, line 4
     * @param api {@code scalar<ApiMethod> api = deferred}, line 5
     * @param apiArgs {@code dict<string,mixed> apiArgs = deferred}, line 6
     * @param timeout {@code scalar<timeout> timeout = deferred}, line 7
     */
    public record Meta(String label, Api<?, ?> api, Map<String, Mixed> apiArgs, Timeout timeout) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Meta {
            Snippets.check("label", label);
            Objects.requireNonNull(api, "api");
            apiArgs = Copies.dict(apiArgs);
            Objects.requireNonNull(timeout, "timeout");
        }
    }

    /**
     * What concerns the task's Spoke: {@code struct core} of {@code task<template>} in {@code Shell.spmtype}, line 1.
     *
     * @param relaunchPre {@code scalar<bool> relaunchPre = None}, line 10
     * @param relaunchPost {@code scalar<bool> relaunchPost = None}, line 11
     * @param nameHost {@code scalar<auto> nameHost = None}, line 12; filled in where the task runs
     * @param whoAmI {@code scalar<auto> whoAmI = None}, line 13; filled in where the task runs
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
     * How the task ended: {@code struct stat} of {@code task<template>} in {@code Shell.spmtype}, line 1.
     *
     * @param told whom the accessors ask
     */
    public record Stat(TaskStat<SpmRecord> told) {
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
         * {@code spm.stat.exception}: {@code scalar<auto> exception = None}, line 16.
         *
         * @return why the task did not return; empty if it did, or has not ended
         */
        public Optional<SPMTaskError> exception() {
            return told.exception();
        }

        /**
         * {@code spm.stat.returnValue}: {@code scalar<record> returnValue = None}, line 17.
         *
         * @return what the task returned
         * @throws org.spmjava.api.error.SPMTaskError if it did not return
         * @throws org.spmjava.api.error.SPMInvariantViolation if it has not ended
         */
        public SpmRecord returnValue() {
            return told.returnValue();
        }
    }

    /**
     * The stage that sets {@code spm.meta.label}; see {@code Shell.spmtype}, line 4.
     */
    public interface LabelStage {
        /**
         * Sets {@code spm.meta.label}.
         *
         * @param label {@code scalar<stringSnippet> label = deferred}, line 4
         * @return the next stage
         * @throws IllegalArgumentException if a snippet has 35 characters or more
         */
        ApiStage label(String label);
    }

    /**
     * The stage that sets {@code spm.meta.api}; see {@code Shell.spmtype}, line 5.
     */
    public interface ApiStage {
        /**
         * Sets {@code spm.meta.api}.
         *
         * @param api {@code scalar<ApiMethod> api = deferred}, line 5
         * @param <A> the type of the API's arguments
         * @return the next stage
         */
        <A> ApiArgsStage<A> api(Api<A, ?> api);
    }

    /**
     * The stage that sets {@code spm.meta.apiArgs}; see {@code Shell.spmtype}, line 6.
     *
     * @param <A> the type of the API's arguments
     */
    public interface ApiArgsStage<A> {
        /**
         * Sets {@code spm.meta.apiArgs}.
         *
         * @param apiArgs {@code dict<string,mixed> apiArgs = deferred}, line 6
         * @return the next stage
         */
        TimeoutStage apiArgs(A apiArgs);
    }

    /**
     * The stage that sets {@code spm.meta.timeout}; see {@code Shell.spmtype}, line 7.
     */
    public interface TimeoutStage {
        /**
         * Sets {@code spm.meta.timeout}.
         *
         * @param timeout {@code scalar<timeout> timeout = deferred}, line 7
         * @return the next stage
         */
        PushStage timeout(Timeout timeout);
    }

    /**
     * The last stage: every deferred field is set.
     */
    public interface PushStage {
        /**
         * Sets {@code spm.core.relaunchPre}.
         *
         * @param relaunchPre {@code scalar<bool> relaunchPre = None}, line 10
         * @return this stage
         */
        PushStage relaunchPre(boolean relaunchPre);

        /**
         * Sets {@code spm.core.relaunchPost}.
         *
         * @param relaunchPost {@code scalar<bool> relaunchPost = None}, line 11
         * @return this stage
         */
        PushStage relaunchPost(boolean relaunchPost);

        /**
         * Makes a snapshot of the task the one that the next {@code manage} hands to its Spokes.
         *
         * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if there is such a task already
         */
        void push();
    }

    /**
     * All stages at once: what is set when, only their types tell.
     */
    private static final class Stages implements LabelStage,
            ApiStage,
            TimeoutStage,
            PushStage {
        private final Consumer<ShellsTask> sink;

        private String label;

        private Api<?, ?> api;

        private Map<String, Mixed> apiArgs;

        private Timeout timeout;

        private Optional<Boolean> relaunchPre = Optional.empty();

        private Optional<Boolean> relaunchPost = Optional.empty();

        Stages(Consumer<ShellsTask> sink) {
            this.sink = sink;
        }

        @Override
        public ApiStage label(String label) {
            this.label = Snippets.check("label", label);
            return this;
        }

        @Override
        public <A> ApiArgsStage<A> api(Api<A, ?> api) {
            Objects.requireNonNull(api, "api");
            return arguments -> {
                this.api = api;
                this.apiArgs = api.toDict(arguments);
                return this;
            };
        }

        @Override
        public PushStage timeout(Timeout timeout) {
            this.timeout = Objects.requireNonNull(timeout, "timeout");
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
            sink.accept(new ShellsTask(
                    new Spm(
                            new Meta(label, api, apiArgs, timeout),
                            new Core(relaunchPre, relaunchPost, Optional.empty(), Optional.empty()),
                            Stat.PENDING)));
        }
    }

    /**
     * How the payload travels: every field in the order of the typedef.
     */
    static final class Codec implements PayloadCodec<ShellsTask> {
        @Override
        public void write(ShellsTask task, WireOut out) {
            Meta meta = task.spm().meta();
            WireFields.writeText(out, "label", meta.label());
            WireFields.writeText(out, "api", meta.api().name());
            ContainerFields.writeDict(out, "apiArgs", meta.apiArgs(), WireFields::writeMixed);
            WireFields.writeTimeout(out, "timeout", meta.timeout());
            Core core = task.spm().core();
            ContainerFields.writeOptional(out, "relaunchPre", core.relaunchPre(), WireFields::writeBool);
            ContainerFields.writeOptional(out, "relaunchPost", core.relaunchPost(), WireFields::writeBool);
        }

        @Override
        public ShellsTask read(WireIn in) {
            // Arguments are evaluated from left to right: in the order in which they were written.
            return new ShellsTask(
                    new Spm(
                            new Meta(
                                    WireFields.readText(in, "label"),
                                    Api.named(WireFields.readText(in, "api")),
                                    ContainerFields.readDict(in, "apiArgs", WireFields::readMixed),
                                    WireFields.readTimeout(in, "timeout")),
                            new Core(
                                    ContainerFields.readOptional(in, "relaunchPre", WireFields::readBool),
                                    ContainerFields.readOptional(in, "relaunchPost", WireFields::readBool),
                                    Optional.empty(),
                                    Optional.empty()),
                            Stat.PENDING));
        }
    }
}
