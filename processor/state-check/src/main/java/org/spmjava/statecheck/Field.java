package org.spmjava.statecheck;

import org.objectweb.asm.Opcodes;

/**
 * A field of a class file that was read.
 *
 * @param name its name
 * @param descriptor its type
 * @param access its flags
 */
record Field(String name, String descriptor, int access) {

    boolean isStatic() {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isFinal() {
        return (access & Opcodes.ACC_FINAL) != 0;
    }
}
