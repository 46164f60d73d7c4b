package org.spmjava.statecheck;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of methods, for the few of which steps do not tell enough: their classes are read once more. */
final class Bodies {

    private static final int KEPT_CLASSES = 100;

    private final ClassPath classes;
    private final Map<String, Map<Signature, MethodNode>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Signature, MethodNode>> eldest) {
            return size() > KEPT_CLASSES;
        }
    };

    Bodies(ClassPath classes) {
        this.classes = classes;
    }

    /** Empty if the method has none, or it is not followed. */
    Optional<MethodNode> of(Method method) {
        if (!method.owner().origin().isFollowed()) {
            return Optional.empty();
        }
        Map<Signature, MethodNode> methods = kept.computeIfAbsent(method.owner().name(), this::read);
        return Optional.ofNullable(methods.get(method.ref().signature())).filter(node -> node.instructions.size() > 0);
    }

    private Map<Signature, MethodNode> read(String name) {
        ClassNode node = new ClassNode();
        new ClassReader(classes.bytes(name)).accept(node, ClassReader.SKIP_FRAMES);
        Map<Signature, MethodNode> methods = new HashMap<>();
        node.methods.forEach(method -> methods.put(new Signature(method.name, method.desc), method));
        return methods;
    }

    /** The line of the source of each instruction, as far as the class file tells. */
    static Map<AbstractInsnNode, Integer> lines(MethodNode method) {
        Map<AbstractInsnNode, Integer> lines = new HashMap<>();
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0) {
                lines.put(instruction, line);
            }
        }
        return lines;
    }
}
