package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** From the bytes of a class file to what the check needs of it. */
final class ClassReading {

    private ClassReading() {}

    /** With the bodies of its methods, if its code is followed. */
    static ClassFile read(byte[] bytes, Origin origin) {
        ClassNode node = new ClassNode();
        int effort = origin.isFollowed() ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE;
        new ClassReader(bytes).accept(node, effort);
        List<String> supertypes = new ArrayList<>();
        if (node.superName != null) {
            supertypes.add(node.superName);
        }
        supertypes.addAll(node.interfaces);
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldNode field : node.fields) {
            fields.put(field.name, field.desc);
        }
        ClassFile file =
                new ClassFile(node.name, node.access, Optional.ofNullable(node.sourceFile), origin, supertypes, fields);
        for (MethodNode method : node.methods) {
            file.add(method(file, method));
        }
        return file;
    }

    private static Method method(ClassFile owner, MethodNode node) {
        Side side = Side.UNSAID;
        Line line = Line.UNSAID;
        if (node.invisibleAnnotations != null) {
            for (AnnotationNode annotation : node.invisibleAnnotations) {
                side = side == Side.UNSAID ? RuntimeNames.side(annotation.desc) : side;
                line = line == Line.UNSAID ? RuntimeNames.line(annotation.desc) : line;
            }
        }
        MethodRef ref = new MethodRef(owner.name(), node.name, node.desc);
        BodyReader body = new BodyReader(ref, node.instructions);
        return new Method(owner, ref, node.access, side, line, body.steps(), body.writesOwnFields(), body.firstLine());
    }
}
