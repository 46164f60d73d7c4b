package org.spmjava.statecheck;

import java.util.ArrayList;
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

    private static final String OBJECT = "java/lang/Object";
    private static final Signature INITIALISER = new Signature(MethodRef.INITIALISER, "()V");

    private final ClassPath classes;
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    /** Of the libraries only, and one level only. */
    private final Map<String, List<String>> below = new HashMap<>();

    private final Map<String, Set<String>> inModule = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Map<MethodRef, Optional<Method>> resolved = new HashMap<>();
    private final Map<String, List<Method>> calledBack = new HashMap<>();
    private boolean librariesIndexed;

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
                    if (known.add(name) && !name.equals(OBJECT)) {
                        classes.find(name).ifPresent(file -> next.addAll(file.supertypes()));
                    }
                }
                level = next;
            }
            supertypes.put(type, known);
        }
        return known;
    }

    /** Whether the runtime calls instances of a type on the Hub, online, and nowhere else. */
    boolean isHubCallback(String type) {
        return !Step.concernsJdkOnly(type)
                && supertypes(type).stream().anyMatch(RuntimeNames.HUB_CALLBACKS::containsKey);
    }

    /** Whether it is a method of that name of the type that is called so. */
    boolean isHubCallback(String type, String method) {
        return isHubCallback(type)
                && supertypes(type).stream()
                        .anyMatch(supertype -> method.equals(RuntimeNames.HUB_CALLBACKS.get(supertype)));
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
            Optional<Method> own = at.get().method(ref.signature());
            if (own.isPresent()) {
                return own;
            }
            at = superclass(at.get());
        }
        for (String supertype : supertypes(ref.owner())) {
            Optional<Method> candidate = Step.concernsJdkOnly(supertype)
                    ? Optional.empty()
                    : classes.find(supertype)
                            .filter(file -> file.origin().isFollowed())
                            .flatMap(file -> file.method(ref.signature()));
            if (candidate.isPresent() && (inherited.isEmpty() || inherited.get().isAbstract())) {
                inherited = candidate;
            }
        }
        return inherited;
    }

    /** The methods with a body that a call may run, as far as the module tells. */
    List<Method> targets(MethodRef ref, Step.Kind kind) {
        Set<Method> found = new LinkedHashSet<>();
        Optional<Method> resolved = Step.concernsJdkOnly(ref.owner()) ? Optional.empty() : resolve(ref);
        resolved.ifPresent(found::add);
        if (kind == Step.Kind.VIRTUAL && resolved.filter(Method::isOverridable).isPresent()) {
            for (String type : subtypesInModule(ref.owner())) {
                resolve(ref.in(type)).ifPresent(found::add);
            }
        }
        return found.stream().filter(method -> !method.isAbstract()).toList();
    }

    /** The static initialisers that run when a class is first used: its own, and those of its superclasses. */
    List<Method> initialisers(String type) {
        List<Method> found = new ArrayList<>();
        Optional<ClassFile> at = classes.find(type);
        while (at.isPresent() && at.get().origin().isFollowed()) {
            at.get().method(INITIALISER).ifPresent(found::add);
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
        return subtypes.computeIfAbsent(type, this::findSubtypes);
    }

    /** The module's types that are of this type; in order. */
    Set<String> subtypesInModule(String type) {
        indexModule();
        return inModule.getOrDefault(type, Set.of());
    }

    private Set<String> findSubtypes(String type) {
        Set<String> found = new TreeSet<>(subtypesInModule(type));
        found.add(type);
        if (classes.origin(type) != Origin.MODULE) {
            // Libraries were compiled before the module, and know none of its types.
            indexLibraries();
            List<String> open = new ArrayList<>(below.getOrDefault(type, List.of()));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (found.add(next)) {
                    open.addAll(below.getOrDefault(next, List.of()));
                }
            }
        }
        return found;
    }

    private void indexModule() {
        if (inModule.isEmpty()) {
            for (ClassFile file : classes.module()) {
                for (String type : supertypes(file.name())) {
                    inModule.computeIfAbsent(type, unused -> new TreeSet<>()).add(file.name());
                }
            }
        }
    }

    private void indexLibraries() {
        if (!librariesIndexed) {
            librariesIndexed = true;
            for (String name : classes.names(Origin.LIBRARY)) {
                for (String type : header(name)) {
                    if (!type.equals(OBJECT)) {
                        below.computeIfAbsent(type, unused -> new ArrayList<>()).add(name);
                    }
                }
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

    /**
     * The methods of an instance that code may call which is not followed: those that override what the JDK or the
     * runtime declares. Callbacks of the Hub and definitions are not among them: when those are called is known.
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
        Set<Signature> declared = new HashSet<>();
        List<ClassFile> own = new ArrayList<>();
        for (String supertype : supertypes(type)) {
            Optional<ClassFile> file = classes.find(supertype);
            if (file.isPresent() && file.get().origin().isFollowed()) {
                own.add(file.get());
            } else if (file.isPresent() && !isKnownCallback(supertype)) {
                file.get().methods().stream()
                        .filter(Method::isOverridable)
                        .map(method -> method.ref().signature())
                        .forEach(declared::add);
            }
        }
        Map<Signature, Method> nearest = new LinkedHashMap<>();
        for (ClassFile file : own) {
            for (Method method : file.methods()) {
                Signature signature = method.ref().signature();
                if (method.mayOverride() && !method.isAbstract() && declared.contains(signature)) {
                    nearest.putIfAbsent(signature, method);
                }
            }
        }
        return List.copyOf(nearest.values());
    }

    private static boolean isKnownCallback(String type) {
        return RuntimeNames.HUB_CALLBACKS.containsKey(type) || type.equals(RuntimeNames.DEFINITION);
    }
}
