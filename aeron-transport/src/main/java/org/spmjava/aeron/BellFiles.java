package org.spmjava.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where the bells of a Hub and its Spokes are: for each a file of a few words, which all of them map, and a socket.
 * They live in the directory around the driver's, which keeps everybody else out.
 */
final class BellFiles {

    private static final String HUB = "hub";
    private static final String WORDS = ".bell";
    private static final String SOCKET = ".ring";
    /** Two words, each in a cache line of its own, and the neighbour that a processor fetches along with it. */
    private static final int LENGTH = 256;

    private static final int ASKED_OFFSET = 128;

    private final Path directory;

    /** @param directory that of the Hub's transport, around the driver's */
    BellFiles(Path directory) {
        this.directory = directory;
    }

    static BellFiles around(Path driverDirectory) {
        return new BellFiles(driverDirectory.toAbsolutePath().getParent());
    }

    /**
     * Makes the words of a Spoke, or of the Hub, in place of what a dead Hub may have left. They are written and not
     * only mapped: a full file system fails here rather than by a signal.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void create(String owner) {
        delete(owner);
        try {
            Files.write(words(owner), new byte[LENGTH], StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Maps the words of a Spoke or of the Hub, for as long as they are referred to. An interrupt of this thread closes
     * the file's channel, and is put off until they are mapped.
     *
     * @throws IOException if they are not there
     */
    UnsafeBuffer map(String owner) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try (FileChannel channel =
                        FileChannel.open(words(owner), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    return new UnsafeBuffer(channel.map(MapMode.READ_WRITE, 0, LENGTH));
                } catch (ClosedByInterruptException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Words that nobody else has. */
    static UnsafeBuffer unshared() {
        return new UnsafeBuffer(ByteBuffer.allocateDirect(LENGTH));
    }

    /** Removes what there is of a Spoke's or of the Hub's; who has it mapped may go on to use it. */
    void delete(String owner) {
        try {
            Files.deleteIfExists(words(owner));
            Files.deleteIfExists(socket(owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path socket(String owner) {
        return directory.resolve(owner + SOCKET);
    }

    private Path words(String owner) {
        return directory.resolve(owner + WORDS);
    }

    static String hub() {
        return HUB;
    }

    static String spoke(long incarnation) {
        return Long.toString(incarnation);
    }

    /** Says that the Hub's driver is wanted; the Hub is to be rung as well. */
    static void ask(UnsafeBuffer hubsWords) {
        hubsWords.putLongRelease(ASKED_OFFSET, 1);
    }

    static boolean isAsked(UnsafeBuffer hubsWords) {
        return hubsWords.getLongOpaque(ASKED_OFFSET) != 0;
    }

    /** To be called before what was asked for is done. */
    static void answer(UnsafeBuffer hubsWords) {
        if (isAsked(hubsWords)) {
            hubsWords.putLongVolatile(ASKED_OFFSET, 0);
        }
    }
}
