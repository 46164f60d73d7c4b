package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final List<String> WORDS = new ArrayList<>();
    private static final List<String> SAME_WORDS = WORDS;
    private static final Map<String, List<Long>> TABLE = new HashMap<>();
    private static final StringBuilder TEXT = new StringBuilder();

    @Offline
    @Hub
    static void main(String[] arguments) {
        SAME_WORDS.add(arguments[0]);
        Map<String, List<Long>> table = TABLE;
        List<Long> row = table.computeIfAbsent("row", key -> new ArrayList<>());
        row.add(1L);
        StringBuilder text = arguments.length > 1 ? TEXT : new StringBuilder();
        text.append(arguments[0]).append(' ');
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        List<String> words = WORDS;
        return words.size() + TABLE.size() + TEXT.length();
    }
}
