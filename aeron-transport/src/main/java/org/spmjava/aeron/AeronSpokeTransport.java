package org.spmjava.aeron;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.Subscription;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.agrona.concurrent.NoOpLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.transport.SendResult;
import org.spmjava.core.transport.SpokeTransport;

/**
 * A Spoke's side on Aeron: a client of the Hub's media driver, linked through it with other Spokes of that Hub.
 *
 * <p>{@link #doWork()} keeps it alive. If that is not called for the liveness timeout, because this process was stopped
 * or busy, the Hub has given it up, and {@link #isClosed()} turns true with the next call of any method that moves
 * messages; the same happens when the Hub has closed this incarnation, has ended, or is not heard of for that long.
 * From then on nothing is sent or received, and nothing throws. What was sent before still reaches the Hub.
 *
 * <p>Messages are handed over in a buffer that is reused for the next one, in {@linkplain java.nio.ByteOrder#BIG_ENDIAN
 * big endian} order, from position 0 to the limit; the handler may do with it what it likes. It may call all methods of
 * this object but {@link #poll} and {@link #pollPeers}.
 */
public final class AeronSpokeTransport implements SpokeTransport {

    private static final Logger LOG = LoggerFactory.getLogger(AeronSpokeTransport.class);
    private static final String CNC_FILE = "cnc.dat";
    private static final long LONGEST_UNSETTLED_PARK_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long DRIVER_POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_KEEP_ALIVE_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final SpokeArguments arguments;
    private final long livenessTimeoutNs;
    private final Aeron aeron;
    private final long publicationId;
    private final long subscriptionId;
    private final PeerLinks peers;
    private final Ringer hub;
    private final Doorbell doorbell;
    private final Inbound.Listener listener = new Listener();
    private Outbound outbound;
    private Subscription subscription;
    private Inbound inbound;
    private Handler handler;
    private long lastWorkNs;
    private final long connectedNs;
    private int pieces;
    private boolean registered;
    private boolean polling;
    private boolean ended;
    private boolean closed;
    /** Whether all is there that was asked for, so that whatever comes rings. */
    private volatile boolean settled;

    private AeronSpokeTransport(SpokeArguments arguments) {
        this.arguments = arguments;
        this.livenessTimeoutNs = TimeUnit.MILLISECONDS.toNanos(arguments.livenessTimeoutMs());
        this.aeron = Aeron.connect(context(arguments, livenessTimeoutNs));
        BellFiles bells = BellFiles.around(arguments.directory());
        this.hub = Ringer.at(bells, BellFiles.hub());
        this.doorbell = Doorbell.of(bells, BellFiles.spoke(arguments.incarnation()));
        boolean asked = false;
        try {
            this.publicationId = aeron.asyncAddExclusivePublication(toHub(arguments), arguments.toHubStream());
            this.subscriptionId = aeron.asyncAddSubscription(
                    toSpoke(arguments), arguments.toSpokeStream(), this::onAvailableImage, this::onUnavailableImage);
            this.peers = new PeerLinks(aeron, arguments, livenessTimeoutNs, hub);
            asked = true;
        } finally {
            if (!asked) {
                CloseHelper.quietClose(aeron);
            }
        }
        this.connectedNs = System.nanoTime();
        this.lastWorkNs = connectedNs;
    }

    /**
     * Connects to a Hub whose driver runs on this host. Does not wait for the Hub to notice: until it has, sends return
     * {@link SendResult#BACK_PRESSURE}.
     *
     * @param args what {@link AeronHubTransport#open} returned, and nothing else
     * @return to be {@linkplain #close() closed}
     * @throws IllegalArgumentException if an argument is missing, unknown or makes no sense, or if there is no driver
     *     in the directory that they name
     * @throws io.aeron.exceptions.AeronException if the driver there is not alive
     */
    public static AeronSpokeTransport connect(List<String> args) {
        SpokeArguments arguments = SpokeArguments.parse(args);
        if (!Files.exists(arguments.directory().resolve(CNC_FILE))) {
            throw new IllegalArgumentException("There is no media driver in " + arguments.directory()
                    + ": the Hub has ended, or the path is wrong");
        }
        return new AeronSpokeTransport(arguments);
    }

    /**
     * Waits for the driver of a Hub that has started this process before it: until it is there, or for the liveness
     * timeout.
     *
     * @param args those of {@link #connect}
     */
    static void awaitDriver(List<String> args) {
        SpokeArguments arguments = SpokeArguments.parse(args);
        Path file = arguments.directory().resolve(CNC_FILE);
        long sinceNs = System.nanoTime();
        long limitNs = TimeUnit.MILLISECONDS.toNanos(arguments.livenessTimeoutMs());
        while (!Files.exists(file) && System.nanoTime() - sinceNs < limitNs) {
            LockSupport.parkNanos(DRIVER_POLL_NS);
        }
    }

    private static Aeron.Context context(SpokeArguments arguments, long livenessTimeoutNs) {
        Aeron.Context context = new Aeron.Context()
                .aeronDirectoryName(arguments.directory().toString())
                .useConductorAgentInvoker(true)
                .clientLock(NoOpLock.INSTANCE)
                .keepAliveIntervalNs(keepAliveIntervalNs(livenessTimeoutNs))
                .closeLingerDurationNs(0)
                .clientName("spoke-" + arguments.incarnation())
                .errorHandler(new ErrorLog("Aeron in Spoke " + arguments.incarnation()));
        context.driverTimeoutMs(arguments.livenessTimeoutMs());
        return context;
    }

    private static long keepAliveIntervalNs(long livenessTimeoutNs) {
        return Math.min(LONGEST_KEEP_ALIVE_INTERVAL_NS, livenessTimeoutNs / 8);
    }

    private static String toHub(SpokeArguments arguments) {
        return new ChannelUriStringBuilder()
                .media(CommonContext.IPC_MEDIA)
                .sessionId((int) arguments.incarnation())
                .build();
    }

    private static String toSpoke(SpokeArguments arguments) {
        return new ChannelUriStringBuilder()
                .media(CommonContext.IPC_MEDIA)
                .sessionId(arguments.toSpokeSession())
                .build();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of a message that is longer than the room that is left, the remainder is copied, and sent by later calls of
     * this method and of {@link #doWork()}; until then there is back pressure.
     */
    @Override
    public SendResult send(ByteBuffer message) {
        Outbound.requireLength(message.remaining(), arguments.maxMessageLength());
        if (isClosed()) {
            return SendResult.CLOSED;
        }
        if (outbound == null) {
            return SendResult.BACK_PRESSURE;
        }
        SendResult result = outbound.send(message);
        if (outbound.isClosed()) {
            end("the Hub does not read any more");
        }
        return result;
    }

    /**
     * {@inheritDoc}
     *
     * <p>If the handler throws, that comes out of here at once: the message counts as handed over, and all the others
     * are still there for the next poll.
     *
     * @throws IllegalStateException if called by a handler
     */
    @Override
    public int poll(Handler handler, int limit) {
        requireNotPolling(handler);
        if (limit <= 0 || inbound == null || isClosed() || isGivenUp(System.nanoTime())) {
            return 0;
        }
        Inbound polled = inbound;
        this.handler = handler;
        polling = true;
        try {
            return polled.poll(limit);
        } finally {
            pieces += polled.pieces();
            if (polled.moved()) {
                doorbell.gotOn();
            }
            polling = false;
            this.handler = null;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of a message that is longer than the room that is left, the remainder is copied, and sent by later calls of
     * this method and of {@link #doWork()}; until then this link is under back pressure. A link is an eighth as long as
     * the ways from and to the Hub. The Hub's driver makes room in it, so a sender gets on only as fast as that runs.
     */
    @Override
    public SendResult sendTo(long incarnation, ByteBuffer message) {
        Outbound.requireLength(message.remaining(), arguments.maxMessageLength());
        return isClosed() ? SendResult.CLOSED : peers.send(incarnation, message);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Senders take turns at being the first. If the handler throws, that comes out of here at once: the message
     * counts as handed over, and all the others are still there for the next poll.
     *
     * @throws IllegalStateException if called by a handler
     */
    @Override
    public int pollPeers(PeerHandler handler, int limit, int looks) {
        requireNotPolling(handler);
        if (isClosed() || isGivenUp(System.nanoTime())) {
            return 0;
        }
        polling = true;
        try {
            return peers.poll(handler, limit, looks);
        } finally {
            polling = false;
            if (peers.takeMoved()) {
                doorbell.gotOn();
            }
        }
    }

    private void requireNotPolling(Object handler) {
        Objects.requireNonNull(handler, "handler");
        if (polling) {
            throw new IllegalStateException("poll was called by a handler of messages");
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Parts of messages that polls took since the last call count as work too, so that a loop that idles when nobody
     * has anything to do stays awake.
     */
    @Override
    public int doWork() {
        if (isClosed()) {
            return 0;
        }
        long nowNs = System.nanoTime();
        if (isGivenUp(nowNs)) {
            return 1;
        }
        lastWorkNs = nowNs;
        int work = Invokers.invoke(aeron.conductorAgentInvoker()) + pieces;
        pieces = 0;
        if (aeron.isClosed() || !aeron.conductorAgentInvoker().isRunning()) {
            end("the media driver is gone");
            return work;
        }
        if (!registered) {
            hub.ask();
        }
        if (inbound == null && nowNs - connectedNs > livenessTimeoutNs) {
            end("the Hub does not answer");
        } else if (!registered) {
            register();
        } else {
            work += outbound.flush() + serveLinks(nowNs);
            if (outbound.isClosed()) {
                end("the Hub does not read any more");
            }
        }
        settled = registered && inbound != null && !peers.isOpening();
        return work;
    }

    @Override
    public void prepareToPark() {
        doorbell.prepareToPark();
    }

    @Override
    public void cancelPark() {
        doorbell.cancelPark();
    }

    /**
     * {@inheritDoc} What the media driver says rings at nobody's door: while an answer of it is missing, returns soon.
     */
    @Override
    public void park(long timeoutNs) {
        doorbell.park(settled ? timeoutNs : Math.min(timeoutNs, LONGEST_UNSETTLED_PARK_NS));
    }

    /** How often parking ended without a ring. */
    long parkTimeouts() {
        return doorbell.timeouts();
    }

    @Override
    public void wake() {
        doorbell.wake();
    }

    @Override
    public boolean isFlushed() {
        return isFlushedToHub() && peers.isFlushed();
    }

    @Override
    public boolean isFlushedToHub() {
        return outbound == null || !outbound.isPending();
    }

    @Override
    public boolean isClosed() {
        return ended || aeron.isClosed();
    }

    @Override
    public int maxMessageLength() {
        return arguments.maxMessageLength();
    }

    /** {@inheritDoc} Takes a few milliseconds; what was sent stays there for the Hub. */
    @Override
    public void close() {
        ended = true;
        if (!closed) {
            closed = true;
            CloseHelper.quietCloseAll(doorbell, hub, aeron);
        }
    }

    /** Looks for the answers to what was asked for when connecting. */
    private void register() {
        try {
            if (outbound == null) {
                ExclusivePublication publication = aeron.getExclusivePublication(publicationId);
                if (publication != null) {
                    outbound = new Outbound(
                            publication, arguments.incarnation(), arguments.maxMessageLength(), hub::ask, hub);
                }
            }
            if (subscription == null) {
                subscription = aeron.getSubscription(subscriptionId);
            }
            registered = outbound != null && subscription != null && peers.isRegistered();
        } catch (RuntimeException e) {
            end(e.toString());
        }
    }

    private int serveLinks(long nowNs) {
        try {
            return peers.doWork(nowNs);
        } catch (RuntimeException e) {
            end(e.toString());
            return 1;
        }
    }

    private void onAvailableImage(Image image) {
        if (inbound == null) {
            inbound = new Inbound(image, arguments.incarnation(), arguments.maxMessageLength(), listener);
        }
    }

    private void onUnavailableImage(Image image) {
        if (inbound != null && inbound.image() == image) {
            end("the Hub has closed this incarnation or has ended");
        }
    }

    /**
     * After too long a pause, memory that this client still maps may serve others already. Aeron finds out when its
     * conductor runs; what moves messages has to look for itself. The driver counts from the last sign of life, which
     * may be older than the last work by the interval of these; twice that is left for how clocks are read.
     */
    private boolean isGivenUp(long nowNs) {
        if (nowNs - lastWorkNs <= livenessTimeoutNs - 2 * keepAliveIntervalNs(livenessTimeoutNs)) {
            return false;
        }
        end("this process did not run for " + TimeUnit.NANOSECONDS.toMillis(nowNs - lastWorkNs) + " ms");
        return true;
    }

    private void end(String reason) {
        if (!ended) {
            ended = true;
            LOG.info("Spoke {} has lost its Hub: {}", arguments.incarnation(), reason);
        }
    }

    private final class Listener implements Inbound.Listener {
        @Override
        public void onMessage(long incarnation, ByteBuffer message) {
            handler.onMessage(message);
        }

        @Override
        public void onMalformed(long incarnation) {
            end("it sent a malformed frame");
        }
    }
}
