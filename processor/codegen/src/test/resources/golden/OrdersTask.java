package demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.TaskStat;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.ArrayFields;
import org.spmjava.api.closure.ContainerFields;
import org.spmjava.api.closure.Copies;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.Snippets;
import org.spmjava.api.closure.WireFields;

/**
 * A task of {@code task<list>} in {@code Orders.spmtype}, line 8.
 *
 * @param spm what SPM.Java itself knows of the task
 * @param at {@code scalar<Point> at = deferred}, line 18
 * @param data {@code scalar<bytes> data = None}, line 19
 * @param priority {@code scalar<Priority> priority = HIGH}, line 20
 * @param points {@code tuple<Point> points = None}, line 21
 * @param names {@code tuple<string> names = None}, line 22
 * @param byNumber {@code dict<int,Priority> byNumber = None}, line 23
 */
@Generated("org.spmjava.processor.SpmProcessor")
public record OrdersTask(OrdersTask.Spm spm, OrdersTask.Point at, Optional<byte[]> data,
        OrdersTask.Priority priority, List<OrdersTask.Point> points, List<String> names,
        Map<Integer, OrdersTask.Priority> byNumber) {
    /**
     * Refuses null and copies what is mutable.
     */
    public OrdersTask {
        Objects.requireNonNull(spm, "spm");
        Objects.requireNonNull(at, "at");
        data = data.map(byte[]::clone);
        Objects.requireNonNull(priority, "priority");
        points = List.copyOf(points);
        names = List.copyOf(names);
        byNumber = Copies.dict(byNumber);
    }

    @Override
    public Optional<byte[]> data() {
        return data.map(byte[]::clone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrdersTask that
                && this.spm.equals(that.spm)
                && this.at.equals(that.at)
                && Arrays.equals(this.data.orElse(null), that.data.orElse(null))
                && this.priority.equals(that.priority)
                && this.points.equals(that.points)
                && this.names.equals(that.names)
                && this.byNumber.equals(that.byNumber);
    }

    @Override
    public int hashCode() {
        return Objects.hash(spm, at, Arrays.hashCode(data.orElse(null)), priority, points, names, byNumber);
    }

    /**
     * Begins a task that its last stage gives to {@code sink}.
     */
    static LabelStage stages(Consumer<OrdersTask> sink) {
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
     * What the user tells of the task: {@code struct meta} of {@code task<list>} in {@code Orders.spmtype}, line 8.
     *
     * @param label {@code scalar<stringSnippet> label = deferred}, line 11
     * @param module {@code scalar<module> module = deferred}, line 12
     * @param timeout {@code scalar<timeout> timeout = 10000000000ns}, line 13
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
     * What concerns the task's Spoke: {@code struct core} of {@code task<list>} in {@code Orders.spmtype}, line 8.
     */
    public record Core() {
    }

    /**
     * How the task ended: {@code struct stat} of {@code task<list>} in {@code Orders.spmtype}, line 8.
     *
     * @param told whom the accessors ask
     */
    public record Stat(TaskStat<List<Point>> told) {
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
         * {@code spm.stat.returnValue}: {@code tuple<Point> returnValue = None}, line 16.
         *
         * @return what the task returned
         * @throws org.spmjava.api.error.SPMTaskError if it did not return
         * @throws org.spmjava.api.error.SPMInvariantViolation if it has not ended
         */
        public List<Point> returnValue() {
            return told.returnValue();
        }
    }

    /**
     * The evaluators among which {@code spm.meta.module} chooses.
     */
    public enum Module {
        /**
         * {@link Orders#taskEval(OrdersTask)}.
         */
        ORDERS
    }

    /**
     * {@code struct Point} in {@code Orders.spmtype}, line 7.
     *
     * @param x {@code scalar<double> x = deferred}, line 7
     * @param y {@code scalar<double> y = 0.5}, line 7
     * @param weights {@code scalar<int[]> weights = None}, line 7
     */
    public record Point(double x, double y, Optional<int[]> weights) {
        /**
         * Refuses null and copies what is mutable.
         */
        public Point {
            weights = weights.map(int[]::clone);
        }

        @Override
        public Optional<int[]> weights() {
            return weights.map(int[]::clone);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point that
                    && Double.compare(this.x, that.x) == 0
                    && Double.compare(this.y, that.y) == 0
                    && Arrays.equals(this.weights.orElse(null), that.weights.orElse(null));
        }

        @Override
        public int hashCode() {
            return Objects.hash(x, y, Arrays.hashCode(weights.orElse(null)));
        }

        /**
         * With what must be set; the rest begins as the typedef says.
         *
         * @param x {@code scalar<double> x = deferred}, line 7
         * @return the struct
         */
        public static Point of(double x) {
            return new Point(x, 0.5, Optional.empty());
        }

        /**
         * The same with another {@code y}.
         *
         * @param y {@code scalar<double> y = 0.5}, line 7
         * @return the changed struct
         */
        public Point withY(double y) {
            return new Point(this.x, y, this.weights);
        }

        /**
         * The same with another {@code weights}.
         *
         * @param weights {@code scalar<int[]> weights = None}, line 7
         * @return the changed struct
         */
        public Point withWeights(int[] weights) {
            return new Point(this.x, this.y, Optional.of(weights.clone()));
        }
    }

    /**
     * {@code enum Priority} in {@code Orders.spmtype}, line 2.
     *
     * <p>How fast it must be.
     */
    public enum Priority {
        /**
         * Line 4.
         *
         * <p>Whenever there is time.
         */
        LOW,

        /**
         * Line 5.
         */
        HIGH
    }

    /**
     * The stage that sets {@code spm.meta.label}; see {@code Orders.spmtype}, line 11.
     */
    public interface LabelStage {
        /**
         * Sets {@code spm.meta.label}.
         *
         * @param label {@code scalar<stringSnippet> label = deferred}, line 11
         * @return the next stage
         * @throws IllegalArgumentException if a snippet has 35 characters or more
         */
        ModuleStage label(String label);
    }

    /**
     * The stage that sets {@code spm.meta.module}; see {@code Orders.spmtype}, line 12.
     */
    public interface ModuleStage {
        /**
         * Sets {@code spm.meta.module}.
         *
         * @param module {@code scalar<module> module = deferred}, line 12
         * @return the next stage
         */
        AtStage module(Module module);
    }

    /**
     * The stage that sets {@code at}; see {@code Orders.spmtype}, line 18.
     */
    public interface AtStage {
        /**
         * Sets {@code at}.
         *
         * @param at {@code scalar<Point> at = deferred}, line 18
         * @return the next stage
         */
        PushStage at(Point at);
    }

    /**
     * The last stage: every deferred field is set.
     */
    public interface PushStage {
        /**
         * Sets {@code spm.meta.timeout}.
         *
         * @param timeout {@code scalar<timeout> timeout = 10000000000ns}, line 13
         * @return this stage
         */
        PushStage timeout(Timeout timeout);

        /**
         * Sets {@code data}.
         *
         * @param data {@code scalar<bytes> data = None}, line 19
         * @return this stage
         */
        PushStage data(byte[] data);

        /**
         * Sets {@code priority}.
         *
         * @param priority {@code scalar<Priority> priority = HIGH}, line 20
         * @return this stage
         */
        PushStage priority(Priority priority);

        /**
         * Sets {@code points}.
         *
         * @param points {@code tuple<Point> points = None}, line 21
         * @return this stage
         */
        PushStage points(List<Point> points);

        /**
         * Sets {@code names}.
         *
         * @param names {@code tuple<string> names = None}, line 22
         * @return this stage
         */
        PushStage names(List<String> names);

        /**
         * Sets {@code byNumber}.
         *
         * @param byNumber {@code dict<int,Priority> byNumber = None}, line 23
         * @return this stage
         */
        PushStage byNumber(Map<Integer, Priority> byNumber);

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
            AtStage,
            PushStage {
        private final Consumer<OrdersTask> sink;

        private String label;

        private Module module;

        private Timeout timeout = Timeout.afterSeconds(10L);

        private Point at;

        private Optional<byte[]> data = Optional.empty();

        private Priority priority = Priority.HIGH;

        private List<Point> points = List.of();

        private List<String> names = List.of();

        private Map<Integer, Priority> byNumber = Map.of();

        Stages(Consumer<OrdersTask> sink) {
            this.sink = sink;
        }

        @Override
        public ModuleStage label(String label) {
            this.label = Snippets.check("label", label);
            return this;
        }

        @Override
        public AtStage module(Module module) {
            this.module = Objects.requireNonNull(module, "module");
            return this;
        }

        @Override
        public PushStage at(Point at) {
            this.at = Objects.requireNonNull(at, "at");
            return this;
        }

        @Override
        public PushStage timeout(Timeout timeout) {
            this.timeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        @Override
        public PushStage data(byte[] data) {
            this.data = Optional.of(data.clone());
            return this;
        }

        @Override
        public PushStage priority(Priority priority) {
            this.priority = Objects.requireNonNull(priority, "priority");
            return this;
        }

        @Override
        public PushStage points(List<Point> points) {
            this.points = List.copyOf(points);
            return this;
        }

        @Override
        public PushStage names(List<String> names) {
            this.names = List.copyOf(names);
            return this;
        }

        @Override
        public PushStage byNumber(Map<Integer, Priority> byNumber) {
            this.byNumber = Copies.dict(byNumber);
            return this;
        }

        @Override
        public void push() {
            sink.accept(new OrdersTask(
                    new Spm(
                            new Meta(label, module, timeout),
                            new Core(),
                            Stat.PENDING),
                    at,
                    data,
                    priority,
                    points,
                    names,
                    byNumber));
        }
    }

    /**
     * How the payload travels: every field in the order of the typedef.
     */
    static final class Codec implements PayloadCodec<OrdersTask> {
        @Override
        public void write(OrdersTask task, WireOut out) {
            Meta meta = task.spm().meta();
            WireFields.writeText(out, "label", meta.label());
            WireFields.writeEnum(out, "module", meta.module());
            WireFields.writeTimeout(out, "timeout", meta.timeout());
            Codec.writePoint(out, "at", task.at());
            ContainerFields.writeOptional(out, "data", task.data(), WireFields::writeBytes);
            WireFields.writeEnum(out, "priority", task.priority());
            ContainerFields.writeTuple(out, "points", task.points(), Codec::writePoint);
            ContainerFields.writeTuple(out, "names", task.names(), WireFields::writeText);
            ContainerFields.writeDict(out, "byNumber", task.byNumber(), Object::toString, WireFields::writeEnum);
        }

        @Override
        public OrdersTask read(WireIn in) {
            // Arguments are evaluated from left to right: in the order in which they were written.
            return new OrdersTask(
                    new Spm(
                            new Meta(
                                    WireFields.readText(in, "label"),
                                    WireFields.readEnum(in, "module", Module.class),
                                    WireFields.readTimeout(in, "timeout")),
                            new Core(),
                            Stat.PENDING),
                    Codec.readPoint(in, "at"),
                    ContainerFields.readOptional(in, "data", WireFields::readBytes),
                    WireFields.readEnum(in, "priority", Priority.class),
                    ContainerFields.readTuple(in, "points", Codec::readPoint),
                    ContainerFields.readTuple(in, "names", WireFields::readText),
                    ContainerFields.readDict(in, "byNumber", Integer::valueOf, (wire, field) -> WireFields.readEnum(wire, field, Priority.class)));
        }

        static void writePoint(WireOut out, String name, Point struct) {
            WireFields.writeInt(out, name, 3);
            WireFields.writeDouble(out, "x", struct.x());
            WireFields.writeDouble(out, "y", struct.y());
            ContainerFields.writeOptional(out, "weights", struct.weights(), ArrayFields::writeInts);
        }

        static Point readPoint(WireIn in, String name) {
            WireFields.readInt(in, name);
            return new Point(
                    WireFields.readDouble(in, "x"),
                    WireFields.readDouble(in, "y"),
                    ContainerFields.readOptional(in, "weights", ArrayFields::readInts));
        }
    }
}
