package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Who extends whom, and so which method a call means. */
final class Hierarchy {

    private final ClassPath classes;
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Map<MethodRef, Optional<Method>> resolved = new HashMap<>();
    private final Set<Origin> indexed = new HashSet<>();
    private final Map<String, List<Method>> calledBack = new HashMap<>();

    Hierarchy(ClassPath classes) {
        this.classes = classes;
    }

    /** A type and all that it extends and implements, as far as they are known; nearest first, classes first. */
    Set<String> supertypes(String type) {
        Set<String> known = supertypes.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            List<String> level = List.of(type);
            while (!level.isEmpty()) {
                List<String> next = new ArrayList<>();
                for (String name : level) {
                    if (known.add(name)) {
                        classes.find(name).ifPresent(file -> next.addAll(file.supertypes()));
                    }
                }
                level = next;
            }
            supertypes.put(type, known);
        }
        return known;
    }

    /** The method that a name means in a type: its own or an inherited one, if its code is followed. */
    Optional<Method> resolve(MethodRef ref) {
        Optional<Method> known = resolved.get(ref);
        if (known == null) {
            known = findMethod(ref);
            resolved.put(ref, known);
        }
        return known;
    }

    private Optional<Method> findMethod(MethodRef ref) {
        Optional<Method> inherited = Optional.empty();
        Optional<ClassFile> at = classes.find(ref.owner());
        while (at.isPresent() && at.get().origin().isFollowed()) {
            Optional<Method> own = at.get().method(ref.key());
            if (own.isPresent()) {
                return own;
            }
            at = superclass(at.get());
        }
        for (String supertype : supertypes(ref.owner())) {
            Optional<Method> candidate = classes.find(supertype)
                    .filter(file -> file.origin().isFollowed())
                    .flatMap(file -> file.method(ref.key()));
            if (candidate.isPresent() && (inherited.isEmpty() || inherited.get().isAbstract())) {
                inherited = candidate;
            }
        }
        return inherited;
    }

    /** The static initialisers that run when a class is first used: its own, and those of its superclasses. */
    List<Method> initialisers(String type) {
        List<Method> found = new ArrayList<>();
        Optional<ClassFile> at = classes.find(type);
        while (at.isPresent() && at.get().origin().isFollowed()) {
            at.get().method(MethodRef.INITIALISER + "()V").ifPresent(found::add);
            at = superclass(at.get());
        }
        return found;
    }

    private Optional<ClassFile> superclass(ClassFile file) {
        return file.supertypes().isEmpty()
                ? Optional.empty()
                : classes.find(file.supertypes().get(0));
    }

    /** All types whose code is followed that are of this type, itself among them; in order. */
    Set<String> subtypes(String type) {
        Set<String> known = subtypes.get(type);
        if (known == null) {
            known = findSubtypes(type);
            subtypes.put(type, known);
        }
        return known;
    }

    private Set<String> findSubtypes(String type) {
        Origin origin = classes.origin(type);
        index(Origin.MODULE);
        if (origin != Origin.MODULE) {
            // Libraries were compiled before the module, and know none of its types.
            index(Origin.LIBRARY);
        }
        Set<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(below.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private void index(Origin origin) {
        if (!indexed.add(origin)) {
            return;
        }
        for (String name : classes.names(origin)) {
            if (origin == Origin.MODULE) {
                classes.find(name).ifPresent(file -> addBelow(file.supertypes(), name));
            } else {
                addBelow(header(name), name);
            }
        }
    }

    /** Reads no more of a library's class than its first lines. */
    private List<String> header(String name) {
        try {
            ClassReader reader = new ClassReader(classes.bytes(name));
            List<String> types = new ArrayList<>(List.of(reader.getInterfaces()));
            if (reader.getSuperName() != null) {
                types.add(reader.getSuperName());
            }
            return types;
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return List.of();
        }
    }

    private void addBelow(Collection<String> types, String name) {
        for (String type : types) {
            if (!type.equals("java/lang/Object")) {
                below.computeIfAbsent(type, unused -> new TreeSet<>()).add(name);
            }
        }
    }

    /**
     * The methods of an instance that code may call which is not followed: those that override what the JDK or the
     * runtime declares. Status callbacks and definitions are not among them: when those are called is known.
     */
    List<Method> calledBack(String type) {
        List<Method> known = calledBack.get(type);
        if (known == null) {
            known = findCalledBack(type);
            calledBack.put(type, known);
        }
        return known;
    }

    private List<Method> findCalledBack(String type) {
        Set<String> declared = new HashSet<>();
        List<ClassFile> own = new ArrayList<>();
        for (String supertype : supertypes(type)) {
            Optional<ClassFile> file = classes.find(supertype);
            if (file.isPresent() && file.get().origin().isFollowed()) {
                own.add(file.get());
            } else if (file.isPresent() && !isKnownCallback(supertype)) {
                file.get().methods().stream()
                        .filter(Method::isOverridable)
                        .map(method -> method.ref().key())
                        .forEach(declared::add);
            }
        }
        Map<String, Method> nearest = new LinkedHashMap<>();
        for (ClassFile file : own) {
            for (Method method : file.methods()) {
                boolean overrides = !method.isStatic()
                        && !method.ref().name().startsWith("<")
                        && declared.contains(method.ref().key());
                if (overrides && !method.isAbstract()) {
                    nearest.putIfAbsent(method.ref().key(), method);
                }
            }
        }
        return List.copyOf(nearest.values());
    }

    private static boolean isKnownCallback(String type) {
        return type.equals(RuntimeNames.STATUS_CALLBACK) || type.equals(RuntimeNames.DEFINITION);
    }
}
