package org.spmjava.aeron;

import java.util.ArrayList;
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

/** A task of these tests, written by hand as the compiler would: what its evaluator is to do. */
record Deed(String what, long timeoutMs) {

    /** A list of deeds. */
    public static class ListDefinition implements TaskManagerDefinition<Deed, String> {

        @Override
        public String signature() {
            return "Deed#list";
        }

        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }

        @Override
        public Grain grain() {
            return Grain.COARSE;
        }

        @Override
        public Policy policy() {
            return switch (pattern()) {
                case DAG -> Policy.DESCENDANTS;
                case TEMPLATE -> Policy.ONCE;
                default -> Policy.ISOLATED;
            };
        }

        @Override
        public long fingerprint() {
            return 1;
        }

        @Override
        public PayloadCodec<Deed> payloadCodec() {
            return new PayloadCodec<>() {
                @Override
                public void write(Deed deed, WireOut out) {
                    WireFields.writeText(out, "what", deed.what());
                    out.write("timeoutMs").int64(deed.timeoutMs());
                }

                @Override
                public Deed read(WireIn in) {
                    return new Deed(
                            WireFields.readText(in, "what"),
                            in.read("timeoutMs").int64());
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
        public TaskMeta meta(Deed deed) {
            return new TaskMeta(deed.what(), Timeout.afterMillis(deed.timeoutMs()), false, false, List.of(), List.of());
        }

        @Override
        public Deed placed(Deed deed, String nameHost, String whoAmI) {
            return deed;
        }

        @Override
        public String evaluate(Deed deed, EvaluationContext context) throws Exception {
            switch (deed.what()) {
                case "exit" -> System.exit(7);
                case "throw" -> throw new IllegalStateException("boom");
                case "fill the heap" -> {
                    List<long[]> hoard = new ArrayList<>();
                    while (true) {
                        hoard.add(new long[1 << 20]);
                    }
                }
                case "loop" -> {
                    boolean stop = false;
                    while (!stop) {
                        stop = Thread.interrupted() && System.nanoTime() == 0;
                    }
                }
                default -> {}
            }
            return deed.what() + "!";
        }
    }

    /** The same as a template. */
    public static final class TemplateDefinition extends ListDefinition {

        @Override
        public String signature() {
            return "Deed#template";
        }

        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }
    }
}
