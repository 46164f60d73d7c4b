package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** From one method of a class file to its steps. What only concerns the JDK is no step. */
final class BodyScan extends MethodVisitor {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    /** Bootstraps that call nothing of the user's but what is counted as called anyway. */
    private static final Set<String> HARMLESS_BOOTSTRAPS = Set.of(
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps",
            "java/lang/invoke/ConstantBootstraps",
            "java/lang/Enum$EnumDesc",
            "java/lang/constant/ClassDesc");

    private final ClassFile owner;
    private final int access;
    private final MethodRef ref;
    private final List<Step> steps = new ArrayList<>();
    /** The class constants among the arguments of the next call, as javac lays them out. */
    private final List<String> classes = new ArrayList<>();

    private Side side = Side.UNSAID;
    private Line line = Line.UNSAID;
    private int firstLine;
    private int at;

    BodyScan(ClassFile owner, int access, MethodRef ref) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.access = access;
        this.ref = ref;
    }

    @Override
    public void visitEnd() {
        owner.add(new Method(owner, ref, access, side, line, List.copyOf(steps), firstLine));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        side = side == Side.UNSAID ? RuntimeNames.side(descriptor) : side;
        line = line == Line.UNSAID ? RuntimeNames.line(descriptor) : line;
        return null;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        at = number;
        firstLine = firstLine == 0 ? number : firstLine;
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
        if (!type.startsWith("[")) {
            call(kind(opcode), type, name, descriptor);
        }
        classes.clear();
    }

    private void call(Step.Kind kind, String type, String name, String descriptor) {
        if (Reflection.isReflective(type, name)) {
            steps.add(new Step.Obscure(FindingCode.REFLECTION, Names.method(type, name), at));
        }
        if (Step.concernsJdkOnly(type)) {
            boolean sets = PropertyRule.sets(type, name);
            if (sets || PropertyRule.reads(type, name)) {
                steps.add(new Step.Property(sets, at));
            }
            return;
        }
        MethodRef target = new MethodRef(type, name, descriptor);
        if (RuntimeNames.preloads(target)) {
            steps.add(
                    classes.isEmpty()
                            ? new Step.Obscure(FindingCode.UNKNOWN_PRELOAD, Names.method(target), at)
                            : new Step.Preload(List.copyOf(classes), at));
        }
        steps.add(new Step.Call(target, kind, at));
    }

    private static Step.Kind kind(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Step.Kind.STATIC;
            case Opcodes.INVOKESPECIAL -> Step.Kind.EXACT;
            default -> Step.Kind.VIRTUAL;
        };
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals(LAMBDAS)) {
            bootstrap(bootstrap);
        } else {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    handle(handle, Type.getReturnType(descriptor).getInternalName());
                    break;
                }
            }
        }
        classes.clear();
    }

    private void handle(Handle handle, String type) {
        if (handle.getOwner().startsWith("[")) {
            return;
        }
        if (Reflection.isReflective(handle.getOwner(), handle.getName())) {
            String name = Names.method(handle.getOwner(), handle.getName());
            steps.add(new Step.Obscure(FindingCode.REFLECTION, name, at));
        }
        if (Step.concernsJdkOnly(handle.getOwner()) && Step.concernsJdkOnly(type)) {
            return;
        }
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            steps.add(new Step.Creation(handle.getOwner(), at));
        }
        Step.Kind kind = switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Step.Kind.STATIC;
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Step.Kind.EXACT;
            default -> Step.Kind.VIRTUAL;
        };
        MethodRef target = new MethodRef(handle.getOwner(), handle.getName(), handle.getDesc());
        steps.add(new Step.Callback(target, kind, type, at));
    }

    private void bootstrap(Handle bootstrap) {
        if (!HARMLESS_BOOTSTRAPS.contains(bootstrap.getOwner())) {
            String name = Names.method(bootstrap.getOwner(), bootstrap.getName());
            steps.add(new Step.Obscure(FindingCode.UNKNOWN_BOOTSTRAP, name, at));
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        if (isStatic && !Step.concernsJdkOnly(type)) {
            steps.add(new Step.StaticField(new FieldRef(type, name), opcode == Opcodes.PUTSTATIC, at));
        }
        classes.clear();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW && !Step.concernsJdkOnly(type)) {
            steps.add(new Step.Creation(type, at));
        }
        if (opcode != Opcodes.ANEWARRAY) {
            classes.clear();
        }
    }

    @Override
    public void visitLdcInsn(Object constant) {
        if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
            classes.add(type.getInternalName());
        } else {
            classes.clear();
        }
        if (constant instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean fillsArray = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
                || opcode == Opcodes.DUP
                || opcode == Opcodes.AASTORE;
        if (!fillsArray) {
            classes.clear();
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            classes.clear();
        }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        classes.clear();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        classes.clear();
    }
}
