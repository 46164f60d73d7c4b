package org.spmjava.micrometer;

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

/** What generated code would be: a list whose tasks divide 12 by their payload. */
public final class Share implements TaskManagerDefinition<Integer, Integer> {

    /** A Spoke makes its own. */
    public Share() {}

    private static final class Number implements PayloadCodec<Integer> {
        @Override
        public void write(Integer value, WireOut out) {
            out.write("value").int32(value);
        }

        @Override
        public Integer read(WireIn in) {
            return in.read("value").int32();
        }
    }

    @Override
    public String signature() {
        return "Share#shares";
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
    public PayloadCodec<Integer> payloadCodec() {
        return new Number();
    }

    @Override
    public PayloadCodec<Integer> resultCodec() {
        return new Number();
    }

    @Override
    public TaskMeta meta(Integer payload) {
        return new TaskMeta("share of " + payload, Timeout.afterSeconds(60), false, false, List.of(), List.of());
    }

    @Override
    public Integer placed(Integer payload, String nameHost, String whoAmI) {
        return payload;
    }

    @Override
    public Integer evaluate(Integer payload, EvaluationContext context) {
        return 12 / payload;
    }
}
