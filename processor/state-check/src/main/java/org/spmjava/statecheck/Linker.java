package org.spmjava.statecheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out, once, what steps lead to. */
final class Linker {

    /**
     * What a class has for its methods in common.
     *
     * @param link for a step that names only the class
     * @param file the class, if its code is followed
     */
    private record Owner(Link link, Doors.Doorway doorway, Optional<ClassFile> file) {}

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Doors doors;
    private final Map<String, Owner> owners = new HashMap<>();

    Linker(ClassPath classes, Hierarchy hierarchy, Doors doors) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.doors = doors;
    }

    /** In the order of the method's steps; null for a step that leads nowhere. Not to be changed. */
    Link[] links(Method method) {
        Link[] links = method.links();
        if (links == null) {
            List<Step> steps = method.steps();
            links = new Link[steps.size()];
            for (int i = 0; i < links.length; i++) {
                links[i] = link(steps.get(i));
            }
            method.lead(links);
        }
        return links;
    }

    private Link link(Step step) {
        if (step instanceof Step.Call call) {
            return of(call.target());
        } else if (step instanceof Step.Callback callback) {
            return of(callback.target());
        } else if (step instanceof Step.Creation creation) {
            return owner(creation.type()).link();
        } else if (step instanceof Step.StaticField field) {
            return owner(field.field().owner()).link();
        }
        return null;
    }

    Link of(MethodRef ref) {
        Owner owner = owner(ref.owner());
        Link link = owner.link();
        Optional<DoorKind> door = owner.doorway().door(ref.name());
        if (!link.origin().isFollowed()) {
            return door.isEmpty() ? link : new Link(door, link.origin(), Optional.empty(), link.initialisers());
        }
        Optional<Method> own = owner.file().flatMap(file -> file.method(ref.signature()));
        Optional<Method> resolved = own.isPresent() ? own : hierarchy.resolve(ref);
        return new Link(door, link.origin(), resolved, link.initialisers());
    }

    private Owner owner(String type) {
        Owner owner = owners.get(type);
        if (owner == null) {
            Link link =
                    new Link(Optional.empty(), classes.origin(type), Optional.empty(), hierarchy.initialisers(type));
            Optional<ClassFile> file = link.origin().isFollowed() ? classes.find(type) : Optional.empty();
            owner = new Owner(link, doors.of(type), file);
            owners.put(type, owner);
        }
        return owner;
    }
}
