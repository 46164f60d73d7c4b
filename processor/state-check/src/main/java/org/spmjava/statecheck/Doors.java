package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which calls go through a door. */
final class Doors {

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final List<Door> doors;
    private final Map<MethodRef, Optional<DoorKind>> known = new HashMap<>();

    Doors(ClassPath classes, Hierarchy hierarchy, List<Door> more) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        doors = new ArrayList<>(RuntimeNames.DOORS);
        doors.addAll(more);
    }

    /** The door that a call of this method goes through. */
    Optional<DoorKind> find(MethodRef method) {
        if (method.name().startsWith("<")) {
            return Optional.empty();
        }
        Optional<DoorKind> door = known.get(method);
        if (door == null) {
            Optional<DoorKind> generated = generated(method);
            door = generated.isPresent() ? generated : listed(method);
            known.put(method, door);
        }
        return door;
    }

    private Optional<DoorKind> generated(MethodRef method) {
        Optional<String> managerOfPush = RuntimeNames.managerOfPush(method);
        if (managerOfPush.isPresent()) {
            return isManager(managerOfPush.get()) ? Optional.of(DoorKind.PUSH) : Optional.empty();
        }
        return isManager(method.owner()) ? RuntimeNames.doorOfManager(method.name()) : Optional.empty();
    }

    private boolean isManager(String type) {
        return RuntimeNames.isManagerName(type)
                && classes.find(type).filter(RuntimeNames::isManager).isPresent();
    }

    private Optional<DoorKind> listed(MethodRef method) {
        for (Door door : doors) {
            if (door.isNamed(method.name())
                    && hierarchy.supertypes(method.owner()).stream().anyMatch(door::isOf)) {
                return Optional.of(door.kind());
            }
        }
        return Optional.empty();
    }
}
