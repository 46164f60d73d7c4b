package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tasks of a command in few objects. */
class TaskBatchTest {

    private static TaskSpec task(int number) {
        byte[] payload = new byte[number % 7 == 6 ? 1_000 + number : number % 5];
        Arrays.fill(payload, (byte) number);
        int[] predecessors = number % 11 == 10 ? new int[] {number - 1, 0} : TaskSpec.NO_PREDECESSORS;
        return new TaskSpec("task " + number, 1_000L * number, number % 3 == 0, number % 2 == 0, payload, predecessors);
    }

    private static TaskBatch batch(int size) {
        TaskBatch batch = new TaskBatch();
        byte[] buffer = new byte[10_000];
        for (int i = 0; i < size; i++) {
            TaskSpec task = task(i);
            System.arraycopy(task.payload(), 0, buffer, 0, task.payload().length);
            batch.add(
                    task.label(),
                    task.timeoutNs(),
                    task.relaunchPre(),
                    task.relaunchPost(),
                    buffer,
                    task.payload().length,
                    task.predecessors());
            Arrays.fill(buffer, (byte) -1);
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 1_023, 1_024, 1_025, 5_000})
    void everyTaskIsWhatWasAdded(int size) {
        TaskBatch batch = batch(size);

        List<TaskSpec> tasks = new ArrayList<>(batch);

        assertThat(tasks).hasSize(size);
        for (int i = 0; i < size; i++) {
            assertThat(tasks.get(i)).usingRecursiveComparison().isEqualTo(task(i));
            assertThat(batch.label(i)).isEqualTo("task " + i);
            assertThat(batch.predecessors(i)).isEqualTo(task(i).predecessors());
        }
    }

    @Test
    void thereIsNoTaskBesides() {
        TaskBatch batch = batch(3);

        assertThatThrownBy(() -> batch.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> batch.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatWasAskedForIsTheCallersOwn() {
        TaskBatch batch = batch(3);
        batch.get(2).payload()[0] = 99;

        assertThat(batch.get(2).payload()).containsExactly(2, 2);
    }
}
