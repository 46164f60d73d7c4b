package work;

import app.PrimesTask;
import java.util.BitSet;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;

/** Crosses out. */
public final class Sieve {

    private Sieve() {}

    /** Counts. */
    @Spoke
    @Online
    public static Long taskEval(PrimesTask task) {
        int last = (int) task.last();
        BitSet crossedOut = new BitSet();
        for (int n = 2; n < last; n++) {
            for (int multiple = 2 * n; multiple < last; multiple += n) {
                crossedOut.set(multiple);
            }
        }
        int from = (int) Math.max(2, task.first());
        return (long) (last - from) - crossedOut.get(from, last).cardinality();
    }
}
