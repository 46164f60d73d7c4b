package demo;

import java.util.*;
import java.util.function.*;
import org.spmjava.api.annotation.*;

class Primes {
    interface Rule {
        boolean holds(long n);
    }

    private static final Map<String, LongUnaryOperator> OPERATORS = new HashMap<>();
    private static final List<Rule> RULES = new ArrayList<>();

    @Offline
    @Hub
    static void main(String[] arguments) {
        OPERATORS.put("double", n -> 2 * n);
        RULES.add(n -> n > arguments.length);
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return RULES.isEmpty() ? OPERATORS.get("double").applyAsLong(n) : 0;
    }
}
