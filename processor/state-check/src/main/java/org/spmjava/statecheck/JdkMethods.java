package org.spmjava.statecheck;

import java.util.Map;
import java.util.Set;

/** What methods of the JDK do with what they are called on, or are given: from their documentation. */
final class JdkMethods {

    private static final String COLLECTIONS = "java/util/Collections";
    private static final String ARRAYS = "java/util/Arrays";

    /** Of collections, builders and atomic variables: those that change them. */
    private static final Set<String> CHANGES = Set.of(
            "accumulate",
            "accumulateAndGet",
            "add",
            "addAll",
            "addAndGet",
            "addElement",
            "addFirst",
            "addLast",
            "and",
            "andNot",
            "append",
            "clear",
            "compareAndSet",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "decrement",
            "decrementAndGet",
            "delete",
            "deleteCharAt",
            "drainTo",
            "flip",
            "getAndAccumulate",
            "getAndAdd",
            "getAndDecrement",
            "getAndIncrement",
            "getAndSet",
            "getAndUpdate",
            "increment",
            "incrementAndGet",
            "insert",
            "lazySet",
            "merge",
            "offer",
            "offerFirst",
            "offerLast",
            "or",
            "poll",
            "pollFirst",
            "pollLast",
            "pop",
            "push",
            "put",
            "putAll",
            "putFirst",
            "putIfAbsent",
            "putLast",
            "remove",
            "removeAll",
            "removeFirst",
            "removeIf",
            "removeLast",
            "replace",
            "replaceAll",
            "reset",
            "retainAll",
            "reverse",
            "sort",
            "sumThenReset",
            "updateAndGet",
            "xor");

    /** Of the same: those that put there what they are given. */
    private static final Set<String> PUTS = Set.of(
            "add",
            "addAll",
            "addElement",
            "addFirst",
            "addLast",
            "compareAndSet",
            "getAndSet",
            "lazySet",
            "offer",
            "offerFirst",
            "offerLast",
            "push",
            "put",
            "putFirst",
            "putIfAbsent",
            "putLast",
            "replace");

    /** Those that return a part of it, or itself: who changes that, changes it. */
    private static final Set<String> VIEWS = Set.of(
            "append",
            "ceilingEntry",
            "compute",
            "computeIfAbsent",
            "descendingMap",
            "descendingSet",
            "element",
            "elements",
            "entrySet",
            "first",
            "firstElement",
            "firstEntry",
            "floorEntry",
            "get",
            "getFirst",
            "getLast",
            "getOrDefault",
            "getPlain",
            "getValue",
            "headMap",
            "headSet",
            "insert",
            "iterator",
            "keySet",
            "last",
            "lastElement",
            "lastEntry",
            "listIterator",
            "next",
            "orElse",
            "orElseThrow",
            "peek",
            "peekFirst",
            "peekLast",
            "previous",
            "subList",
            "subMap",
            "subSet",
            "tailMap",
            "tailSet",
            "values");

    private static final Map<String, Set<String>> CHANGE_FIRST_ARGUMENT = Map.of(
            COLLECTIONS,
            Set.of("addAll", "copy", "fill", "replaceAll", "reverse", "rotate", "shuffle", "sort", "swap"),
            ARRAYS,
            Set.of("fill", "parallelPrefix", "parallelSetAll", "parallelSort", "setAll", "sort"));

    private static final Map<String, Set<String>> RETURN_FIRST_ARGUMENT = Map.of(
            "java/util/Objects",
            Set.of("requireNonNull", "requireNonNullElse"),
            ARRAYS,
            Set.of("asList"),
            COLLECTIONS,
            Set.of(
                    "synchronizedCollection",
                    "synchronizedList",
                    "synchronizedMap",
                    "synchronizedSet",
                    "unmodifiableCollection",
                    "unmodifiableList",
                    "unmodifiableMap",
                    "unmodifiableSet"));

    /** Types whose instances never change, though methods of theirs have names as if. */
    private static final Set<String> VALUES = Set.of(
            "java/util/Locale",
            "java/util/Optional",
            "java/util/OptionalDouble",
            "java/util/OptionalInt",
            "java/util/OptionalLong",
            "java/util/UUID");

    private static final Set<String> BOXES = Set.of(
            "Ljava/lang/Boolean;",
            "Ljava/lang/Byte;",
            "Ljava/lang/Character;",
            "Ljava/lang/Short;",
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Float;",
            "Ljava/lang/Double;");

    private JdkMethods() {}

    /** Whether an instance method changes its object. */
    static boolean changes(String owner, String name) {
        boolean known = holds(owner) && !VALUES.contains(owner);
        return known && (CHANGES.contains(name) || isSetter(name));
    }

    private static boolean isSetter(String name) {
        return name.startsWith("set") && (name.length() == 3 || Character.isUpperCase(name.charAt(3)));
    }

    /** Whether the last argument of a method that changes its object is what is put there, and no function on it. */
    static boolean puts(String name) {
        return PUTS.contains(name) || isSetter(name);
    }

    /** Whether what an instance method returns is its object's, or itself. */
    static boolean returnsView(String owner, String name) {
        return holds(owner) && VIEWS.contains(name);
    }

    /** Whether a static method changes its first argument. */
    static boolean changesFirst(String owner, String name) {
        return CHANGE_FIRST_ARGUMENT.getOrDefault(owner, Set.of()).contains(name);
    }

    /** Whether a static method returns its first argument, or what shows it. */
    static boolean returnsFirst(String owner, String name) {
        return RETURN_FIRST_ARGUMENT.getOrDefault(owner, Set.of()).contains(name);
    }

    /** Whether it is a type of the JDK that is there to hold values of others. */
    private static boolean holds(String owner) {
        return owner.startsWith("java/util/concurrent/")
                || owner.startsWith("java/util/") && owner.indexOf('/', "java/util/".length()) < 0
                || owner.equals("java/lang/Iterable")
                || owner.equals("java/lang/StringBuilder")
                || owner.equals("java/lang/StringBuffer")
                || owner.equals("java/lang/ThreadLocal")
                || owner.equals("java/lang/InheritableThreadLocal")
                || owner.equals("java/lang/ref/SoftReference")
                || owner.equals("java/lang/ref/WeakReference");
    }

    /** Whether an object of the type, by its descriptor, holds nothing that could change. */
    static boolean isImmutable(String descriptor) {
        return descriptor.length() == 1
                || descriptor.equals("Ljava/lang/String;")
                || descriptor.equals("Ljava/lang/Class;")
                || descriptor.startsWith("Ljava/time/")
                || descriptor.startsWith("Ljava/math/")
                || BOXES.contains(descriptor);
    }
}
