package org.spmjava.statecheck;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A value in a method, as far as it matters where it comes from.
 *
 * @param size how many slots it takes: 2 if it is a long or a double
 * @param sources where it may come from
 * @param type the internal name of its type, as far as one instruction tells it
 */
record FlowValue(int size, Set<Source> sources, Optional<String> type) implements Value {

    static final FlowValue SINGLE = new FlowValue(1, Set.of(), Optional.empty());
    static final FlowValue DOUBLE = new FlowValue(2, Set.of(), Optional.empty());

    static FlowValue of(int size) {
        return size == 2 ? DOUBLE : SINGLE;
    }

    @Override
    public int getSize() {
        return size;
    }

    FlowValue from(Set<Source> other) {
        return new FlowValue(size, other, type);
    }

    /** Either of two. */
    FlowValue or(FlowValue other) {
        if (equals(other)) {
            return this;
        }
        Optional<String> common = Objects.equals(type, other.type) ? type : Optional.empty();
        return new FlowValue(Math.min(size, other.size), union(sources, other.sources), common);
    }

    static Set<Source> union(Set<Source> one, Set<Source> other) {
        if (one.containsAll(other)) {
            return one;
        } else if (other.containsAll(one)) {
            return other;
        }
        Set<Source> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }
}
