package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** From the instructions of one method to its steps. */
final class BodyReader {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    /** Bootstraps that call nothing of the user's but what is counted as called anyway. */
    private static final Set<String> HARMLESS_BOOTSTRAPS = Set.of(
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps",
            "java/lang/invoke/ConstantBootstraps",
            "java/lang/Enum$EnumDesc",
            "java/lang/constant/ClassDesc");

    private final MethodRef method;
    private final List<Step> steps = new ArrayList<>();
    private boolean writesOwnFields;
    private int firstLine;
    private int line;

    BodyReader(MethodRef method, InsnList instructions) {
        this.method = method;
        for (AbstractInsnNode instruction : instructions) {
            read(instruction);
        }
    }

    List<Step> steps() {
        return steps;
    }

    boolean writesOwnFields() {
        return writesOwnFields;
    }

    /** 0 if the class file does not tell. */
    int firstLine() {
        return firstLine;
    }

    private void read(AbstractInsnNode instruction) {
        if (instruction instanceof LineNumberNode number) {
            line = number.line;
            firstLine = firstLine == 0 ? line : firstLine;
        } else if (instruction instanceof MethodInsnNode call) {
            call(call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            dynamic(dynamic);
        } else if (instruction instanceof FieldInsnNode field) {
            field(field);
        } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
            steps.add(new Step.Creation(type.desc, line));
        } else if (instruction instanceof LdcInsnNode constant && constant.cst instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
        }
    }

    private void call(MethodInsnNode call) {
        String owner = call.owner;
        if (owner.startsWith("[")) {
            return;
        }
        MethodRef target = new MethodRef(owner, call.name, call.desc);
        if (RuntimeNames.preloads(target)) {
            List<String> modules = classesBefore(call);
            steps.add(
                    modules.isEmpty()
                            ? new Step.Obscure(FindingCode.UNKNOWN_PRELOAD, Names.method(target), line)
                            : new Step.Preload(modules, line));
        }
        if (Reflection.isReflective(target)) {
            steps.add(new Step.Obscure(FindingCode.REFLECTION, Names.method(target), line));
        }
        steps.add(new Step.Call(target, kind(call.getOpcode()), line));
    }

    private static Step.Kind kind(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Step.Kind.STATIC;
            case Opcodes.INVOKESPECIAL -> Step.Kind.EXACT;
            default -> Step.Kind.VIRTUAL;
        };
    }

    private void dynamic(InvokeDynamicInsnNode dynamic) {
        if (!dynamic.bsm.getOwner().equals(LAMBDAS)) {
            bootstrap(dynamic.bsm);
            return;
        }
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                String type = Type.getReturnType(dynamic.desc).getInternalName();
                handle(handle, type);
                return;
            }
        }
    }

    private void handle(Handle handle, String type) {
        if (handle.getOwner().startsWith("[")) {
            return;
        }
        MethodRef target = new MethodRef(handle.getOwner(), handle.getName(), handle.getDesc());
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            steps.add(new Step.Creation(handle.getOwner(), line));
        }
        if (Reflection.isReflective(target)) {
            steps.add(new Step.Obscure(FindingCode.REFLECTION, Names.method(target), line));
        }
        Step.Kind kind = switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Step.Kind.STATIC;
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Step.Kind.EXACT;
            default -> Step.Kind.VIRTUAL;
        };
        steps.add(new Step.Callback(target, kind, type, line));
    }

    private void bootstrap(Handle bootstrap) {
        if (!HARMLESS_BOOTSTRAPS.contains(bootstrap.getOwner())) {
            MethodRef target = new MethodRef(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc());
            steps.add(new Step.Obscure(FindingCode.UNKNOWN_BOOTSTRAP, Names.method(target), line));
        }
    }

    private void field(FieldInsnNode field) {
        switch (field.getOpcode()) {
            case Opcodes.PUTFIELD ->
                writesOwnFields |=
                        field.owner.equals(method.owner()) && !method.name().startsWith("<");
            case Opcodes.PUTSTATIC -> staticField(field, Step.Use.WRITE, Optional.empty());
            case Opcodes.GETSTATIC -> {
                StackWalk.Fate fate = StackWalk.follow(field);
                fate.use().ifPresent(use -> staticField(field, use, fate.through()));
            }
            default -> {}
        }
    }

    private void staticField(FieldInsnNode field, Step.Use use, Optional<MethodRef> through) {
        steps.add(new Step.StaticField(new FieldRef(field.owner, field.name), use, through, line));
    }

    /** The class constants among the arguments of a call, as javac lays them out; empty if they are no constants. */
    private static List<String> classesBefore(MethodInsnNode call) {
        List<String> classes = new ArrayList<>();
        for (AbstractInsnNode at = call.getPrevious(); at != null; at = at.getPrevious()) {
            int opcode = at.getOpcode();
            if (at instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
                classes.add(type.getInternalName());
            } else if (opcode >= 0 && !isArrayFilling(opcode)) {
                break;
            }
        }
        Collections.reverse(classes);
        return classes;
    }

    private static boolean isArrayFilling(int opcode) {
        return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
                || opcode == Opcodes.BIPUSH
                || opcode == Opcodes.SIPUSH
                || opcode == Opcodes.DUP
                || opcode == Opcodes.AASTORE
                || opcode == Opcodes.ANEWARRAY;
    }
}
