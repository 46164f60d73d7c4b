package org.spmjava.statecheck;

/**
 * What tells a method from the others of its class. Says itself how it is compared: it is looked up very often, and
 * what a record says by default costs much in a JVM that has just started.
 *
 * @param name its name
 * @param descriptor its parameters and its result
 */
record Signature(String name, String descriptor) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature
                && name.equals(signature.name)
                && descriptor.equals(signature.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + descriptor.hashCode();
    }
}
