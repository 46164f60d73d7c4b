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
    private final Origin origin;
    private final List<String> supertypes;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<Signature, Method> methods = new LinkedHashMap<>();
    private Optional<String> sourceFile = Optional.empty();
    /** Of the methods that it has or inherits, those that are annotated; null until it is linked. */
    private List<Method> annotated;

    ClassFile(String name, int access, Origin origin, List<String> supertypes) {
        this.name = name;
        this.access = access;
        this.origin = origin;
        this.supertypes = List.copyOf(supertypes);
    }

    /** Only while the class is read. */
    void add(Method method) {
        methods.put(method.ref().signature(), method);
    }

    /** Only while the class is read. */
    void add(Field field) {
        fields.put(field.name(), field);
    }

    /** Only while the class is read. */
    void comesFrom(String source) {
        sourceFile = Optional.ofNullable(source);
    }

    /** Whether this is the first time that it is asked. */
    boolean beginLinking() {
        if (annotated != null) {
            return false;
        }
        annotated = new ArrayList<>();
        for (Method method : methods.values()) {
            if (method.isAnnotated() && method.mayOverride()) {
                annotated.add(method);
            }
        }
        return true;
    }

    /** Takes over what a supertype declares of a method. */
    void inherit(Method above) {
        Method own = methods.get(above.ref().signature());
        if (own == null) {
            annotated.add(above);
        } else if (own.mayOverride()) {
            if (!own.isAnnotated()) {
                annotated.add(own);
            }
            own.inherit(above);
        }
    }

    /** Of the methods that it has or inherits, those that are annotated. */
    List<Method> annotated() {
        return annotated;
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

    Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    Collection<Field> fields() {
        return fields.values();
    }

    Collection<Method> methods() {
        return methods.values();
    }

    Optional<Method> method(Signature signature) {
        return Optional.ofNullable(methods.get(signature));
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

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
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
