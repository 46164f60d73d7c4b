package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.SourceText;

/**
 * The meaning of one typedef file.
 *
 * @param source the text it was compiled from, not null
 * @param tasks its tasks in source order, no two of one head; none if the file is there to be imported; not null,
 *     copied
 */
public record TypedefFile(SourceText source, List<TaskType> tasks) {

    /** @throws NullPointerException if anything is null */
    public TypedefFile {
        Objects.requireNonNull(source, "source");
        tasks = List.copyOf(tasks);
    }

    /** The task for {@code head}, if the file has one; never null. */
    public Optional<TaskType> task(Head head) {
        return tasks.stream().filter(task -> task.head() == head).findFirst();
    }
}
