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
        out.write(name).int8((byte) tag.ordinal());
        switch (tag) {
            case BOOL -> out.write("x").bool(((Mixed.Bool) value).value());
            case INT -> out.write("x").int32(((Mixed.Int32) value).value());
            case LONG -> out.write("x").int64(((Mixed.Int64) value).value());
            case DOUBLE -> WireFields.writeDouble(out, "x", ((Mixed.Float64) value).value());
            case STRING -> out.write("x").text(((Mixed.Text) value).value());
            case BYTES -> out.write("x").bytes(((Mixed.Binary) value).value());
            case DURATION -> WireFields.writeDuration(out, "x", ((Mixed.Span) value).value());
            case LIST -> WireFields.writeTuple(out, "x", ((Mixed.Items) value).value(), MixedFields::write);
            case DICT -> WireFields.writeDict(out, "x", ((Mixed.Dict) value).value(), MixedFields::write);
        }
    }

    static Mixed read(WireIn in, String name) {
        return read(in, name, MAX_DEPTH);
    }

    private static Mixed read(WireIn in, String name, int depthLeft) {
        if (depthLeft == 0) {
            throw new IllegalArgumentException("a mixed value is nested deeper than " + MAX_DEPTH + " levels");
        }
        return switch (Tag.of(in.read(name).int8())) {
            case BOOL -> Mixed.of(in.read("x").bool());
            case INT -> Mixed.of(in.read("x").int32());
            case LONG -> Mixed.of(in.read("x").int64());
            case DOUBLE -> Mixed.of(in.read("x").float64());
            case STRING -> Mixed.of(WireFields.readText(in, "x"));
            case BYTES -> Mixed.of(WireFields.readBytes(in, "x"));
            case DURATION -> Mixed.of(WireFields.readDuration(in, "x"));
            case LIST ->
                Mixed.of(WireFields.<Mixed>readTuple(in, "x", (nested, field) -> read(nested, field, depthLeft - 1)));
            case DICT ->
                Mixed.of(WireFields.<Mixed>readDict(in, "x", (nested, field) -> read(nested, field, depthLeft - 1)));
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
