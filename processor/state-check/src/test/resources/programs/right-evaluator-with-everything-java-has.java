package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    enum Kind {
        ODD,
        EVEN
    }

    record Bucket(long from, Kind kind) implements Comparable<Bucket> {
        @Override
        public int compareTo(Bucket other) {
            return Long.compare(from, other.from);
        }
    }

    @Online
    @Spoke
    static String taskEval(long n) {
        SortedSet<Bucket> buckets = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            buckets.add(new Bucket(n, kind));
        }
        StringBuilder text = new StringBuilder();
        for (Bucket bucket : buckets) {
            text.append(
                    switch (bucket.kind()) {
                        case ODD -> "odd " + bucket;
                        case EVEN -> "even " + bucket.hashCode();
                    });
        }
        new Object() {
            void more() {
                text.append(n);
            }
        }.more();
        return text.toString();
    }
}
