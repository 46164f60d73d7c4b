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
import org.spmjava.api.value.ModuleRef;
import org.spmjava.core.spoke.SpokeEffect.Evaluate;

/** Decodes, preloads, evaluates, encodes: what a Spoke does with one task. Used by one thread. */
final class TaskEvaluator {

    private final SpokeIdentity identity;
    private final EvaluationContext context;
    private final int maxResultLength;
    private final Map<String, TaskManagerDefinition<?, ?>> definitions = new HashMap<>();
    private final Wires wires = new Wires();

    /** Told of a task's way from offline to online, if it preloads. */
    interface Progress {
        void preloading();

        void online();
    }

    TaskEvaluator(SpokeIdentity identity, EvaluationContext context, int maxResultLength) {
        this.identity = identity;
        this.context = context;
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
            return evaluate(load(task), task.task().payload(), progress);
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

    private <P, R> byte[] evaluate(TaskManagerDefinition<P, R> definition, byte[] encoded, Progress progress)
            throws TaskFailure {
        P payload;
        try {
            payload = Wires.decode(definition.payloadCodec(), encoded);
            TaskMeta meta = definition.meta(payload);
            if (meta.preloads()) {
                progress.preloading();
                preload(meta);
                progress.online();
            }
            payload = definition.placed(payload, identity.host(), identity.whoAmI());
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
            return definition.evaluate(payload, context);
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
}
