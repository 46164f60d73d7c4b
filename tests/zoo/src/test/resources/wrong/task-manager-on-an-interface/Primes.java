import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

@TaskManager(typedef = "Primes.spmtype")
interface Primes { // wrong here

    @Spoke
    @Online
    static long taskEval(PrimesTask task) {
        return task.last() - task.first();
    }
}
