package org.spmjava.core.message;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.HubMessage.Refusal;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.HubMessage.Reply;
import org.spmjava.core.message.HubMessage.Shutdown;
import org.spmjava.core.message.HubMessage.Unit;
import org.spmjava.core.message.SpokeMessage.Asked;
import org.spmjava.core.message.SpokeMessage.Failed;
import org.spmjava.core.message.SpokeMessage.Heartbeat;
import org.spmjava.core.message.SpokeMessage.Join;
import org.spmjava.core.message.SpokeMessage.Loading;
import org.spmjava.core.message.SpokeMessage.Online;
import org.spmjava.core.message.SpokeMessage.Recalled;
import org.spmjava.core.message.SpokeMessage.Released;
import org.spmjava.core.message.SpokeMessage.Returned;
import org.spmjava.core.message.SpokeMessage.Told;

/**
 * Messages to bytes and back: one byte for the type, then the fields in their order, big-endian; strings and bytes
 * behind a 32-bit length; payloads also behind a CRC-32C. Every length is checked against what is there before anything
 * is allocated.
 *
 * <p>Not thread-safe: the buffer that {@code encode} returns is reused by the next call.
 */
public final class MessageCodec {

    /** The version of this protocol; a Spoke that speaks another one is refused. */
    public static final int PROTOCOL = 2;

    private static final int INITIAL_CAPACITY = 4096;

    private static final byte BEGIN = 1;
    private static final byte ASSIGN = 2;
    private static final byte RECALL = 3;
    private static final byte SHUTDOWN = 4;
    private static final byte UNIT = 5;
    private static final byte REPLY = 6;
    private static final byte REFUSAL = 7;
    private static final byte RELEASE = 8;
    private static final byte JOIN = 65;
    private static final byte HEARTBEAT = 66;
    private static final byte LOADING = 67;
    private static final byte ONLINE = 68;
    private static final byte RETURNED = 69;
    private static final byte FAILED = 70;
    private static final byte RECALLED = 71;
    private static final byte ASKED = 72;
    private static final byte TOLD = 73;
    private static final byte RELEASED = 74;

    private static final Verdict[] VERDICTS = Verdict.values();
    private static final Work[] WORKS = Work.values();

    private final CRC32C checksum = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL_CAPACITY);

    /**
     * Encodes a message.
     *
     * @param message the message
     * @return its bytes, valid until the next call
     */
    public ByteBuffer encode(HubMessage message) {
        buffer.clear();
        if (message instanceof Assign assign) {
            start(ASSIGN, 4 + 8 + 8 + 1 + 8 + assign.payload().length);
            buffer.putInt(assign.command()).putLong(assign.attempt()).putLong(assign.timeoutNs());
            buffer.put((byte) assign.work().ordinal());
            putPayload(assign.payload());
        } else if (message instanceof Reply reply) {
            start(REPLY, 4 + 8 + 4 + 8 + reply.answer().length);
            buffer.putInt(reply.command()).putLong(reply.attempt()).putInt(reply.request());
            putPayload(reply.answer());
        } else if (message instanceof Begin begin) {
            byte[] definition = utf8(begin.definition());
            start(BEGIN, 4 + 8 + 4 + 4 + definition.length);
            buffer.putInt(begin.command()).putLong(begin.fingerprint()).putInt(begin.rank());
            putBytes(definition);
        } else if (message instanceof Unit unit) {
            start(UNIT, 4 + 4 + 8 * unit.incarnations().size());
            buffer.putInt(unit.command());
            putLongs(unit.incarnations());
        } else if (message instanceof Refusal refusal) {
            byte[] reason = utf8(refusal.reason());
            start(REFUSAL, 4 + 8 + 4 + 4 + reason.length);
            buffer.putInt(refusal.command()).putLong(refusal.attempt()).putInt(refusal.request());
            putBytes(reason);
        } else if (message instanceof Release release) {
            start(RELEASE, 4);
            buffer.putInt(release.command());
        } else if (message instanceof Recall recall) {
            start(RECALL, 4);
            buffer.putInt(recall.command());
        } else {
            start(SHUTDOWN, 0);
        }
        return buffer.flip();
    }

    /**
     * Encodes a message.
     *
     * @param message the message
     * @return its bytes, valid until the next call
     */
    public ByteBuffer encode(SpokeMessage message) {
        buffer.clear();
        if (message instanceof Returned returned) {
            start(RETURNED, 4 + 8 + 8 + 8 + returned.result().length);
            buffer.putInt(returned.command()).putLong(returned.attempt()).putLong(returned.durationNs());
            putPayload(returned.result());
        } else if (message instanceof Failed failed) {
            byte[] text = utf8(failed.text());
            byte[] stackTrace = utf8(failed.stackTrace());
            start(FAILED, 4 + 8 + 8 + 1 + 4 + text.length + 4 + stackTrace.length);
            buffer.putInt(failed.command()).putLong(failed.attempt()).putLong(failed.durationNs());
            buffer.put((byte) failed.verdict().ordinal());
            putBytes(text);
            putBytes(stackTrace);
        } else if (message instanceof Loading loading) {
            start(LOADING, 4 + 8);
            buffer.putInt(loading.command()).putLong(loading.attempt());
        } else if (message instanceof Online online) {
            start(ONLINE, 4 + 8);
            buffer.putInt(online.command()).putLong(online.attempt());
        } else if (message instanceof Recalled recalled) {
            start(RECALLED, 4 + 4 + 8 * recalled.attempts().size());
            buffer.putInt(recalled.command());
            putLongs(recalled.attempts());
        } else if (message instanceof Asked asked) {
            byte[] signature = utf8(asked.signature());
            start(ASKED, 4 + 8 + 4 + 4 + signature.length + 8 + asked.question().length);
            buffer.putInt(asked.command()).putLong(asked.attempt()).putInt(asked.request());
            putBytes(signature);
            putPayload(asked.question());
        } else if (message instanceof Told told) {
            byte[] signature = utf8(told.signature());
            start(TOLD, 4 + 8 + 4 + signature.length + 8 + told.message().length);
            buffer.putInt(told.command()).putLong(told.attempt());
            putBytes(signature);
            putPayload(told.message());
        } else if (message instanceof Released released) {
            start(RELEASED, 4);
            buffer.putInt(released.command());
        } else if (message instanceof Join join) {
            byte[] host = utf8(join.host());
            start(JOIN, 4 + 4 + host.length);
            buffer.putInt(join.protocol());
            putBytes(host);
        } else {
            start(HEARTBEAT, 0);
        }
        return buffer.flip();
    }

    /**
     * Decodes what the Hub sent.
     *
     * @param bytes one whole message, consumed
     * @return the message
     * @throws MalformedMessageException if the bytes are not one
     */
    public HubMessage decodeHubMessage(ByteBuffer bytes) {
        try {
            byte type = bytes.get();
            HubMessage message = switch (type) {
                case BEGIN -> {
                    int command = bytes.getInt();
                    long fingerprint = bytes.getLong();
                    int rank = bytes.getInt();
                    yield new Begin(command, getString(bytes), fingerprint, rank);
                }
                case ASSIGN ->
                    new Assign(bytes.getInt(), bytes.getLong(), bytes.getLong(), getWork(bytes), getPayload(bytes));
                case UNIT -> new Unit(bytes.getInt(), getLongs(bytes));
                case REPLY -> new Reply(bytes.getInt(), bytes.getLong(), bytes.getInt(), getPayload(bytes));
                case REFUSAL -> new Refusal(bytes.getInt(), bytes.getLong(), bytes.getInt(), getString(bytes));
                case RELEASE -> new Release(bytes.getInt());
                case RECALL -> new Recall(bytes.getInt());
                case SHUTDOWN -> new Shutdown();
                default -> throw new MalformedMessageException("no Hub message is of type " + type);
            };
            return whole(message, bytes);
        } catch (BufferUnderflowException truncated) {
            throw new MalformedMessageException("a Hub message ends too early");
        }
    }

    /**
     * Decodes what a Spoke sent.
     *
     * @param bytes one whole message, consumed
     * @return the message
     * @throws MalformedMessageException if the bytes are not one
     */
    public SpokeMessage decodeSpokeMessage(ByteBuffer bytes) {
        try {
            byte type = bytes.get();
            SpokeMessage message = switch (type) {
                case RETURNED -> new Returned(bytes.getInt(), bytes.getLong(), bytes.getLong(), getPayload(bytes));
                case FAILED ->
                    new Failed(
                            bytes.getInt(),
                            bytes.getLong(),
                            bytes.getLong(),
                            getFailure(bytes),
                            getString(bytes),
                            getString(bytes));
                case LOADING -> new Loading(bytes.getInt(), bytes.getLong());
                case ONLINE -> new Online(bytes.getInt(), bytes.getLong());
                case RECALLED -> new Recalled(bytes.getInt(), getLongs(bytes));
                case JOIN -> new Join(bytes.getInt(), getString(bytes));
                case HEARTBEAT -> new Heartbeat();
                case ASKED ->
                    new Asked(bytes.getInt(), bytes.getLong(), bytes.getInt(), getString(bytes), getPayload(bytes));
                case TOLD -> new Told(bytes.getInt(), bytes.getLong(), getString(bytes), getPayload(bytes));
                case RELEASED -> new Released(bytes.getInt());
                default -> throw new MalformedMessageException("no Spoke message is of type " + type);
            };
            return whole(message, bytes);
        } catch (BufferUnderflowException truncated) {
            throw new MalformedMessageException("a Spoke message ends too early");
        }
    }

    private void start(byte type, int bodyLength) {
        int length = Math.addExact(1, bodyLength);
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocate(Math.max(length, 2 * buffer.capacity()));
        }
        buffer.put(type);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void putBytes(byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }

    private void putPayload(byte[] payload) {
        buffer.putInt(checksumOf(payload));
        putBytes(payload);
    }

    private int checksumOf(byte[] payload) {
        checksum.reset();
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    private byte[] getPayload(ByteBuffer bytes) {
        int expected = bytes.getInt();
        byte[] payload = getBytes(bytes);
        if (checksumOf(payload) != expected) {
            throw new MalformedMessageException("a payload's checksum does not match");
        }
        return payload;
    }

    private static byte[] getBytes(ByteBuffer bytes) {
        byte[] read = new byte[count(bytes, 1)];
        bytes.get(read);
        return read;
    }

    private static String getString(ByteBuffer bytes) {
        return new String(getBytes(bytes), StandardCharsets.UTF_8);
    }

    private void putLongs(List<Long> longs) {
        buffer.putInt(longs.size());
        longs.forEach(buffer::putLong);
    }

    private static Work getWork(ByteBuffer bytes) {
        int ordinal = bytes.get();
        if (ordinal < 0 || ordinal >= WORKS.length) {
            throw new MalformedMessageException("no work has number " + ordinal);
        }
        return WORKS[ordinal];
    }

    private static List<Long> getLongs(ByteBuffer bytes) {
        int count = count(bytes, 8);
        List<Long> longs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            longs.add(bytes.getLong());
        }
        return longs;
    }

    private static Verdict getFailure(ByteBuffer bytes) {
        int ordinal = bytes.get();
        if (ordinal < 0 || ordinal >= VERDICTS.length) {
            throw new MalformedMessageException("no verdict has number " + ordinal);
        }
        Verdict verdict = VERDICTS[ordinal];
        if (verdict == Verdict.RETURNED || verdict == Verdict.DROPPED) {
            throw new MalformedMessageException("a Spoke cannot fail a task with verdict " + verdict);
        }
        return verdict;
    }

    private static int count(ByteBuffer bytes, int elementLength) {
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining() / elementLength) {
            throw new MalformedMessageException("a length of " + count + " exceeds the message");
        }
        return count;
    }

    private static <T> T whole(T message, ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            throw new MalformedMessageException(bytes.remaining() + " bytes follow the message");
        }
        return message;
    }
}
