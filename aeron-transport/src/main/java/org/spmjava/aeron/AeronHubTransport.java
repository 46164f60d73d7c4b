package org.spmjava.aeron;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.Subscription;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import org.spmjava.core.transport.HubTransport;
import org.spmjava.core.transport.SendResult;

/**
 * The Hub's side on Aeron, with the media driver inside.
 *
 * <p>Everything runs on the thread that calls, the driver too: while {@link #doWork()} is not called, no Spoke can
 * connect, and none can send more than what its log has room for. A Spoke that does not hear of this Hub for the
 * liveness timeout gives it up. The Hub itself survives a pause of any length, without its Spokes.
 *
 * <p>Messages are handed over in a buffer that is reused for the next one, in {@linkplain java.nio.ByteOrder#BIG_ENDIAN
 * big endian} order, from position 0 to the limit; the handler may do with it what it likes. It may call all methods of
 * this object but {@link #poll}.
 *
 * <p>A Spoke that sends bytes that make no sense is treated as gone: nothing more of it is handed over, and sends to it
 * return {@link SendResult#CLOSED}.
 */
public final class AeronHubTransport implements HubTransport {

    private static final int TO_HUB_STREAM = 1;
    private static final int TO_SPOKE_STREAM_BASE = 1_000;
    private static final long LARGEST_INCARNATION = Integer.MAX_VALUE - TO_SPOKE_STREAM_BASE;
    private static final int MOVED_PER_TERM = 16;
    private static final long RETIREMENT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long REGISTRATION_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private final AeronConfiguration configuration;
    private final EmbeddedDriver driver;
    private final HubBells bells;
    private final Subscription subscription;
    private final Long2ObjectHashMap<Outbound> outbounds = new Long2ObjectHashMap<>();
    private final LongHashSet everOpened = new LongHashSet();
    private final LongHashSet awaited = new LongHashSet();
    private final Long2ObjectHashMap<Image> early = new Long2ObjectHashMap<>();
    private final Inbounds inbounds = new Inbounds();
    private final ArrayList<Outbound> pending = new ArrayList<>();
    private final ArrayList<Retired> retired = new ArrayList<>();
    private final Inbound.Listener listener = new Listener();
    private LongConsumer connected = incarnation -> {};
    private Handler handler;
    private boolean polling;
    private long movedBytes;
    private boolean closed;

    private record Retired(ExclusivePublication publication, long deadlineNs) {}

    private AeronHubTransport(AeronConfiguration configuration, int expected) {
        this.configuration = configuration;
        this.bells = new HubBells(configuration.directory(), expected);
        this.driver = startDriver();
        Subscription added = null;
        try {
            added = subscribe();
        } finally {
            if (added == null) {
                bells.close();
                driver.close();
            }
        }
        this.subscription = added;
    }

    private EmbeddedDriver startDriver() {
        try {
            return EmbeddedDriver.start(configuration, bells::create);
        } catch (RuntimeException | Error failed) {
            bells.close();
            throw failed;
        }
    }

    /**
     * Starts a media driver and connects to it.
     *
     * @param configuration where and how
     * @return without any Spoke
     * @throws java.io.UncheckedIOException if the directory cannot be used, is open to others or lacks space
     * @throws io.aeron.exceptions.AeronException if a live driver is there already, or this one cannot be started
     */
    public static AeronHubTransport start(AeronConfiguration configuration) {
        return start(configuration, 0);
    }

    /**
     * The same, for a Hub that has started Spokes ahead: they may connect before they are opened, and are heard from
     * then on.
     *
     * @param expected how many; their incarnations begin with 1
     */
    static AeronHubTransport start(AeronConfiguration configuration, int expected) {
        return new AeronHubTransport(Objects.requireNonNull(configuration, "configuration"), expected);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes twice three terms of shared memory, half of it when the Spoke connects.
     *
     * @param incarnation from 0 to 2<sup>31</sup> - 1001
     * @return for {@link AeronSpokeTransport#connect}
     * @throws IllegalArgumentException if the number is out of range or was used before
     * @throws IllegalStateException if this transport is closed
     * @throws java.io.UncheckedIOException if there is not enough space for the shared memory
     * @throws io.aeron.exceptions.AeronException if Aeron fails
     */
    @Override
    public List<String> open(long incarnation) {
        if (incarnation < 0 || incarnation > LARGEST_INCARNATION) {
            throw new IllegalArgumentException(
                    "Incarnation " + incarnation + " is not from 0 to " + LARGEST_INCARNATION);
        }
        if (isClosed()) {
            throw new IllegalStateException("The transport is closed");
        }
        if (everOpened.contains(incarnation)) {
            throw new IllegalArgumentException("Incarnation " + incarnation + " was used before");
        }
        driver.requireSpace((2 + awaited.size()) * driver.logLength());
        bells.create(incarnation);
        int stream = TO_SPOKE_STREAM_BASE + (int) incarnation;
        ExclusivePublication publication = publish(stream, sessionOf(incarnation));
        everOpened.add(incarnation);
        awaited.add(incarnation);
        outbounds.put(
                incarnation,
                new Outbound(
                        publication,
                        incarnation,
                        configuration.maxMessageLength(),
                        Thread::onSpinWait,
                        bells.ringer(incarnation)));
        Image image = early.remove(incarnation);
        if (image != null) {
            connect(image, incarnation);
        }
        return arguments(configuration, incarnation);
    }

    /**
     * What {@link #open} will return, for a process that is started before there is a driver.
     *
     * @param configuration that of the Hub's transport
     * @param incarnation the Spoke's number
     * @return for {@link AeronSpokeTransport#connect}
     */
    static List<String> arguments(AeronConfiguration configuration, long incarnation) {
        return new SpokeArguments(
                        DriverDirectory.driverIn(configuration.directory()),
                        TO_HUB_STREAM,
                        TO_SPOKE_STREAM_BASE + (int) incarnation,
                        sessionOf(incarnation),
                        incarnation,
                        configuration.maxMessageLength(),
                        configuration.livenessTimeout().toMillis(),
                        PeerLinks.termBufferLength(configuration.termBufferLength()))
                .format();
    }

    /** Each is on a stream of its own, and incarnations never come back. */
    private static int sessionOf(long incarnation) {
        return (int) incarnation;
    }

    /**
     * Sets who is told when a Spoke has connected. To be called before the first Spoke is opened.
     *
     * @param listener given the incarnation, by the thread that runs this transport
     */
    void onConnected(LongConsumer listener) {
        connected = Objects.requireNonNull(listener, "listener");
    }

    /**
     * {@inheritDoc}
     *
     * <p>The Spoke has a second to read what was sent to it before; then the memory is freed, whether it lives or not,
     * and its {@link AeronSpokeTransport#isClosed()} turns true. The rest of a message of which a part has not found
     * room yet is dropped, and the message with it.
     */
    @Override
    public void close(long incarnation) {
        Outbound outbound = outbounds.remove(incarnation);
        if (outbound != null) {
            awaited.remove(incarnation);
            retire(outbound);
            bells.remove(incarnation);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of a message that is longer than the room that is left, the remainder is copied, and sent by later calls of
     * this method and of {@link #doWork()}; until then this peer is under back pressure. A peer that has been connected
     * and is not any more is {@link SendResult#CLOSED}.
     */
    @Override
    public SendResult send(long incarnation, ByteBuffer message) {
        Outbound outbound = outbounds.get(incarnation);
        if (outbound == null) {
            Outbound.requireLength(message.remaining(), configuration.maxMessageLength());
            return SendResult.CLOSED;
        }
        boolean wasPending = outbound.isPending();
        SendResult result = outbound.send(message);
        movedBytes += message.remaining() + Frame.HEADER_LENGTH;
        if (!wasPending && outbound.isPending()) {
            pending.add(outbound);
        }
        return result;
    }

    @Override
    public void rouse(long incarnation) {
        Outbound outbound = outbounds.get(incarnation);
        if (outbound != null) {
            outbound.rouse();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Peers take turns at being the first. If the handler throws, that comes out of here at once: the message counts
     * as handed over, and all the others are still there for the next poll.
     *
     * @throws IllegalStateException if called by a handler
     */
    @Override
    public int poll(Handler handler, int limit) {
        requireNotPolling(handler);
        if (closed) {
            return 0;
        }
        this.handler = handler;
        polling = true;
        try {
            return inbounds.poll(limit);
        } finally {
            polling = false;
            this.handler = null;
            if (inbounds.takeMoved()) {
                bells.gotOn();
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if called by a handler
     */
    @Override
    public void drain(long incarnation, Handler handler) {
        requireNotPolling(handler);
        if (closed) {
            return;
        }
        this.handler = handler;
        polling = true;
        try {
            inbounds.drain(incarnation);
        } finally {
            polling = false;
            this.handler = null;
        }
    }

    private void requireNotPolling(Handler handler) {
        Objects.requireNonNull(handler, "handler");
        if (polling) {
            throw new IllegalStateException("poll was called by a handler of messages");
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Runs the media driver and this Hub's client of it, and goes on with messages that were sent in part. Parts of
     * messages that polls took since the last call count as work too, so that a loop that idles when nobody has
     * anything to do stays awake.
     */
    @Override
    public int doWork() {
        if (closed) {
            return 0;
        }
        bells.answer();
        movedBytes = 0;
        int work = driver.doWork() + inbounds.takePieces();
        for (int i = pending.size() - 1; i >= 0; i--) {
            Outbound outbound = pending.get(i);
            work += outbound.flush();
            if (!outbound.isPending()) {
                pending.remove(i);
            }
        }
        if (!retired.isEmpty()) {
            work += revokeRetired(System.nanoTime());
        }
        return work;
    }

    /**
     * {@inheritDoc}
     *
     * <p>It is when a message waits for room, when a Spoke has asked for it, and when a good part of what a log has
     * room for has been moved since: only the driver makes room.
     */
    @Override
    public boolean wantsWork() {
        return !closed
                && (movedBytes > configuration.termBufferLength() / MOVED_PER_TERM
                        || bells.isAsked()
                        || !pending.isEmpty()
                        || inbounds.hasPieces());
    }

    @Override
    public void prepareToPark() {
        bells.prepareToPark();
    }

    @Override
    public void cancelPark() {
        bells.cancelPark();
    }

    @Override
    public void park(long timeoutNs) {
        bells.park(timeoutNs);
    }

    /** How often parking ended without a ring. */
    long parkTimeouts() {
        return bells.timeouts();
    }

    @Override
    public void wake() {
        bells.wake();
    }

    @Override
    public int maxMessageLength() {
        return configuration.maxMessageLength();
    }

    /**
     * Whether this transport has ended, by {@link #close()} or because Aeron gave up: nothing can be sent or received.
     *
     * @return true for good
     */
    public boolean isClosed() {
        return closed || driver.isClosed();
    }

    /**
     * How many frames were dropped because they, or one before them from the same peer, made no sense.
     *
     * @return since the start
     */
    public long malformedFrames() {
        return inbounds.malformed();
    }

    /** {@inheritDoc} Spokes that are still connected learn of it within half a second. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            outbounds.values().forEach(Outbound::close);
            outbounds.clear();
            inbounds.clear();
            early.clear();
            pending.clear();
            retired.clear();
            bells.close();
            driver.close();
        }
    }

    private Subscription subscribe() {
        Aeron aeron = driver.aeron();
        long registration = aeron.asyncAddSubscription(
                driver.channel(), TO_HUB_STREAM, this::onAvailableImage, this::onUnavailableImage);
        long startNs = System.nanoTime();
        while (true) {
            Subscription added = aeron.getSubscription(registration);
            if (added != null) {
                return added;
            }
            awaitDriver(startNs);
        }
    }

    private ExclusivePublication publish(int stream, int session) {
        Aeron aeron = driver.aeron();
        String channel = driver.channel() + "?" + CommonContext.SESSION_ID_PARAM_NAME + "=" + session;
        long registration = aeron.asyncAddExclusivePublication(channel, stream);
        long startNs = System.nanoTime();
        while (true) {
            ExclusivePublication added = aeron.getExclusivePublication(registration);
            if (added != null) {
                return added;
            }
            awaitDriver(startNs);
        }
    }

    /** The driver answers as soon as it runs, and it runs here: a bounded wait, in fact a few rounds. */
    private void awaitDriver(long startNs) {
        driver.doWork();
        if (driver.isClosed() || System.nanoTime() - startNs > REGISTRATION_TIMEOUT_NS) {
            throw new IllegalStateException("The media driver does not answer");
        }
    }

    /** A Spoke's session is its incarnation, and the driver allows each session once. */
    private void onAvailableImage(Image image) {
        long incarnation = image.sessionId();
        if (bells.isExpected(incarnation) && !everOpened.contains(incarnation)) {
            early.put(incarnation, image);
        } else {
            connect(image, incarnation);
        }
    }

    private void connect(Image image, long incarnation) {
        awaited.remove(incarnation);
        Inbound inbound = new Inbound(image, incarnation, configuration.maxMessageLength(), listener);
        if (!everOpened.contains(incarnation)) {
            inbound.fail("this Hub has not opened it");
        }
        inbounds.add(inbound);
        connected.accept(incarnation);
    }

    /** Comes only when all has been read. The Spoke has gone for good then, since incarnations never come back. */
    private void onUnavailableImage(Image image) {
        inbounds.remove(image);
        early.remove(image.sessionId());
        endOutbound(image.sessionId());
    }

    private void endOutbound(long incarnation) {
        Outbound outbound = outbounds.get(incarnation);
        if (outbound != null) {
            outbound.close();
        }
    }

    private void retire(Outbound outbound) {
        outbound.close();
        retired.add(new Retired(outbound.publication(), System.nanoTime() + RETIREMENT_NS));
    }

    private int revokeRetired(long nowNs) {
        int revoked = 0;
        for (int i = retired.size() - 1; i >= 0; i--) {
            Retired candidate = retired.get(i);
            if (!candidate.publication().isConnected() || candidate.deadlineNs() - nowNs < 0) {
                candidate.publication().revoke();
                retired.remove(i);
                revoked++;
            }
        }
        return revoked;
    }

    private final class Listener implements Inbound.Listener {
        @Override
        public void onMessage(long incarnation, ByteBuffer message) {
            movedBytes += message.remaining() + Frame.HEADER_LENGTH;
            handler.onMessage(incarnation, message);
        }

        @Override
        public void onMalformed(long incarnation) {
            endOutbound(incarnation);
        }
    }
}
