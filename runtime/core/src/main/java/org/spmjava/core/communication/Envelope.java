package org.spmjava.core.communication;

import java.nio.ByteBuffer;

/**
 * The header of each piece of a message between members, big endian:
 *
 * <pre>
 *   int   the command's number
 *   byte  flags: 1 begins a message, 2 ends it
 *   in the first piece only:
 *   byte  the operation
 *   int   its argument
 *   long  the collective's number
 *   int   how many bytes of UTF-8 the channel's signature has, and these
 * </pre>
 */
final class Envelope {

    static final int BEGIN = 1;
    static final int END = 2;

    /** Of every piece but the first. */
    static final int SHORT_LENGTH = Integer.BYTES + Byte.BYTES;

    private static final int FIXED_LENGTH = SHORT_LENGTH + Byte.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final int LONGEST_SIGNATURE = 16 * 1024;
    private static final Operation[] OPERATIONS = Operation.values();

    private Envelope() {}

    /** Which command a message belongs to; its position stays. */
    static int command(ByteBuffer message) {
        return message.getInt(message.position());
    }

    /** The least that a piece must be able to hold, so that it carries something beside its header. */
    static int leastPieceLength() {
        return FIXED_LENGTH + LONGEST_SIGNATURE + 1;
    }

    /** How long the envelope of a first piece is. */
    static int length(Step step, Signatures signatures) {
        return FIXED_LENGTH + signatures.bytes(step.signature()).length;
    }

    static void writeFirst(ByteBuffer piece, int command, int flags, Step step, Signatures signatures) {
        byte[] signature = signatures.bytes(step.signature());
        if (signature.length > LONGEST_SIGNATURE) {
            throw new IllegalArgumentException("a channel's signature may have " + LONGEST_SIGNATURE
                    + " bytes, but this one has " + signature.length);
        }
        piece.putInt(command)
                .put((byte) flags)
                .put((byte) step.operation().ordinal())
                .putInt(step.argument())
                .putLong(step.sequence())
                .putInt(signature.length)
                .put(signature);
    }

    static void writeNext(ByteBuffer piece, int command, int flags) {
        piece.putInt(command).put((byte) flags);
    }

    /** Reads past the command. */
    static int readFlags(ByteBuffer piece) {
        piece.getInt();
        return piece.get();
    }

    /** Reads what follows the flags of a first piece. */
    static Step readStep(ByteBuffer piece, Signatures signatures) {
        Operation operation = OPERATIONS[piece.get()];
        int argument = piece.getInt();
        long sequence = piece.getLong();
        int length = piece.getInt();
        return new Step(operation, argument, sequence, signatures.read(piece, length));
    }
}
