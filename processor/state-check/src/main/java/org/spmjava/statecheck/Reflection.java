package org.spmjava.statecheck;

import java.util.Map;
import java.util.Set;

/** Methods of the JDK that call, or make instances of, what only running tells. */
final class Reflection {

    private static final Map<String, Set<String>> METHODS = Map.of(
            "java/lang/Class", Set.of("forName", "newInstance"),
            "java/lang/ClassLoader", Set.of("loadClass", "defineClass"),
            "java/lang/reflect/Method", Set.of("invoke"),
            "java/lang/reflect/Constructor", Set.of("newInstance"),
            "java/lang/reflect/Proxy", Set.of("newProxyInstance"),
            "java/lang/invoke/MethodHandle", Set.of("invoke", "invokeExact", "invokeWithArguments"),
            "java/util/ServiceLoader", Set.of("load", "loadInstalled"),
            "java/io/ObjectInputStream", Set.of("readObject", "readUnshared"));

    private Reflection() {}

    static boolean isReflective(String type, String method) {
        Set<String> methods = METHODS.get(type);
        return methods != null && methods.contains(method);
    }
}
