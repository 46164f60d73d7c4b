package org.spmjava.statecheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to check.
 *
 * @param classDirectories where the module's compiled classes are: directories, or jars; what does not exist is empty;
 *     copied
 * @param classPath what the module was compiled with: directories and jars; what does not exist is empty; copied
 * @param doors doors beyond those of the runtime; copied
 */
public record StateCheckInput(List<Path> classDirectories, List<Path> classPath, List<Door> doors) {

    /** Refuses null. */
    public StateCheckInput {
        classDirectories = List.copyOf(classDirectories);
        classPath = List.copyOf(classPath);
        doors = List.copyOf(doors);
    }

    /**
     * A module with the doors of the runtime.
     *
     * @param classDirectories where the module's compiled classes are
     * @param classPath what the module was compiled with
     * @return the input
     */
    public static StateCheckInput of(List<Path> classDirectories, List<Path> classPath) {
        return new StateCheckInput(classDirectories, classPath, List.of());
    }

    /**
     * The same with one more door.
     *
     * @param door the door
     * @return the input
     */
    public StateCheckInput withDoor(Door door) {
        List<Door> more = new ArrayList<>(doors);
        more.add(door);
        return new StateCheckInput(classDirectories, classPath, more);
    }
}
