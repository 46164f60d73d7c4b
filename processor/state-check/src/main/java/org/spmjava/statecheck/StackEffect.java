package org.spmjava.statecheck;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** How many slots an instruction takes from the operand stack and puts there; a long or a double takes two. */
final class StackEffect {

    private StackEffect() {}

    /** Whether it moves values about on the stack; a plain copy of the top only adds to it. */
    static boolean isRearrangement(int opcode) {
        return opcode == Opcodes.DUP_X1
                || opcode == Opcodes.DUP_X2
                || opcode == Opcodes.DUP2_X1
                || opcode == Opcodes.DUP2_X2
                || opcode == Opcodes.SWAP;
    }

    static int pops(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            return receiver + parameters(call.desc);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return parameters(dynamic.desc);
        } else if (instruction instanceof FieldInsnNode field) {
            return switch (field.getOpcode()) {
                case Opcodes.GETSTATIC -> 0;
                case Opcodes.PUTSTATIC -> size(field.desc);
                case Opcodes.GETFIELD -> 1;
                default -> 1 + size(field.desc);
            };
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            return array.dims;
        }
        return pops(instruction.getOpcode());
    }

    static int pushes(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return Type.getReturnType(call.desc).getSize();
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return Type.getReturnType(dynamic.desc).getSize();
        } else if (instruction instanceof FieldInsnNode field) {
            boolean reads = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.GETFIELD;
            return reads ? size(field.desc) : 0;
        } else if (instruction instanceof LdcInsnNode constant) {
            return constant(constant.cst);
        } else if (instruction instanceof MultiANewArrayInsnNode) {
            return 1;
        }
        return pushes(instruction.getOpcode());
    }

    private static int parameters(String descriptor) {
        int slots = 0;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            slots += parameter.getSize();
        }
        return slots;
    }

    private static int size(String descriptor) {
        return Type.getType(descriptor).getSize();
    }

    private static int constant(Object constant) {
        boolean wide = constant instanceof Long
                || constant instanceof Double
                || constant instanceof ConstantDynamic dynamic && dynamic.getSize() == 2;
        return wide ? 2 : 1;
    }

    private static int pops(int opcode) {
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            return 2;
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            return opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE ? 4 : 3;
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.DREM
                || opcode >= Opcodes.IAND && opcode <= Opcodes.LXOR) {
            return 2 * calculates(opcode);
        } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
            return calculates(opcode);
        } else if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR) {
            return 1 + calculates(opcode);
        } else if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE) {
            return 2;
        } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            return 1;
        }
        return switch (opcode) {
            case Opcodes.LCMP, Opcodes.DCMPL, Opcodes.DCMPG -> 4;
            case Opcodes.FCMPL, Opcodes.FCMPG -> 2;
            case Opcodes.LSTORE, Opcodes.DSTORE, Opcodes.POP2, Opcodes.LRETURN, Opcodes.DRETURN -> 2;
            case Opcodes.L2I, Opcodes.L2F, Opcodes.L2D, Opcodes.D2I, Opcodes.D2L, Opcodes.D2F -> 2;
            case Opcodes.I2L, Opcodes.I2F, Opcodes.I2D, Opcodes.F2I, Opcodes.F2L, Opcodes.F2D -> 1;
            case Opcodes.I2B, Opcodes.I2C, Opcodes.I2S, Opcodes.POP, Opcodes.IFNULL, Opcodes.IFNONNULL -> 1;
            case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> 1;
            case Opcodes.IRETURN, Opcodes.FRETURN, Opcodes.ARETURN, Opcodes.ATHROW -> 1;
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.ARRAYLENGTH, Opcodes.CHECKCAST, Opcodes.INSTANCEOF -> 1;
            case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> 1;
            default -> 0;
        };
    }

    private static int pushes(int opcode) {
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
            return calculates(opcode);
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            return opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1;
        } else if (opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG
                || opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ICONST_5) {
            return 1;
        }
        return switch (opcode) {
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.BIPUSH, Opcodes.SIPUSH -> 1;
            case Opcodes.LLOAD, Opcodes.DLOAD, Opcodes.DUP2 -> 2;
            case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD, Opcodes.DUP -> 1;
            case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L -> 2;
            case Opcodes.I2F, Opcodes.L2I, Opcodes.L2F, Opcodes.F2I, Opcodes.D2I, Opcodes.D2F -> 1;
            case Opcodes.I2B, Opcodes.I2C, Opcodes.I2S -> 1;
            case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.ARRAYLENGTH -> 1;
            case Opcodes.CHECKCAST, Opcodes.INSTANCEOF -> 1;
            default -> 0;
        };
    }

    /** The size of an operand, or of the result, of a calculation: the wide ones have odd opcodes. */
    private static int calculates(int opcode) {
        return opcode % 2 == 0 ? 1 : 2;
    }
}
