package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    static void main(String[] arguments) {
        Limits.set(7);
        fill(Limits.NAMES, arguments);
        Limits.rows().add(1L);
        Collections.addAll(Limits.WORDS, arguments);
    }

    private static void fill(List<String> list, String... words) {
        for (String word : words) {
            list.add(word);
        }
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return n < Limits.get() ? first(Limits.NAMES).length() : Limits.rows().size() + Limits.WORDS.size();
    }

    private static String first(List<String> list) {
        return list.get(0);
    }
}

class Limits {
    static final List<String> NAMES = new ArrayList<>();
    static final List<String> WORDS = new ArrayList<>();
    private static final List<Long> ROWS = new ArrayList<>();
    private static long limit = 3;

    static void set(long value) {
        limit = value;
    }

    static long get() {
        return limit;
    }

    static List<Long> rows() {
        return ROWS;
    }
}
