package org.spmjava.statecheck;

/** Names as people write them: without packages, nested classes after a dot. */
final class Names {

    private static final String LAMBDA = "lambda$";

    private Names() {}

    /**
     * {@code demo/Outer$Inner} is {@code Outer.Inner}; the first anonymous class of {@code Outer} stays
     * {@code Outer$1}.
     */
    static String type(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replaceAll("\\$(?=[A-Za-z_])", ".");
    }

    static String field(FieldRef field) {
        return type(field.owner()) + "." + field.name();
    }

    static String method(MethodRef method) {
        return method(method.owner(), method.name());
    }

    static String method(String owner, String name) {
        String type = type(owner);
        if (name.equals(MethodRef.CONSTRUCTOR)) {
            return "new " + type;
        } else if (name.equals(MethodRef.INITIALISER)) {
            return "static initialiser of " + type;
        } else if (name.startsWith(LAMBDA)) {
            String enclosing = name.substring(LAMBDA.length());
            int number = enclosing.lastIndexOf('$');
            // Not every compiler tells where the lambda stands.
            return number < 0
                    ? "lambda in " + type
                    : "lambda in " + method(owner, constructs(enclosing.substring(0, number)));
        }
        return type + "." + name;
    }

    /** What javac calls the place of a lambda that stands in no method. */
    private static String constructs(String enclosing) {
        return switch (enclosing) {
            case "new" -> MethodRef.CONSTRUCTOR;
            case "static" -> MethodRef.INITIALISER;
            default -> enclosing;
        };
    }
}
