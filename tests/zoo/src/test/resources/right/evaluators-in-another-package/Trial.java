package work;

import app.PrimesTask;
import java.util.stream.LongStream;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;

/** Divides. */
public final class Trial {

    private Trial() {}

    /** Counts. */
    @Spoke
    @Online
    public static long taskEval(PrimesTask task) {
        return LongStream.range(task.first(), task.last())
                .filter(n -> n > 1 && LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0))
                .count();
    }
}
