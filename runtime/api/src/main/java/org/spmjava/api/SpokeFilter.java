package org.spmjava.api;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which Spokes are meant. Data, not code: the tracker asks it whenever a Spoke joins, and no code of users runs there.
 */
public sealed interface SpokeFilter {

    /**
     * Whether a Spoke is meant.
     *
     * @param spoke the Spoke
     * @return the same whenever asked
     */
    boolean accepts(SpokeIdentity spoke);

    /**
     * Every Spoke.
     *
     * @return the filter
     */
    static SpokeFilter every() {
        return new Every();
    }

    /**
     * The Spokes on some hosts.
     *
     * @param hosts the hosts' names
     * @return the filter
     */
    static SpokeFilter onHosts(String... hosts) {
        return new OnHosts(Set.of(hosts));
    }

    /**
     * The very processes that took part in a command: none that was launched in their place since.
     *
     * @param conclusion the command's
     * @return the filter
     */
    static SpokeFilter incarnationsOf(Conclusion conclusion) {
        return new Incarnations(
                conclusion.spokes().stream().map(SpokeIdentity::incarnation).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The Spokes that this filter does not mean.
     *
     * @return the filter
     */
    default SpokeFilter negate() {
        return new Not(this);
    }

    /**
     * The Spokes that both filters mean.
     *
     * @param other the other
     * @return the filter
     */
    default SpokeFilter and(SpokeFilter other) {
        return new Both(this, other);
    }

    /** Every Spoke. */
    record Every() implements SpokeFilter {
        @Override
        public boolean accepts(SpokeIdentity spoke) {
            return true;
        }

        @Override
        public String toString() {
            return "every";
        }
    }

    /**
     * The Spokes on some hosts.
     *
     * @param hosts the hosts' names
     */
    record OnHosts(Set<String> hosts) implements SpokeFilter {

        /** Copies the names. */
        public OnHosts {
            hosts = Set.copyOf(hosts);
        }

        @Override
        public boolean accepts(SpokeIdentity spoke) {
            return hosts.contains(spoke.host());
        }

        @Override
        public String toString() {
            return "on hosts " + hosts.stream().sorted().toList();
        }
    }

    /**
     * Certain processes.
     *
     * @param incarnations their numbers
     */
    record Incarnations(Set<Long> incarnations) implements SpokeFilter {

        /** Copies the numbers. */
        public Incarnations {
            incarnations = Set.copyOf(incarnations);
        }

        @Override
        public boolean accepts(SpokeIdentity spoke) {
            return incarnations.contains(spoke.incarnation());
        }

        @Override
        public String toString() {
            return "incarnations " + incarnations.stream().sorted().toList();
        }
    }

    /**
     * The Spokes that another filter does not mean.
     *
     * @param filter the other
     */
    record Not(SpokeFilter filter) implements SpokeFilter {
        @Override
        public boolean accepts(SpokeIdentity spoke) {
            return !filter.accepts(spoke);
        }

        @Override
        public String toString() {
            return "not " + filter;
        }
    }

    /**
     * The Spokes that two filters mean.
     *
     * @param left one
     * @param right the other
     */
    record Both(SpokeFilter left, SpokeFilter right) implements SpokeFilter {
        @Override
        public boolean accepts(SpokeIdentity spoke) {
            return left.accepts(spoke) && right.accepts(spoke);
        }

        @Override
        public String toString() {
            return left + " and " + right;
        }
    }
}
