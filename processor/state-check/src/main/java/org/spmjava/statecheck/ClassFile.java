package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** A class file that was read. There is one instance a class, so identity is equality. */
final class ClassFile {

    private final String name;
    private final int access;
    private final Optional<String> sourceFile;
    private final Origin origin;
    private final List<String> supertypes;
    private final Map<String, String> fields;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    ClassFile(
            String name,
            int access,
            Optional<String> sourceFile,
            Origin origin,
            List<String> supertypes,
            Map<String, String> fields) {
        this.name = name;
        this.access = access;
        this.sourceFile = sourceFile;
        this.origin = origin;
        this.supertypes = List.copyOf(supertypes);
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Only while the class is read. */
    void add(Method method) {
        methods.put(method.ref().key(), method);
    }

    /** Its internal name. */
    String name() {
        return name;
    }

    /** The name of its source file, without the package. */
    Optional<String> sourceFile() {
        return sourceFile;
    }

    Origin origin() {
        return origin;
    }

    /** Its superclass, if it has one, and then its interfaces. */
    List<String> supertypes() {
        return supertypes;
    }

    /** Descriptors by names. */
    Map<String, String> fields() {
        return fields;
    }

    Collection<Method> methods() {
        return methods.values();
    }

    Optional<Method> method(String key) {
        return Optional.ofNullable(methods.get(key));
    }

    /** Its methods of that name, without the bridges that javac added. */
    List<Method> methodsNamed(String method) {
        List<Method> named = new ArrayList<>();
        for (Method candidate : methods.values()) {
            if (candidate.ref().name().equals(method) && !candidate.isBridge()) {
                named.add(candidate);
            }
        }
        return named;
    }

    boolean isFinal() {
        return (access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether there can be no instance of exactly this type. */
    boolean isAbstract() {
        return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
