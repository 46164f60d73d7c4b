package demo;

import java.math.*;
import java.time.*;
import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final BigInteger SUM = BigInteger.ONE;
    private static final String NAME = "name";
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Optional<String> NONE = Optional.empty();
    private static final List<Long> FIRST = List.of(2L, 3L);

    @Offline
    @Hub
    static String main(BigInteger more) {
        BigInteger sum = SUM.add(more);
        String name = NAME.replace('n', 'N');
        Duration wait = WAIT.plusSeconds(1);
        return sum + name + wait + NONE.or(() -> Optional.of("x"));
    }

    @Online
    @Spoke
    static String taskEval(long n) {
        return SUM.add(BigInteger.valueOf(n)) + NAME + WAIT + NONE + FIRST.get(0);
    }
}
