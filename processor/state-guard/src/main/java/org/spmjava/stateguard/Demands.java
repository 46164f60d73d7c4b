package org.spmjava.stateguard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the methods of one class demand: of those with code, as their own annotations say. */
final class Demands extends ClassVisitor {

    private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

    private final Map<String, String> states = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    private Demands() {
        super(Opcodes.ASM9);
    }

    static Demands of(ClassReader reader) {
        Demands demands = new Demands();
        reader.accept(demands, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return demands;
    }

    boolean isEmpty() {
        return states.isEmpty();
    }

    /** The name of the state that a method demands, a constant of {@code RequiredState}. */
    Optional<String> of(String method, String descriptor) {
        return Optional.ofNullable(states.get(method + descriptor));
    }

    /** Methods that could run nowhere, each with what it says of itself. */
    List<String> contradictions() {
        return contradictions;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String generic, String[] thrown) {
        // javac copies annotations to bridges; what a bridge calls has its own guard.
        if ((access & (WITHOUT_CODE | Opcodes.ACC_BRIDGE)) != 0) {
            return null;
        }
        Set<String> annotations = new TreeSet<>();
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                annotations.add(type);
                return null;
            }

            @Override
            public void visitEnd() {
                add(method, descriptor, annotations);
            }
        };
    }

    private void add(String method, String descriptor, Set<String> annotations) {
        boolean hub = annotations.contains(RuntimeNames.HUB);
        boolean spoke = annotations.contains(RuntimeNames.SPOKE);
        boolean offline = annotations.contains(RuntimeNames.OFFLINE);
        boolean online = annotations.contains(RuntimeNames.ONLINE);
        if (hub && spoke) {
            contradictions.add(method + " says both @Hub and @Spoke; what runs on either is @Self");
        } else if (offline && online) {
            contradictions.add(method + " says both @Offline and @Online; what may be either says neither");
        } else if (hub || spoke || offline || online) {
            List<String> words = new ArrayList<>();
            if (hub || spoke) {
                words.add(hub ? "HUB" : "SPOKE");
            }
            if (offline || online) {
                words.add(offline ? "OFFLINE" : "ONLINE");
            }
            states.put(method + descriptor, String.join("_", words));
        }
    }
}
