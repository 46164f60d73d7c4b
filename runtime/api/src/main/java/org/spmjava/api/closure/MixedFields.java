package org.spmjava.api.closure;

import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.value.Mixed;

/** How a {@link Mixed} travels: its tag, then its value. */
final class MixedFields {

    private static final int MAX_DEPTH = 64;

    private MixedFields() {}

    static void write(WireOut out, String name, Mixed value) {
        Tag tag = Tag.of(value);
        if (out.isBinary()) {
            BinaryFields.writeLength(out.bytes(), tag.ordinal());
        } else {
            out.write(name).int8((byte) tag.ordinal());
        }
        switch (tag) {
            case BOOL -> WireFields.writeBool(out, "x", ((Mixed.Bool) value).value());
            case INT -> WireFields.writeInt(out, "x", ((Mixed.Int32) value).value());
            case LONG -> WireFields.writeLong(out, "x", ((Mixed.Int64) value).value());
            case DOUBLE -> WireFields.writeDouble(out, "x", ((Mixed.Float64) value).value());
            case STRING -> WireFields.writeText(out, "x", ((Mixed.Text) value).value());
            case BYTES -> WireFields.writeBytes(out, "x", ((Mixed.Binary) value).value());
            case DURATION -> WireFields.writeDuration(out, "x", ((Mixed.Span) value).value());
            case LIST -> ContainerFields.writeTuple(out, "x", ((Mixed.Items) value).value(), MixedFields::write);
            case DICT -> ContainerFields.writeDict(out, "x", ((Mixed.Dict) value).value(), MixedFields::write);
        }
    }

    static Mixed read(WireIn in, String name) {
        return read(in, name, MAX_DEPTH);
    }

    private static Mixed read(WireIn in, String name, int depthLeft) {
        if (depthLeft == 0) {
            throw new IllegalArgumentException("a mixed value is nested deeper than " + MAX_DEPTH + " levels");
        }
        Tag tag = in.isBinary()
                ? BinaryFields.readEnum(in.bytes(), Tag.class)
                : Tag.of(in.read(name).int8());
        return switch (tag) {
            case BOOL -> Mixed.of(WireFields.readBool(in, "x"));
            case INT -> Mixed.of(WireFields.readInt(in, "x"));
            case LONG -> Mixed.of(WireFields.readLong(in, "x"));
            case DOUBLE -> Mixed.of(WireFields.readDouble(in, "x"));
            case STRING -> Mixed.of(WireFields.readText(in, "x"));
            case BYTES -> Mixed.of(WireFields.readBytes(in, "x"));
            case DURATION -> Mixed.of(WireFields.readDuration(in, "x"));
            case LIST ->
                Mixed.of(ContainerFields.<Mixed>readTuple(
                        in, "x", (nested, field) -> read(nested, field, depthLeft - 1)));
            case DICT ->
                Mixed.of(ContainerFields.<Mixed>readDict(
                        in, "x", (nested, field) -> read(nested, field, depthLeft - 1)));
        };
    }

    private enum Tag {
        BOOL,
        INT,
        LONG,
        DOUBLE,
        STRING,
        BYTES,
        DURATION,
        LIST,
        DICT;

        private static final Tag[] ALL = values();

        static Tag of(int ordinal) {
            if (ordinal < 0 || ordinal >= ALL.length) {
                throw new IllegalArgumentException("no mixed value has tag " + ordinal);
            }
            return ALL[ordinal];
        }

        static Tag of(Mixed value) {
            if (value instanceof Mixed.Bool) {
                return BOOL;
            } else if (value instanceof Mixed.Int32) {
                return INT;
            } else if (value instanceof Mixed.Int64) {
                return LONG;
            } else if (value instanceof Mixed.Float64) {
                return DOUBLE;
            } else if (value instanceof Mixed.Text) {
                return STRING;
            } else if (value instanceof Mixed.Binary) {
                return BYTES;
            } else if (value instanceof Mixed.Span) {
                return DURATION;
            } else if (value instanceof Mixed.Items) {
                return LIST;
            }
            return DICT;
        }
    }
}
