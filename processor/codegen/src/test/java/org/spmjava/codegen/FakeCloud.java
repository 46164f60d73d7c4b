package org.spmjava.codegen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.WireType;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.TaskRef;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/** A cloud without Spokes: whatever would travel is encoded and decoded, and evaluated where it is. */
public final class FakeCloud implements VirtualCloud, EvaluationContext {

    /** What the last managed closure told of itself. */
    public TaskManagerDefinition<?, ?> definition;

    /** Every payload that was pushed, as it was. */
    public final List<Object> pushed = new ArrayList<>();

    /** The same payloads after their travel. */
    public final List<Object> arrived = new ArrayList<>();

    private HubLink online;

    /** For every task of a DAG the tasks that it needs. */
    public final List<List<Integer>> needed = new ArrayList<>();

    @Override
    public <P, R> ManagerHandle<P, R> define(TaskManagerDefinition<P, R> defined, StatusCallback<P, R> onStatus) {
        definition = defined;
        return new Handle<>(defined, onStatus);
    }

    /** A link to the handlers of the manager that is online; beyond it there are no other tasks. */
    @Override
    public <H extends HubLink> H handle(Class<H> type) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "rank" -> 0;
                    case "size" -> 1;
                    case "toString" -> type.getSimpleName();
                    default -> {
                        try {
                            yield method.invoke(online, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
        return type.cast(proxy);
    }

    /** Answers with what it was asked. */
    @Override
    public SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) {
        return new SpmRecord(Map.of("api", Mixed.of(api.name()), "arguments", Mixed.of(arguments)));
    }

    static <T> T travel(PayloadCodec<T> codec, T value) {
        Bytes<byte[]> out = Bytes.allocateElasticOnHeap();
        codec.write(value, WireType.BINARY_LIGHT.apply(out));
        Bytes<byte[]> in = Bytes.wrapForRead(out.toByteArray());
        T read = codec.read(WireType.BINARY_LIGHT.apply(in));
        if (in.readRemaining() > 0) {
            throw new AssertionError(in.readRemaining() + " bytes were written and not read");
        }
        return read;
    }

    private final class Handle<P, R> implements ManagerHandle<P, R> {
        private final FakeHub<P> hub = new FakeHub<>();
        private final List<R> returned = new ArrayList<>();
        private boolean stopped;
        private final TaskManagerDefinition<P, R> defined;
        private final StatusCallback<P, R> onStatus;
        private final List<P> tasks = new ArrayList<>();

        Handle(TaskManagerDefinition<P, R> defined, StatusCallback<P, R> onStatus) {
            this.defined = defined;
            this.onStatus = onStatus;
        }

        @Override
        public void push(P payload) {
            P travelled = travel(defined.payloadCodec(), payload);
            pushed.add(payload);
            arrived.add(travelled);
            tasks.add(travelled);
        }

        @Override
        public TaskRef pushAfter(P payload, List<TaskRef> predecessors) {
            push(payload);
            needed.add(predecessors.stream().map(TaskRef::index).toList());
            int index = tasks.size() - 1;
            return () -> index;
        }

        @Override
        public void pushRepeated(P payload, int repetitions) {
            for (int i = 0; i < repetitions; i++) {
                push(payload);
            }
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public <Q, A> void onAsk(RequestReply<Q, A> what, AskHandler<P, Q, A> handler) {
            hub.onAsk(what, handler);
        }

        @Override
        public <T> void onTell(Channel<T> what, TellHandler<P, T> handler) {
            hub.onTell(what, handler);
        }

        @Override
        public Optional<R> aggregate() {
            try {
                Optional<R> aggregate = Optional.empty();
                for (R value : returned) {
                    aggregate = Optional.of(aggregate.isEmpty() ? value : defined.reduce(aggregate.get(), value));
                }
                return aggregate;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Conclusion manage(
                Pool pool,
                SpokeCount nSpokesMin,
                SpokeCount nSpokesMax,
                Timeout timeoutWaitForSpokes,
                Timeout timeoutExecution)
                throws Exception {
            online = hub;
            returned.clear();
            for (P task : tasks) {
                if (stopped) {
                    break;
                }
                P placed = defined.placed(task, "host", "spoke-0.1");
                hub.runs(placed);
                R received = travel(defined.resultCodec(), defined.evaluate(placed, FakeCloud.this));
                returned.add(received);
                String label = defined.meta(placed).label();
                Status<P, R> status = new Status<>(tasks.indexOf(task), placed, label, received);
                P concluded = defined.concluded(placed, status);
                onStatus.onStatus(new Status<>(status.index(), concluded, label, received));
            }
            tasks.clear();
            return new Conclusion(
                    1,
                    defined.signature(),
                    defined.pattern(),
                    defined.policy(),
                    defined.grain(),
                    List.of(),
                    Set.of(),
                    Duration.ZERO,
                    List.of());
        }
    }

    private record Status<P, R>(int index, P task, String label, R returnValue) implements TaskStatus<P, R> {
        @Override
        public Verdict verdict() {
            return Verdict.RETURNED;
        }

        @Override
        public Optional<SPMTaskError> exception() {
            return Optional.empty();
        }

        @Override
        public Optional<SpokeIdentity> spoke() {
            return Optional.empty();
        }

        @Override
        public Duration duration() {
            return Duration.ZERO;
        }
    }

    @Override
    public Pool intraAll() {
        return null;
    }

    @Override
    public Pool intraOnePerServer() {
        return null;
    }

    @Override
    public Pool inter() {
        return null;
    }

    @Override
    public Pool interOnePerServer() {
        return null;
    }

    @Override
    public void observe(SessionObserver observer) {}

    @Override
    public String explain(int task) {
        return "";
    }

    @Override
    public void close() {}
}
