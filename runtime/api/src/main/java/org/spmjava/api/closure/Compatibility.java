package org.spmjava.api.closure;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spmjava.api.Allows;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Primitive;

/** What goes with what, as {@link Pattern} and {@link Grain} say it: which policies, grains and primitives. */
public final class Compatibility {

    private static final Map<Pattern, List<Row>> ROWS = new EnumMap<>(Pattern.class);
    private static final Map<Grain, Set<Primitive>> PRIMITIVES = new EnumMap<>(Grain.class);

    static {
        for (Grain grain : Grain.values()) {
            Set<Primitive> enabled = EnumSet.noneOf(Primitive.class);
            enabled.addAll(
                    List.of(annotations(grain, Grain.Enables.class).get(0).value()));
            PRIMITIVES.put(grain, enabled);
        }
        for (Pattern pattern : Pattern.values()) {
            List<Row> rows = new ArrayList<>();
            for (Allows allows : annotations(pattern, Allows.class)) {
                rows.add(new Row(pattern, allows.policy(), allows.grain(), handle(allows)));
            }
            ROWS.put(pattern, List.copyOf(rows));
        }
    }

    private Compatibility() {}

    /**
     * A combination that is allowed.
     *
     * @param pattern the pattern
     * @param policy the policy
     * @param grain the grain
     * @param handle what evaluators are handed beside their task, empty if nothing
     */
    public record Row(Pattern pattern, Policy policy, Grain grain, Optional<Class<?>> handle) {

        /**
         * The primitives that tasks may use.
         *
         * @return none if the grain is coarse
         */
        public Set<Primitive> primitives() {
            return primitivesOf(grain);
        }
    }

    /**
     * Everything that is allowed.
     *
     * @return by pattern, of each its default first
     */
    public static List<Row> rows() {
        return Arrays.stream(Pattern.values())
                .flatMap(pattern -> ROWS.get(pattern).stream())
                .toList();
    }

    /**
     * A combination.
     *
     * @param pattern the pattern
     * @param policy the policy
     * @param grain the grain
     * @return empty if it is not allowed
     */
    public static Optional<Row> row(Pattern pattern, Policy policy, Grain grain) {
        return ROWS.get(pattern).stream()
                .filter(row -> row.policy == policy && row.grain == grain)
                .findFirst();
    }

    /**
     * The primitives that a grain enables.
     *
     * @param grain the grain
     * @return a copy
     */
    public static Set<Primitive> primitivesOf(Grain grain) {
        return EnumSet.copyOf(PRIMITIVES.get(grain));
    }

    private static Optional<Class<?>> handle(Allows allows) {
        return allows.handle() == void.class ? Optional.empty() : Optional.of(allows.handle());
    }

    private static <A extends Annotation> List<A> annotations(Enum<?> constant, Class<A> type) {
        try {
            return List.of(
                    constant.getDeclaringClass().getField(constant.name()).getAnnotationsByType(type));
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(constant + " is not a constant of its own class", impossible);
        }
    }
}
