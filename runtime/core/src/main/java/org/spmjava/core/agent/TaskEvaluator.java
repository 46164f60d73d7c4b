package org.spmjava.core.agent;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.api.value.SpmRecord;
import org.spmjava.core.spoke.SpokeEffect.Evaluate;

/** Decodes, preloads, evaluates, encodes: what a Spoke does with one task. Used by one thread. */
final class TaskEvaluator {

    private final SpokeIdentity identity;
    private final ApiBackend backend;
    private final int maxResultLength;
    private final Map<String, TaskManagerDefinition<?, ?>> definitions = new HashMap<>();
    private final Wires wires = new Wires();

    /** Told of a task's way from offline to online, if it preloads. */
    interface Progress {
        void preloading();

        void online();
    }

    TaskEvaluator(SpokeIdentity identity, ApiBackend backend, int maxResultLength) {
        this.identity = identity;
        this.backend = backend;
        this.maxResultLength = maxResultLength;
    }

    /**
     * Evaluates a task.
     *
     * @return the encoded return value
     * @throws TaskFailure whatever went wrong
     */
    byte[] evaluate(Evaluate task, Progress progress) throws TaskFailure {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        try {
            return evaluate(load(task), task, progress);
        } finally {
            // The next task is loaded by it.
            thread.setContextClassLoader(loader);
        }
    }

    private TaskManagerDefinition<?, ?> load(Evaluate task) throws TaskFailure {
        try {
            return definition(task.definition(), task.fingerprint());
        } catch (Throwable thrown) {
            throw TaskFailure.loading(thrown);
        }
    }

    private <P, R> byte[] evaluate(TaskManagerDefinition<P, R> definition, Evaluate task, Progress progress)
            throws TaskFailure {
        P payload;
        try {
            payload = Wires.decode(definition.payloadCodec(), task.task().payload());
            TaskMeta meta = definition.meta(payload);
            if (meta.preloads()) {
                progress.preloading();
                preload(meta);
                progress.online();
            }
            payload = definition.placed(payload, identity.host(), identity.whoAmI(task.rank()));
        } catch (Throwable thrown) {
            throw TaskFailure.loading(thrown);
        }
        try {
            byte[] result = wires.encode(definition.resultCodec(), evaluateOnline(definition, payload));
            if (result.length > maxResultLength) {
                throw new IllegalArgumentException("the return value takes " + result.length + " bytes; at most "
                        + maxResultLength + " can be sent");
            }
            return result;
        } catch (Throwable thrown) {
            throw TaskFailure.evaluating(thrown);
        }
    }

    private <P, R> R evaluateOnline(TaskManagerDefinition<P, R> definition, P payload) throws Exception {
        Standing.spokeGoesOnline();
        try {
            return definition.evaluate(payload, new Context(definition));
        } finally {
            Standing.spokeGoesOffline();
        }
    }

    private static void preload(TaskMeta meta) throws Exception {
        for (String path : meta.path()) {
            if (!Files.isReadable(Path.of(path))) {
                throw new NoSuchFileException(path, null, "named in spm.meta.path, but not readable on this Spoke");
            }
        }
        for (ModuleRef module : meta.modulePreload()) {
            Class.forName(module.className(), true, Thread.currentThread().getContextClassLoader());
        }
    }

    private TaskManagerDefinition<?, ?> definition(String className, long fingerprint)
            throws ReflectiveOperationException {
        TaskManagerDefinition<?, ?> known = definitions.get(className);
        if (known == null) {
            // Not initialised before its type is known: the Hub names a class, but only definitions are ever made.
            Class<?> named =
                    Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            if (!TaskManagerDefinition.class.isAssignableFrom(named)) {
                throw new IllegalArgumentException(className + " is not a task manager's definition");
            }
            known = named.asSubclass(TaskManagerDefinition.class)
                    .getDeclaredConstructor()
                    .newInstance();
            definitions.put(className, known);
        }
        if (known.fingerprint() != fingerprint) {
            throw new IllegalStateException("the Hub and this Spoke were compiled from different typedefs of "
                    + known.signature() + ": build both from the same sources");
        }
        return known;
    }

    /** What one evaluation may ask for. */
    private final class Context implements EvaluationContext {

        private final TaskManagerDefinition<?, ?> definition;

        private Context(TaskManagerDefinition<?, ?> definition) {
            this.definition = definition;
        }

        @Override
        public SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) throws Exception {
            return backend.apply(api, arguments);
        }

        @Override
        public <H extends HubLink> H handle(Class<H> type) {
            throw new SPMInvariantViolation(
                    type.getSimpleName() + " in " + definition.signature(),
                    "a grain that enables communication",
                    definition.pattern() + ", " + definition.policy() + ", " + definition.grain());
        }
    }
}
