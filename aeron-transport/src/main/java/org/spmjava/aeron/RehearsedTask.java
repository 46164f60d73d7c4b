package org.spmjava.aeron;

import java.util.List;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.closure.WireFields;

/** The task of a {@link SpokeRehearsal}, written by hand as the compiler would: a field of each common type. */
record RehearsedTask(String text, long number, double real, boolean flag) {

    /** Its definition; public, as generated ones are. */
    public static final class Definition implements TaskManagerDefinition<RehearsedTask, String> {

        @Override
        public String signature() {
            return "RehearsedTask#";
        }

        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }

        @Override
        public Policy policy() {
            return Policy.ISOLATED;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public long fingerprint() {
            return 1;
        }

        @Override
        public PayloadCodec<RehearsedTask> payloadCodec() {
            return new PayloadCodec<>() {
                @Override
                public void write(RehearsedTask task, WireOut out) {
                    WireFields.writeText(out, "text", task.text());
                    WireFields.writeLong(out, "number", task.number());
                    WireFields.writeDouble(out, "real", task.real());
                    WireFields.writeBool(out, "flag", task.flag());
                }

                @Override
                public RehearsedTask read(WireIn in) {
                    return new RehearsedTask(
                            WireFields.readText(in, "text"),
                            WireFields.readLong(in, "number"),
                            WireFields.readDouble(in, "real"),
                            WireFields.readBool(in, "flag"));
                }
            };
        }

        @Override
        public PayloadCodec<String> resultCodec() {
            return new PayloadCodec<>() {
                @Override
                public void write(String value, WireOut out) {
                    WireFields.writeText(out, "value", value);
                }

                @Override
                public String read(WireIn in) {
                    return WireFields.readText(in, "value");
                }
            };
        }

        @Override
        public TaskMeta meta(RehearsedTask task) {
            return new TaskMeta(task.text(), Timeout.afterSeconds(1), false, false, List.of(), List.of());
        }

        @Override
        public RehearsedTask placed(RehearsedTask task, String nameHost, String whoAmI) {
            return task;
        }

        @Override
        public String evaluate(RehearsedTask task, EvaluationContext context) {
            return task.text();
        }
    }
}
