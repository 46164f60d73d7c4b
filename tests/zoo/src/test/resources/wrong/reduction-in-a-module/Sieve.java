import java.util.stream.LongStream;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;

class Sieve {

    @Spoke
    @Online
    static long taskEval(PrimesTask task) {
        return LongStream.range(task.first(), task.last()).filter(Sieve::isPrime).count();
    }

    @Hub
    @Online
    static long taskReduce(long left, long right) { // wrong here
        return left + right;
    }

    private static boolean isPrime(long n) {
        return n > 1 && LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0);
    }
}
