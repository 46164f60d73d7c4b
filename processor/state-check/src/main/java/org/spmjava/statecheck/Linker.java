package org.spmjava.statecheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out, once, what steps lead to. */
final class Linker {

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Doors doors;
    private final Map<MethodRef, Link> calls = new HashMap<>();
    private final Map<String, Link> types = new HashMap<>();

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
            return of(creation.type());
        } else if (step instanceof Step.StaticField field) {
            return of(field.field().owner());
        }
        return null;
    }

    Link of(MethodRef ref) {
        Link link = calls.get(ref);
        if (link == null) {
            Link owner = of(ref.owner());
            Optional<Method> resolved = owner.origin().isFollowed() ? hierarchy.resolve(ref) : Optional.empty();
            link = new Link(doors.find(ref), owner.origin(), resolved, owner.initialisers());
            calls.put(ref, link);
        }
        return link;
    }

    private Link of(String type) {
        Link link = types.get(type);
        if (link == null) {
            link = new Link(Optional.empty(), classes.origin(type), Optional.empty(), hierarchy.initialisers(type));
            types.put(type, link);
        }
        return link;
    }
}
