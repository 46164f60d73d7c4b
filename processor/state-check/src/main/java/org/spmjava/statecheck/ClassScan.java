package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** From the bytes of a class file to what the check needs of it, in one pass. */
final class ClassScan extends ClassVisitor {

    private final Origin origin;
    private ClassFile file;

    private ClassScan(Origin origin) {
        super(Opcodes.ASM9);
        this.origin = origin;
    }

    /**
     * With the bodies of its methods, if its code is followed.
     *
     * @throws IllegalArgumentException if the file is damaged, or of a version that is not known
     * @throws IndexOutOfBoundsException if it is damaged
     */
    static ClassFile of(byte[] bytes, Origin origin) {
        ClassScan scan = new ClassScan(origin);
        new ClassReader(bytes).accept(scan, origin.isFollowed() ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE);
        return scan.file;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superclass, String[] interfaces) {
        List<String> supertypes = new ArrayList<>();
        if (superclass != null) {
            supertypes.add(superclass);
        }
        supertypes.addAll(List.of(interfaces));
        file = new ClassFile(name, access, origin, supertypes);
    }

    @Override
    public void visitSource(String source, String debug) {
        file.comesFrom(source);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        file.add(new Field(name, descriptor, access));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new BodyScan(file, access, new MethodRef(file.name(), name, descriptor));
    }
}
