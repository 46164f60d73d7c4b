package demo;

import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Online
    @Hub
    void again(PrimesTask.PushStage stage, Class<?>... modules) {
        stage.modulePreload(modules);
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
