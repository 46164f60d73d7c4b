import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;

/** Another way to look at a range. */
class Largest {

    @Spoke
    @Online
    static int taskEval(PrimesTask task) { // wrong here
        return (int) task.last() - 1;
    }
}
