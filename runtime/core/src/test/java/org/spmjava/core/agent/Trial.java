package org.spmjava.core.agent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

/**
 * A payload as generated code would make it, whose evaluator does whatever a test wants, in the test's own process.
 *
 * @param what names the deed, and labels the task
 * @param timeoutMs the task's timeout
 * @param relaunchPre as in {@code spm.core}
 * @param relaunchPost as in {@code spm.core}
 * @param whoAmI as in {@code spm.core}
 */
record Trial(String what, long timeoutMs, boolean relaunchPre, boolean relaunchPost, String whoAmI) {

    private static final Map<String, Callable<String>> DEEDS = new ConcurrentHashMap<>();

    /** A task that returns its own name, unless a test said otherwise. */
    static Trial of(String what) {
        return new Trial(what, 60_000, false, false, "");
    }

    static Trial of(String what, Callable<String> deed) {
        DEEDS.put(what, deed);
        return of(what);
    }

    Trial withTimeoutMs(long limit) {
        return new Trial(what, limit, relaunchPre, relaunchPost, whoAmI);
    }

    Trial withRelaunchPre() {
        return new Trial(what, timeoutMs, true, relaunchPost, whoAmI);
    }

    Trial withRelaunchPost() {
        return new Trial(what, timeoutMs, relaunchPre, true, whoAmI);
    }

    /** Keeps its thread for some time. */
    static Callable<String> taking(long millis) {
        return () -> {
            long sinceNs = System.nanoTime();
            while (System.nanoTime() - sinceNs < TimeUnit.MILLISECONDS.toNanos(millis)) {
                LockSupport.parkNanos(1_000_000);
            }
            return "at last";
        };
    }

    private static final class Codec implements PayloadCodec<Trial> {
        @Override
        public void write(Trial value, WireOut out) {
            out.write("what").text(value.what);
            out.write("timeoutMs").int64(value.timeoutMs);
            out.write("relaunchPre").bool(value.relaunchPre);
            out.write("relaunchPost").bool(value.relaunchPost);
            out.write("whoAmI").text(value.whoAmI);
        }

        @Override
        public Trial read(WireIn in) {
            return new Trial(
                    in.read("what").text(),
                    in.read("timeoutMs").int64(),
                    in.read("relaunchPre").bool(),
                    in.read("relaunchPost").bool(),
                    in.read("whoAmI").text());
        }
    }

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

    /** What is common to all patterns. */
    abstract static class Definition implements TaskManagerDefinition<Trial, String> {

        @Override
        public String signature() {
            return "Trial#" + pattern();
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
            return 42;
        }

        @Override
        public PayloadCodec<Trial> payloadCodec() {
            return new Codec();
        }

        @Override
        public PayloadCodec<String> resultCodec() {
            return new Text();
        }

        @Override
        public TaskMeta meta(Trial trial) {
            return new TaskMeta(
                    trial.what,
                    Timeout.afterMillis(trial.timeoutMs),
                    trial.relaunchPre,
                    trial.relaunchPost,
                    List.of(),
                    List.of());
        }

        @Override
        public Trial placed(Trial trial, String nameHost, String whoAmI) {
            return new Trial(trial.what, trial.timeoutMs, trial.relaunchPre, trial.relaunchPost, whoAmI);
        }

        @Override
        public String evaluate(Trial trial, EvaluationContext context) throws Exception {
            return DEEDS.getOrDefault(trial.what, trial::what).call();
        }
    }

    /** As a list. */
    public static final class AsList extends Definition {
        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }
    }

    /** As a DAG. */
    public static final class AsDag extends Definition {
        @Override
        public Pattern pattern() {
            return Pattern.DAG;
        }
    }

    /** As a template. */
    public static final class AsTemplate extends Definition {
        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }
    }
}
