package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which calls go through a door. */
final class Doors {

    /** The doors of one type. */
    record Doorway(boolean isPushStage, boolean isManager, List<Door> listed) {

        Optional<DoorKind> door(String method) {
            if (method.startsWith("<")) {
                return Optional.empty();
            } else if (isPushStage && RuntimeNames.isPush(method)) {
                return Optional.of(DoorKind.PUSH);
            } else if (isManager) {
                return RuntimeNames.doorOfManager(method);
            }
            for (Door door : listed) {
                if (door.isNamed(method)) {
                    return Optional.of(door.kind());
                }
            }
            return Optional.empty();
        }
    }

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final List<Door> doors;
    private final Map<String, Doorway> doorways = new HashMap<>();

    Doors(ClassPath classes, Hierarchy hierarchy, List<Door> more) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        doors = new ArrayList<>(RuntimeNames.DOORS);
        doors.addAll(more);
    }

    /** The door that a call of this method goes through. */
    Optional<DoorKind> find(MethodRef method) {
        return of(method.owner()).door(method.name());
    }

    /** The doors of a type. */
    Doorway of(String type) {
        Doorway doorway = doorways.get(type);
        if (doorway == null) {
            doorway = doorway(type);
            doorways.put(type, doorway);
        }
        return doorway;
    }

    private Doorway doorway(String type) {
        Set<String> supertypes = hierarchy.supertypes(type);
        List<Door> listed = new ArrayList<>();
        for (Door door : doors) {
            if (supertypes.contains(door.internalName())) {
                listed.add(door);
            }
        }
        boolean isPushStage =
                RuntimeNames.managerOfPushStage(type).filter(this::isManager).isPresent();
        return new Doorway(isPushStage, isManager(type), listed);
    }

    private boolean isManager(String type) {
        return RuntimeNames.isManagerName(type)
                && classes.find(type).filter(RuntimeNames::isManager).isPresent();
    }
}
