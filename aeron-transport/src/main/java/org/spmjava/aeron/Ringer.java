package org.spmjava.aeron;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.CloseHelper;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings at another participant's {@link Doorbell} when that is parked; a fence and a read when it is not. Never blocks,
 * and never fails: who has gone need not be woken. Used by one thread at a time.
 */
final class Ringer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ringer.class);

    private final UnsafeBuffer words;
    private final EventCount count;
    private final Path socket;
    private final ByteBuffer ring = ByteBuffer.allocateDirect(1);
    private SocketChannel channel;
    private boolean broken;
    private long rings;

    private Ringer(UnsafeBuffer words, Path socket) {
        this.words = words;
        this.count = words == null ? null : new EventCount(words);
        this.socket = socket;
    }

    /** At the bell of a Spoke or of the Hub; at none if there is none any more. */
    static Ringer at(BellFiles files, String owner) {
        UnsafeBuffer words = null;
        try {
            words = files.map(owner);
        } catch (IOException gone) {
            LOG.debug("There is no bell of {}", owner, gone);
        }
        return new Ringer(words, files.socket(owner));
    }

    /** To be called after something was sent. */
    void ring() {
        if (count != null) {
            VarHandle.fullFence();
            long announcement = count.look();
            if (announcement != 0) {
                ring(announcement);
            }
        }
    }

    /** Asks the Hub, whose bell this is, to run its driver. */
    void ask() {
        if (count != null) {
            BellFiles.ask(words);
            ring();
        }
    }

    /** How often somebody was parked. */
    long rings() {
        return rings;
    }

    private void ring(long announcement) {
        if (broken) {
            return;
        }
        try {
            if (channel == null) {
                channel = connect();
            }
            // What does not fit is not missed: so many rings wait there that the next parking ends at once.
            channel.write(ring.clear());
            count.woken(announcement);
            rings++;
        } catch (IOException | RuntimeException failed) {
            LOG.debug("Nobody could be rung at {}", socket, failed);
            close();
            channel = null;
            // Too many at once, or too few file descriptors, pass; a socket that is gone does not come back.
            broken = !Files.exists(socket);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            opened.configureBlocking(false);
            if (!opened.connect(UnixDomainSocketAddress.of(socket))) {
                throw new IOException("too many ring at once");
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            CloseHelper.quietClose(opened);
            throw e;
        }
    }

    @Override
    public void close() {
        CloseHelper.quietClose(channel);
    }
}
