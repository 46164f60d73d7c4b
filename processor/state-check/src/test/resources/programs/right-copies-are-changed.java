package demo;

import java.util.*;
import java.util.stream.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final List<String> WORDS = List.of("a", "b");
    private static final long[] TABLE = {1, 2, 3};

    @Offline
    @Hub
    static int main(String[] arguments) {
        List<String> copy = new ArrayList<>(WORDS);
        copy.add("c");
        List<String> collected = WORDS.stream().map(String::trim).collect(Collectors.toCollection(ArrayList::new));
        collected.add("d");
        long[] table = TABLE.clone();
        table[0] = 5;
        return copy.size() + collected.size() + table.length;
    }

    @Online
    @Spoke
    static long taskEval(int n) {
        return WORDS.size() + TABLE[n];
    }
}
