package org.spmjava.report;

import java.util.List;
import java.util.Locale;
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

/** What generated code would be: a list whose tasks turn vowels into capitals. */
public final class Letters implements TaskManagerDefinition<String, String> {

    /** A Spoke makes its own. */
    public Letters() {}

    private static final class Text implements PayloadCodec<String> {
        @Override
        public void write(String value, WireOut out) {
            out.write("value").text(value);
        }

        @Override
        public String read(WireIn in) {
            return in.read("value").text();
        }
    }

    @Override
    public String signature() {
        return "org.example.Letters#";
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
    public PayloadCodec<String> payloadCodec() {
        return new Text();
    }

    @Override
    public PayloadCodec<String> resultCodec() {
        return new Text();
    }

    @Override
    public TaskMeta meta(String payload) {
        return new TaskMeta("letter " + payload, Timeout.afterSeconds(60), false, false, List.of(), List.of());
    }

    @Override
    public String placed(String payload, String nameHost, String whoAmI) {
        return payload;
    }

    @Override
    public String evaluate(String payload, EvaluationContext context) {
        if (!"aeiou".contains(payload)) {
            throw new IllegalArgumentException(payload + " is not a vowel");
        }
        return payload.toUpperCase(Locale.ROOT);
    }
}
