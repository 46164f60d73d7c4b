package org.spmjava.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.spmjava.benchmarks.sbe.Bool;
import org.spmjava.benchmarks.sbe.Module;
import org.spmjava.benchmarks.sbe.SbeOrderDecoder;
import org.spmjava.benchmarks.sbe.SbeOrderEncoder;

/** The fields of {@link Order} as SBE carries them: encoded from the payload, decoded to values of the same types. */
final class SbeOrder {

    private static final int CAPACITY = 1024;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CAPACITY]);
    private final SbeOrderEncoder encoder = new SbeOrderEncoder();
    private final SbeOrderDecoder decoder = new SbeOrderDecoder();

    /** What was decoded: plain, without the checks and copies that a payload's own constructors make. */
    record Decoded(
            String label,
            List<String> path,
            List<String> modulePreload,
            Module module,
            Duration timeout,
            Optional<Boolean> relaunchPre,
            Optional<Boolean> relaunchPost,
            String customer,
            long number,
            int parcels,
            double price,
            boolean paid,
            Duration delivery,
            Map<String, Long> quantities) {}

    /** Encodes; returns the length in bytes. */
    int encode(OrderTask task) {
        OrderTask.Meta meta = task.spm().meta();
        OrderTask.Core core = task.spm().core();
        encoder.wrap(buffer, 0)
                .module(Module.get((short) meta.module().ordinal()))
                .timeoutNs(meta.timeout().durationNs())
                .relaunchPre(bool(core.relaunchPre()))
                .relaunchPost(bool(core.relaunchPost()))
                .number(task.number())
                .parcels(task.parcels())
                .price(task.price())
                .paid(bool(task.paid()))
                .deliverySeconds(task.delivery().getSeconds())
                .deliveryNanos(task.delivery().getNano());
        SbeOrderEncoder.PathEncoder path = encoder.pathCount(meta.path().size());
        for (String entry : meta.path()) {
            path.next().entry(entry);
        }
        SbeOrderEncoder.ModulePreloadEncoder preload =
                encoder.modulePreloadCount(meta.modulePreload().size());
        meta.modulePreload().forEach(module -> preload.next().entry(module.className()));
        SbeOrderEncoder.QuantitiesEncoder quantities =
                encoder.quantitiesCount(task.quantities().size());
        task.quantities()
                .forEach((goods, amount) -> quantities.next().amount(amount).goods(goods));
        encoder.label(meta.label()).customer(task.customer());
        return encoder.encodedLength();
    }

    private static Bool bool(boolean value) {
        return value ? Bool.YES : Bool.NO;
    }

    private static Bool bool(Optional<Boolean> value) {
        return value.isPresent() ? bool(value.get().booleanValue()) : Bool.NULL_VAL;
    }

    /** Decodes what was last encoded. */
    Decoded decode() {
        decoder.wrap(buffer, 0, SbeOrderDecoder.BLOCK_LENGTH, SbeOrderDecoder.SCHEMA_VERSION);
        Module module = decoder.module();
        Duration timeout = Duration.ofNanos(decoder.timeoutNs());
        Optional<Boolean> relaunchPre = optional(decoder.relaunchPre());
        Optional<Boolean> relaunchPost = optional(decoder.relaunchPost());
        long number = decoder.number();
        int parcels = decoder.parcels();
        double price = decoder.price();
        boolean paid = decoder.paid() == Bool.YES;
        Duration delivery = Duration.ofSeconds(decoder.deliverySeconds(), decoder.deliveryNanos());
        List<String> path = new ArrayList<>();
        for (SbeOrderDecoder.PathDecoder entry : decoder.path()) {
            path.add(entry.entry());
        }
        List<String> modulePreload = new ArrayList<>();
        for (SbeOrderDecoder.ModulePreloadDecoder entry : decoder.modulePreload()) {
            modulePreload.add(entry.entry());
        }
        Map<String, Long> quantities = new LinkedHashMap<>();
        for (SbeOrderDecoder.QuantitiesDecoder entry : decoder.quantities()) {
            long amount = entry.amount();
            quantities.put(entry.goods(), amount);
        }
        return new Decoded(
                decoder.label(),
                path,
                modulePreload,
                module,
                timeout,
                relaunchPre,
                relaunchPost,
                decoder.customer(),
                number,
                parcels,
                price,
                paid,
                delivery,
                quantities);
    }

    private static Optional<Boolean> optional(Bool value) {
        return value == Bool.NULL_VAL ? Optional.empty() : Optional.of(value == Bool.YES);
    }
}
