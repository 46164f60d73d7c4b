package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Tasks.spmtype")
class Primes implements StatusCallback<PrimesTask, Long> {
    @Override
    public void onStatus(TaskStatus<PrimesTask, Long> status) {
        retry(status.index());
    }

    private void retry(int index) {
        SerialVirtualCloud.create(CloudOptions.defaults());
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
