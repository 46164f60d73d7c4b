package org.spmjava.aeron;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import io.aeron.ErrorCode;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.exceptions.AeronException;
import io.aeron.exceptions.RegistrationException;
import io.aeron.logbuffer.LogBufferDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.collections.Long2ObjectHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.transport.SendResult;
import org.spmjava.core.transport.SpokeTransport.PeerHandler;

/**
 * A Spoke's links to other Spokes. Each direction of each link is a log of its own, whose stream is the receiver's and
 * whose session is the sender's incarnation, so that the driver lets each pair in once. It is made when it is first
 * used: of n Spokes that never talk there is none, of n that all do there are n².
 */
final class PeerLinks {

    private static final Logger LOG = LoggerFactory.getLogger(PeerLinks.class);
    /** Negative, and so apart from the streams of the Hub. */
    private static final int STREAM_BASE = Integer.MIN_VALUE;

    private static final long LARGEST_INCARNATION = Integer.MAX_VALUE;
    private static final int HUB_TERMS_PER_PEER_TERM = 8;
    private static final long LOOK_FOR_LOST_PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(100);
    /** A term has room for a window of half its length, of which this part is left when the Hub is asked for more. */
    private static final int LEAST_ROOM_PER_TERM = 8;

    private final Aeron aeron;
    private final SpokeArguments arguments;
    private final long livenessTimeoutNs;
    private final BellFiles bells;
    private final Ringer hub;
    private final long subscriptionId;
    private final Long2ObjectHashMap<Link> links = new Long2ObjectHashMap<>();
    private final ArrayList<Link> opening = new ArrayList<>();
    private final ArrayList<Link> pending = new ArrayList<>();
    private final Inbounds inbounds = new Inbounds();
    private final Inbound.Listener listener = new Listener();
    private Subscription subscription;
    private PeerHandler handler;
    private int opened;
    private long lookedForLostNs = System.nanoTime();

    /** One direction, to another Spoke: opening until it has an outbound or a failure. */
    private static final class Link {
        private final long incarnation;
        private final long openedNs;
        private long registrationId;
        private int termLength;
        private Outbound outbound;
        private boolean runningOut;
        private RegistrationException failure;
        private boolean ended;

        Link(long incarnation, long openedNs) {
            this.incarnation = incarnation;
            this.openedNs = openedNs;
        }

        /** Whether the room that the driver has seen comes to an end; true once, until there is more. */
        boolean runsOut() {
            ExclusivePublication publication = outbound.publication();
            boolean little = publication.availableWindow() < publication.termBufferLength() / LEAST_ROOM_PER_TERM;
            boolean first = little && !runningOut;
            runningOut = little;
            return first;
        }

        void endIfLost() {
            if (!ended && outbound != null && outbound.isLost()) {
                end();
            }
        }

        void end() {
            ended = true;
            if (outbound != null) {
                outbound.close();
                outbound.publication().revokeOnClose();
                CloseHelper.quietClose(outbound.publication());
            }
        }
    }

    /**
     * Asks the driver for the way from the others; links to them are opened later.
     *
     * @param hub is asked to run the driver when a link has to be opened or is half full
     */
    PeerLinks(Aeron aeron, SpokeArguments arguments, long livenessTimeoutNs, Ringer hub) {
        this.aeron = aeron;
        this.hub = hub;
        this.bells = BellFiles.around(arguments.directory());
        this.arguments = arguments;
        this.livenessTimeoutNs = livenessTimeoutNs;
        this.subscriptionId = aeron.asyncAddSubscription(
                CommonContext.IPC_CHANNEL,
                stream(arguments.incarnation()),
                this::onAvailableImage,
                image -> inbounds.remove(image));
    }

    /**
     * A third of the log of one direction of a link, at least: less than the Hub's, since there may be so many.
     *
     * @param hubTermBufferLength of the ways from and to the Hub, in bytes
     */
    static int termBufferLength(int hubTermBufferLength) {
        return Math.max(LogBufferDescriptor.TERM_MIN_LENGTH, hubTermBufferLength / HUB_TERMS_PER_PEER_TERM);
    }

    private static int stream(long incarnation) {
        return STREAM_BASE + (int) incarnation;
    }

    /**
     * Looks for the driver's answer to what the constructor asked for.
     *
     * @return whether the others can reach this Spoke
     * @throws RuntimeException if the driver refused
     */
    boolean isRegistered() {
        if (subscription == null) {
            subscription = aeron.getSubscription(subscriptionId);
        }
        return subscription != null;
    }

    SendResult send(long incarnation, ByteBuffer message) {
        Outbound.requireLength(message.remaining(), arguments.maxMessageLength());
        if (incarnation < 0 || incarnation > LARGEST_INCARNATION) {
            return SendResult.CLOSED;
        }
        Link link = links.get(incarnation);
        if (link == null) {
            open(incarnation);
            return SendResult.BACK_PRESSURE;
        }
        if (link.ended) {
            return SendResult.CLOSED;
        }
        if (link.failure != null) {
            links.remove(incarnation);
            throw failed(link);
        }
        return link.outbound == null ? SendResult.BACK_PRESSURE : send(link, message);
    }

    private SendResult send(Link link, ByteBuffer message) {
        boolean wasPending = link.outbound.isPending();
        SendResult result = link.outbound.send(message);
        if (link.runsOut()) {
            // Room is made by then, and nobody waits for it.
            hub.ask();
        }
        if (link.outbound.isClosed()) {
            link.end();
        } else if (result == SendResult.BACK_PRESSURE && isMissing(link)) {
            LOG.info("Spoke {} is not there for links", link.incarnation);
            link.end();
            return SendResult.CLOSED;
        } else if (!wasPending && link.outbound.isPending()) {
            pending.add(link);
        }
        return result;
    }

    /** Every Spoke listens from its start: one that does not for so long was gone before the link was opened. */
    private boolean isMissing(Link link) {
        return !link.outbound.hasBeenConnected() && System.nanoTime() - link.openedNs > livenessTimeoutNs;
    }

    private void open(long incarnation) {
        long usableBytes = arguments.directory().toFile().getUsableSpace();
        int termLength = PeerTerms.length(arguments.peerTermBufferLength(), opened, usableBytes);
        Link link = new Link(incarnation, System.nanoTime());
        if (ask(link, termLength)) {
            opened++;
            links.put(incarnation, link);
            opening.add(link);
        }
    }

    /** Asks the driver for the link; returns false if that is to be tried again. */
    private boolean ask(Link link, int termLength) {
        String channel = new ChannelUriStringBuilder()
                .media(CommonContext.IPC_MEDIA)
                .sessionId((int) arguments.incarnation())
                .termLength(termLength)
                .mtu(PeerTerms.mtu(termLength))
                .build();
        try {
            link.registrationId = aeron.asyncAddExclusivePublication(channel, stream(link.incarnation));
            link.termLength = termLength;
            hub.ask();
            return true;
        } catch (AeronException driverDoesNotListen) {
            LOG.debug("The link to Spoke {} is asked for later", link.incarnation, driverDoesNotListen);
            return false;
        }
    }

    /** Whether the driver has not answered yet to what it was asked for. */
    boolean isOpening() {
        return !opening.isEmpty();
    }

    private static UncheckedIOException failed(Link link) {
        String hint = link.failure.errorCode() == ErrorCode.STORAGE_SPACE
                ? "; free some shared memory or enlarge it (docker: --shm-size)"
                : "";
        String message = "The link to Spoke " + link.incarnation + " could not be opened: " + link.failure.getMessage();
        return new UncheckedIOException(message + hint, new IOException(link.failure));
    }

    int poll(PeerHandler handler, int limit, int looks) {
        this.handler = handler;
        try {
            int delivered = inbounds.poll(limit);
            for (int look = 1; delivered == 0 && look < looks; look++) {
                Thread.onSpinWait();
                delivered = inbounds.poll(limit);
            }
            return delivered;
        } finally {
            this.handler = null;
        }
    }

    /** Whether a poll got on since the last call, whatever it delivered. */
    boolean takeMoved() {
        return inbounds.takeMoved();
    }

    /**
     * Goes on with what was begun, and frees links whose receivers have gone: nobody may ever send to them again, and a
     * session outlives many Spokes.
     */
    int doWork(long nowNs) {
        int work = inbounds.takePieces();
        if (!opening.isEmpty()) {
            hub.ask();
        }
        for (int i = opening.size() - 1; i >= 0; i--) {
            if (isOpened(opening.get(i))) {
                opening.remove(i);
                work++;
            }
        }
        for (int i = pending.size() - 1; i >= 0; i--) {
            Link link = pending.get(i);
            work += link.outbound.flush();
            if (link.outbound.isClosed()) {
                link.end();
            }
            if (!link.outbound.isPending()) {
                pending.remove(i);
            }
        }
        if (!links.isEmpty() && nowNs - lookedForLostNs > LOOK_FOR_LOST_PERIOD_NS) {
            lookedForLostNs = nowNs;
            links.values().forEach(Link::endIfLost);
        }
        return work;
    }

    /** Looks for the driver's answer, also if the link was given up meanwhile. */
    private boolean isOpened(Link link) {
        try {
            ExclusivePublication publication = aeron.getExclusivePublication(link.registrationId);
            if (publication == null) {
                return false;
            }
            link.outbound = new Outbound(
                    publication,
                    arguments.incarnation(),
                    arguments.maxMessageLength(),
                    hub::ask,
                    Ringer.at(bells, BellFiles.spoke(link.incarnation)));
            if (link.ended) {
                link.end();
            }
        } catch (RegistrationException refused) {
            int least = arguments.peerTermBufferLength();
            boolean tooLong = refused.errorCode() == ErrorCode.STORAGE_SPACE && link.termLength > least;
            if (tooLong && !link.ended && ask(link, least)) {
                // Others have taken the memory meanwhile; a short link may still find room.
                return false;
            }
            link.failure = refused;
        }
        return true;
    }

    boolean isFlushed() {
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).outbound.isPending()) {
                return false;
            }
        }
        return true;
    }

    private void onAvailableImage(Image image) {
        long incarnation = image.sessionId();
        Inbound inbound = new Inbound(image, incarnation, arguments.maxMessageLength(), listener);
        inbounds.add(inbound);
    }

    private final class Listener implements Inbound.Listener {
        @Override
        public void onMessage(long incarnation, ByteBuffer message) {
            handler.onMessage(incarnation, message);
        }

        @Override
        public void onMalformed(long incarnation) {
            Link link = links.get(incarnation);
            if (link == null) {
                link = new Link(incarnation, System.nanoTime());
                links.put(incarnation, link);
            }
            link.end();
        }
    }
}
