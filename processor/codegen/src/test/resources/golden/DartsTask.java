package demo;

import java.util.Objects;
import java.util.function.ObjIntConsumer;
import javax.annotation.processing.Generated;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.Snippets;
import org.spmjava.api.closure.WireFields;

/**
 * A task of {@code task<template>} in {@code Darts.spmtype}, line 1.
 *
 * @param spm what SPM.Java itself knows of the task
 */
@Generated("org.spmjava.processor.SpmProcessor")
public record DartsTask(DartsTask.Spm spm) {
    /**
     * Refuses null and copies what is mutable.
     */
    public DartsTask {
        Objects.requireNonNull(spm, "spm");
    }

    /**
     * Begins a task that its last stage gives to {@code sink}.
     */
    static LabelStage stages(ObjIntConsumer<DartsTask> sink) {
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
     * What the user tells of the task: {@code struct meta} of {@code task<template>} in {@code Darts.spmtype}, line 1.
     *
     * @param label {@code scalar<stringSnippet> label = deferred}, line 4
     * @param module {@code scalar<module> module = deferred}, line 5
     * @param timeout {@code scalar<timeout> timeout = deferred}, line 6
     */
    public record Meta(String label, Module module, Timeout timeout) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Meta {
            Snippets.check("label", label);
            Objects.requireNonNull(module, "module");
            Objects.requireNonNull(timeout, "timeout");
        }
    }

    /**
     * What concerns the task's Spoke: {@code struct core} of {@code task<template>} in {@code Darts.spmtype}, line 1.
     */
    public record Core() {
    }

    /**
     * How the task ended: {@code struct stat} of {@code task<template>} in {@code Darts.spmtype}, line 1.
     */
    public record Stat() {
        /**
         * Of a task that has not ended.
         */
        public static final Stat PENDING = new Stat();
    }

    /**
     * The evaluators among which {@code spm.meta.module} chooses.
     */
    public enum Module {
        /**
         * {@link Darts#taskEval(DartsTask)}.
         */
        DARTS
    }

    /**
     * The stage that sets {@code spm.meta.label}; see {@code Darts.spmtype}, line 4.
     */
    public interface LabelStage {
        /**
         * Sets {@code spm.meta.label}.
         *
         * @param label {@code scalar<stringSnippet> label = deferred}, line 4
         * @return the next stage
         * @throws IllegalArgumentException if a snippet has 35 characters or more
         */
        ModuleStage label(String label);
    }

    /**
     * The stage that sets {@code spm.meta.module}; see {@code Darts.spmtype}, line 5.
     */
    public interface ModuleStage {
        /**
         * Sets {@code spm.meta.module}.
         *
         * @param module {@code scalar<module> module = deferred}, line 5
         * @return the next stage
         */
        TimeoutStage module(Module module);
    }

    /**
     * The stage that sets {@code spm.meta.timeout}; see {@code Darts.spmtype}, line 6.
     */
    public interface TimeoutStage {
        /**
         * Sets {@code spm.meta.timeout}.
         *
         * @param timeout {@code scalar<timeout> timeout = deferred}, line 6
         * @return the next stage
         */
        PushStage timeout(Timeout timeout);
    }

    /**
     * The last stage: every deferred field is set.
     */
    public interface PushStage {
        /**
         * Makes a snapshot of the task the one that the next {@code manage} hands to its Spokes.
         *
         * @param repetitions how many evaluations there are, of all Spokes together, unless {@code stop} comes first; at least 1
         * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if there is such a task already
         * @throws IllegalArgumentException if there are no repetitions
         */
        void push(int repetitions);
    }

    /**
     * All stages at once: what is set when, only their types tell.
     */
    private static final class Stages implements LabelStage,
            ModuleStage,
            TimeoutStage,
            PushStage {
        private final ObjIntConsumer<DartsTask> sink;

        private String label;

        private Module module;

        private Timeout timeout;

        Stages(ObjIntConsumer<DartsTask> sink) {
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
        public PushStage timeout(Timeout timeout) {
            this.timeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        @Override
        public void push(int repetitions) {
            sink.accept(new DartsTask(
                    new Spm(
                            new Meta(label, module, timeout),
                            new Core(),
                            Stat.PENDING)), repetitions);
        }
    }

    /**
     * How the payload travels: every field in the order of the typedef.
     */
    static final class Codec implements PayloadCodec<DartsTask> {
        @Override
        public void write(DartsTask task, WireOut out) {
            Meta meta = task.spm().meta();
            WireFields.writeText(out, "label", meta.label());
            WireFields.writeEnum(out, "module", meta.module());
            WireFields.writeTimeout(out, "timeout", meta.timeout());
        }

        @Override
        public DartsTask read(WireIn in) {
            // Arguments are evaluated from left to right: in the order in which they were written.
            return new DartsTask(
                    new Spm(
                            new Meta(
                                    WireFields.readText(in, "label"),
                                    WireFields.readEnum(in, "module", Module.class),
                                    WireFields.readTimeout(in, "timeout")),
                            new Core(),
                            Stat.PENDING));
        }
    }
}
