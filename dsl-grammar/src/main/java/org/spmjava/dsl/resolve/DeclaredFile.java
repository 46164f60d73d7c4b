package org.spmjava.dsl.resolve;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a file declares, and what it may use.
 *
 * @param tasks the tasks in source order
 * @param types the structs and enums in source order
 * @param imported the structs and enums of other files, in the order of their imports
 */
public record DeclaredFile(List<DeclaredTask> tasks, List<DeclaredType> types, List<DeclaredType> imported) {

    /** @throws NullPointerException if a list is null */
    public DeclaredFile {
        tasks = List.copyOf(tasks);
        types = List.copyOf(types);
        imported = List.copyOf(imported);
    }

    /** The structs that the file itself declares beside its tasks. */
    public Stream<DeclaredStructType> structs() {
        return types.stream().filter(DeclaredStructType.class::isInstance).map(DeclaredStructType.class::cast);
    }

    /** The enums that the file itself declares. */
    public Stream<DeclaredEnum> enums() {
        return types.stream().filter(DeclaredEnum.class::isInstance).map(DeclaredEnum.class::cast);
    }

    /** Every type that its fields may name. */
    public Stream<DeclaredType> visible() {
        return Stream.concat(imported.stream(), types.stream());
    }
}
