package org.spmjava.core.communication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Communicator;

/**
 * The handle of general grain.
 *
 * <p>Broadcasts and reductions go along binomial trees, the barrier is that of D. Hensgen, R. Finkel and U. Manber,
 * <i>Two algorithms for barrier synchronization</i>, 1988 (dissemination): so each takes a number of steps that grows
 * with the logarithm of the number of tasks.
 */
class DefaultCommunicator extends DefaultHubLink implements Communicator {

    private static final byte[] NOTHING = {};

    private final Courier courier;

    DefaultCommunicator(Door door, HubLine line, Values values, Peers peers) {
        super(door, line, values);
        this.courier = new Courier(peers, values);
    }

    @Override
    public final int rank() {
        return courier.rank();
    }

    @Override
    public final int size() {
        return courier.size();
    }

    @Override
    public final <T> void send(int to, Channel<T> channel, T value) {
        door().pass(Operation.SEND, channel.signature());
        Objects.checkIndex(to, size());
        Step step = new Step(Operation.SEND, 0, 0, channel.signature());
        courier.send(to, step, channel.codec(), require(value));
    }

    @Override
    public final <T> T receive(int from, Channel<T> channel) {
        door().pass(Operation.RECEIVE, channel.signature());
        Objects.checkIndex(from, size());
        Step step = new Step(Operation.RECEIVE, 0, 0, channel.signature());
        return courier.takeValue(from, step, channel.codec());
    }

    @Override
    public final <T> Optional<T> poll(int from, Channel<T> channel) {
        door().pass(Operation.POLL, channel.signature());
        Objects.checkIndex(from, size());
        Step step = new Step(Operation.POLL, 0, 0, channel.signature());
        return courier.pollValue(from, step, channel.codec());
    }

    @Override
    public final <T> T broadcast(int root, Channel<T> channel, T value) {
        Objects.checkIndex(root, size());
        Step step = begin(Operation.BROADCAST, root, channel.signature());
        if (rank() == root) {
            spread(step, root, courier.parcel(step, channel.codec(), require(value)));
            return value;
        }
        return courier.read(spread(step, root, null), channel.codec());
    }

    @Override
    public final void barrier() {
        Step step = begin(Operation.BARRIER, 0, "");
        int size = size();
        for (long distance = 1; distance < size; distance *= 2) {
            courier.send((int) ((rank() + distance) % size), step, NOTHING);
            courier.take((int) ((rank() + size - distance) % size), step);
        }
    }

    @Override
    public final <T> List<T> exchange(Channel<T> channel, List<T> values) {
        if (values.size() != size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for " + size() + " tasks: there must be one for each");
        }
        return exchange(begin(Operation.EXCHANGE, 0, channel.signature()), channel.codec(), values);
    }

    /** Each begins with its neighbour, so that they do not all send to the same one. */
    final <T> List<T> exchange(Step step, PayloadCodec<T> codec, List<T> values) {
        int size = size();
        for (int distance = 0; distance < size; distance++) {
            int to = (int) (((long) rank() + distance) % size);
            courier.send(to, step, codec, require(values.get(to)));
        }
        List<T> received = new ArrayList<>(size);
        for (int from = 0; from < size; from++) {
            received.add(courier.take(from, step, codec));
        }
        return Collections.unmodifiableList(received);
    }

    @Override
    public final <T> Optional<T> reduce(int root, Channel<T> channel, T value, BinaryOperator<T> operator) {
        Objects.checkIndex(root, size());
        Step step = begin(Operation.REDUCE, root, channel.signature());
        T result = gather(step, channel.codec(), value, operator);
        if (root == 0) {
            return Optional.ofNullable(result);
        }
        // The tree of the ranks' order ends at 0.
        if (rank() == 0) {
            courier.send(root, step, channel.codec(), result);
        }
        return rank() == root ? Optional.of(courier.take(0, step, channel.codec())) : Optional.empty();
    }

    @Override
    public final <T> T allReduce(Channel<T> channel, T value, BinaryOperator<T> operator) {
        Step step = begin(Operation.ALL_REDUCE, 0, channel.signature());
        T result = gather(step, channel.codec(), value, operator);
        if (result != null) {
            spread(step, 0, courier.parcel(step, channel.codec(), result));
            return result;
        }
        return courier.read(spread(step, 0, null), channel.codec());
    }

    @Override
    public final <T> Optional<List<T>> aggregateRank(int root, Channel<T> channel, T value) {
        Objects.checkIndex(root, size());
        Step step = begin(Operation.AGGREGATE_RANK, root, channel.signature());
        courier.send(root, step, channel.codec(), require(value));
        if (rank() != root) {
            return Optional.empty();
        }
        List<T> gathered = new ArrayList<>(size());
        for (int from = 0; from < size(); from++) {
            gathered.add(courier.take(from, step, channel.codec()));
        }
        return Optional.of(Collections.unmodifiableList(gathered));
    }

    final Step begin(Operation operation, int argument, String signature) {
        door().pass(operation, signature);
        return courier.begin(operation, argument, signature);
    }

    final Courier courier() {
        return courier;
    }

    /** Down a binomial tree, from the root, which alone has it. */
    private Parcel spread(Step step, int root, Parcel ofRoot) {
        int size = size();
        int place = Math.floorMod(rank() - root, size);
        Parcel parcel = ofRoot;
        long distance = 1;
        while (distance < size && (place & distance) == 0) {
            distance *= 2;
        }
        if (distance < size) {
            parcel = courier.take(rankAt(place - distance, root), step);
        }
        for (distance /= 2; distance > 0; distance /= 2) {
            if (place + distance < size) {
                courier.send(rankAt(place + distance, root), step, parcel);
            }
        }
        return parcel;
    }

    private int rankAt(long place, int root) {
        return (int) ((place + root) % size());
    }

    /** Up a binomial tree, neighbours with neighbours, to rank 0; null on the others. */
    private <T> T gather(Step step, PayloadCodec<T> codec, T ownValue, BinaryOperator<T> operator) {
        T value = Objects.requireNonNull(ownValue, "value");
        for (long distance = 1; distance < size(); distance *= 2) {
            if ((rank() & distance) != 0) {
                courier.send((int) (rank() - distance), step, codec, value);
                return null;
            }
            if (rank() + distance < size()) {
                T right = courier.take((int) (rank() + distance), step, codec);
                value = Objects.requireNonNull(operator.apply(value, right), "the operator's result");
            }
        }
        return value;
    }

    private static <T> T require(T value) {
        return Objects.requireNonNull(value, "value");
    }
}
