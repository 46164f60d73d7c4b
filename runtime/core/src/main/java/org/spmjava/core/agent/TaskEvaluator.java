package org.spmjava.core.agent;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.api.value.SpmRecord;
import org.spmjava.core.communication.Door;
import org.spmjava.core.communication.Handles;
import org.spmjava.core.communication.Peers;
import org.spmjava.core.communication.Shuffle;
import org.spmjava.core.communication.ValueBuffer;
import org.spmjava.core.communication.Values;
import org.spmjava.core.message.Work;
import org.spmjava.core.spoke.SpokeEffect.Evaluate;

/** Decodes, preloads, evaluates, encodes: what a Spoke does with one task. Used by one thread. */
final class TaskEvaluator {

    private static final byte[] NOTHING = {};

    private final SpokeIdentity identity;
    private final ApiBackend backend;
    private final int maxResultLength;
    private final Ways ways;
    private final Map<String, TaskManagerDefinition<?, ?>> definitions = new HashMap<>();
    private final Wires wires = new Wires();
    private final Values values = new Values() {
        @Override
        public <T> byte[] encode(PayloadCodec<T> codec, T value) {
            return wires.encode(codec, value);
        }

        @Override
        public <T> T decode(PayloadCodec<T> codec, byte[] encoded) {
            return Wires.decode(codec, encoded);
        }

        @Override
        public ValueBuffer buffer() {
            return new Wires();
        }
    };
    private Kept kept;

    /** What the tasks of a decentralized aggregate returned here, combined. */
    private record Kept(int command, Object value) {}

    /** Told of a task's way from offline to online, if it preloads. */
    interface Progress {
        void preloading();

        void online();
    }

    TaskEvaluator(SpokeIdentity identity, ApiBackend backend, int maxResultLength, Ways ways) {
        this.identity = identity;
        this.backend = backend;
        this.maxResultLength = maxResultLength;
        this.ways = ways;
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

    /** Of a command that is over, nothing is kept. */
    void forget(int command) {
        if (kept != null && kept.command <= command) {
            kept = null;
        }
    }

    private <P, R> byte[] evaluate(TaskManagerDefinition<P, R> definition, Evaluate task, Progress progress)
            throws TaskFailure {
        if (task.task().work() == Work.COMBINE) {
            return online(() -> wires.encode(definition.resultCodec(), combine(definition, task)));
        }
        P payload = load(definition, task, progress);
        return online(() -> {
            R value = evaluate(definition, payload, task);
            if (task.task().work() == Work.KEEP) {
                keep(definition, task.task().command(), value);
                return NOTHING;
            }
            return wires.encode(definition.resultCodec(), value);
        });
    }

    private <P> P load(TaskManagerDefinition<P, ?> definition, Evaluate task, Progress progress) throws TaskFailure {
        try {
            P payload = Wires.decode(definition.payloadCodec(), task.task().payload());
            TaskMeta meta = definition.meta(payload);
            if (meta.preloads()) {
                progress.preloading();
                preload(meta);
                progress.online();
            }
            Peers peers = ways.peers(task.task().command());
            int rank = peers == null ? task.rank() : peers.rank();
            return definition.placed(payload, identity.host(), identity.whoAmI(rank));
        } catch (Throwable thrown) {
            throw TaskFailure.loading(thrown);
        }
    }

    private byte[] online(Callable<byte[]> work) throws TaskFailure {
        try {
            byte[] result;
            Standing.spokeGoesOnline();
            try {
                result = work.call();
            } finally {
                Standing.spokeGoesOffline();
            }
            if (result.length > maxResultLength) {
                throw new IllegalArgumentException("the return value takes " + result.length + " bytes; at most "
                        + maxResultLength + " can be sent");
            }
            return result;
        } catch (Throwable thrown) {
            throw TaskFailure.evaluating(thrown);
        }
    }

    private <P, R> R evaluate(TaskManagerDefinition<P, R> definition, P payload, Evaluate task) throws Exception {
        Door door = new Door();
        try {
            return definition.evaluate(
                    payload, new Context(definition, task.task().command(), door));
        } finally {
            door.close();
        }
    }

    private <R> void keep(TaskManagerDefinition<?, R> definition, int command, R value) throws Exception {
        Objects.requireNonNull(value, "the return value");
        R before = kept(command);
        kept = new Kept(command, before == null ? value : definition.reduce(before, value));
    }

    private <R> R combine(TaskManagerDefinition<?, R> definition, Evaluate task) throws Exception {
        int command = task.task().command();
        Door door = new Door();
        try {
            R own = kept(command);
            kept = null;
            return Shuffle.combine(definition, own, door, values, ways.peers(command));
        } finally {
            door.close();
        }
    }

    /** A command has one definition, and so what is kept of it has one type. */
    @SuppressWarnings("unchecked")
    private <R> R kept(int command) {
        return kept == null || kept.command != command ? null : (R) kept.value;
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
        private final int command;
        private final Door door;
        private HubLink handle;

        private Context(TaskManagerDefinition<?, ?> definition, int command, Door door) {
            this.definition = definition;
            this.command = command;
            this.door = door;
        }

        @Override
        public SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) throws Exception {
            return backend.apply(api, arguments);
        }

        @Override
        public <H extends HubLink> H handle(Class<H> type) {
            Optional<Class<?>> allowed = Compatibility.row(
                            definition.pattern(), definition.policy(), definition.grain())
                    .flatMap(Compatibility.Row::handle);
            if (!allowed.filter(type::equals).isPresent()) {
                throw new SPMInvariantViolation(
                        type.getSimpleName() + " in " + definition.signature(),
                        allowed.map(Class::getSimpleName).orElse("no communication"),
                        definition.pattern() + ", " + definition.policy() + ", " + definition.grain());
            }
            if (handle == null) {
                handle = Handles.make(type, door, ways, values, ways.peers(command));
            }
            return type.cast(handle);
        }
    }
}
