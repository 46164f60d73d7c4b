package org.spmjava.statecheck;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows constants through one method: numbers, texts, and the deadlines that are made of them. */
final class ConstantInterpreter extends Interpreter<Constant> {

    private static final String DURATION = "java/time/Duration";

    private final Function<FieldRef, Optional<Object>> statics;
    private final Map<AbstractInsnNode, List<Constant>> calls = new LinkedHashMap<>();
    private final Map<AbstractInsnNode, Constant> assigned = new LinkedHashMap<>();

    /** @param statics what a static field that cannot change holds */
    ConstantInterpreter(Function<FieldRef, Optional<Object>> statics) {
        super(Opcodes.ASM9);
        this.statics = statics;
    }

    /** What each call of a method is given, its object first if it has one. */
    Map<AbstractInsnNode, List<Constant>> calls() {
        return calls;
    }

    /** What is put into static fields. */
    Map<AbstractInsnNode, Constant> assigned() {
        return assigned;
    }

    @Override
    public Constant newValue(Type type) {
        if (type == null) {
            return Constant.UNKNOWN;
        }
        return type == Type.VOID_TYPE ? null : Constant.unknown(type.getSize());
    }

    @Override
    public Constant newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Constant.of(opcode - Opcodes.ICONST_0);
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            return Constant.of((long) opcode - Opcodes.LCONST_0);
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            return Constant.UNKNOWN_WIDE;
        } else if (instruction instanceof IntInsnNode number) {
            return Constant.of(number.operand);
        } else if (instruction instanceof LdcInsnNode constant) {
            return loaded(constant.cst);
        } else if (opcode == Opcodes.NEW) {
            return Constant.of(new Constant.Fresh(instruction));
        } else if (instruction instanceof FieldInsnNode field) {
            int size = Type.getType(field.desc).getSize();
            boolean zero = field.owner.equals(DURATION) && field.name.equals("ZERO");
            Optional<Object> known =
                    zero ? Optional.of(Duration.ZERO) : statics.apply(new FieldRef(field.owner, field.name));
            return known.map(Constant::of).orElse(Constant.unknown(size));
        }
        return Constant.UNKNOWN;
    }

    private static Constant loaded(Object constant) {
        boolean known = constant instanceof Integer || constant instanceof Long || constant instanceof String;
        boolean wide =
                constant instanceof Double || constant instanceof ConstantDynamic dynamic && dynamic.getSize() == 2;
        return known ? Constant.of(constant) : Constant.unknown(wide ? 2 : 1);
    }

    @Override
    public Constant copyOperation(AbstractInsnNode instruction, Constant value) {
        return value;
    }

    @Override
    public Constant unaryOperation(AbstractInsnNode instruction, Constant value) {
        int opcode = instruction.getOpcode();
        return switch (opcode) {
            case Opcodes.CHECKCAST -> value;
            case Opcodes.I2L ->
                value.as(Integer.class)
                        .map(number -> Constant.of(number.longValue()))
                        .orElse(Constant.UNKNOWN_WIDE);
            case Opcodes.INEG ->
                value.as(Integer.class).map(number -> Constant.of(-number)).orElse(Constant.UNKNOWN);
            case Opcodes.LNEG ->
                value.as(Long.class).map(number -> Constant.of(-number)).orElse(Constant.UNKNOWN_WIDE);
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D, Opcodes.F2L, Opcodes.D2L, Opcodes.DNEG -> Constant.UNKNOWN_WIDE;
            case Opcodes.GETFIELD ->
                Constant.unknown(
                        Type.getType(((FieldInsnNode) instruction).desc).getSize());
            case Opcodes.PUTSTATIC -> {
                assigned.put(instruction, value);
                yield null;
            }
            default -> Constant.UNKNOWN;
        };
    }

    @Override
    public Constant binaryOperation(AbstractInsnNode instruction, Constant first, Constant second) {
        Optional<Long> one = number(first);
        Optional<Long> other = number(second);
        int opcode = instruction.getOpcode();
        boolean wide = opcode == Opcodes.LALOAD
                || opcode == Opcodes.DALOAD
                || opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR && opcode % 2 == 1;
        if (one.isPresent() && other.isPresent()) {
            Optional<Long> result = calculated(opcode, one.get(), other.get());
            if (result.isPresent()) {
                return wide
                        ? Constant.of(result.get())
                        : Constant.of(result.get().intValue());
            }
        }
        return Constant.unknown(wide ? 2 : 1);
    }

    private static Optional<Long> number(Constant value) {
        return value.as(Number.class).map(Number::longValue);
    }

    private static Optional<Long> calculated(int opcode, long one, long other) {
        return switch (opcode) {
            case Opcodes.IADD, Opcodes.LADD -> Optional.of(one + other);
            case Opcodes.ISUB, Opcodes.LSUB -> Optional.of(one - other);
            case Opcodes.IMUL, Opcodes.LMUL -> Optional.of(one * other);
            case Opcodes.IDIV, Opcodes.LDIV -> other == 0 ? Optional.empty() : Optional.of(one / other);
            default -> Optional.empty();
        };
    }

    @Override
    public Constant ternaryOperation(AbstractInsnNode instruction, Constant array, Constant index, Constant value) {
        return null;
    }

    @Override
    public Constant naryOperation(AbstractInsnNode instruction, List<? extends Constant> values) {
        if (!(instruction instanceof MethodInsnNode call)) {
            Type result = instruction instanceof InvokeDynamicInsnNode dynamic
                    ? Type.getReturnType(dynamic.desc)
                    : Type.INT_TYPE;
            return newValue(result);
        }
        calls.put(call, List.copyOf(values));
        Optional<Object> result = result(call, values);
        return result.map(Constant::of).orElseGet(() -> newValue(Type.getReturnType(call.desc)));
    }

    private static Optional<Object> result(MethodInsnNode call, List<? extends Constant> values) {
        if (call.owner.equals(DURATION) && call.name.startsWith("of") && values.size() == 1) {
            return values.get(0).as(Long.class).flatMap(length -> duration(call.name, length));
        } else if (call.owner.equals(RuntimeNames.TIMEOUT) && call.getOpcode() == Opcodes.INVOKESTATIC) {
            return deadline(call.name, values.get(0)).map(Object.class::cast);
        }
        Type type = Type.getReturnType(call.desc);
        if (type.getSort() == Type.OBJECT && RuntimeNames.isStage(type.getInternalName())) {
            Constant.Stage before = values.get(0).as(Constant.Stage.class).orElse(Constant.Stage.UNKNOWN);
            return Optional.of(values.size() == 2 ? stage(call.name, before, values.get(1)) : before);
        }
        return Optional.empty();
    }

    private static Optional<Object> duration(String unit, long length) {
        try {
            return switch (unit) {
                case "ofNanos" -> Optional.of(Duration.ofNanos(length));
                case "ofMillis" -> Optional.of(Duration.ofMillis(length));
                case "ofSeconds" -> Optional.of(Duration.ofSeconds(length));
                case "ofMinutes" -> Optional.of(Duration.ofMinutes(length));
                case "ofHours" -> Optional.of(Duration.ofHours(length));
                case "ofDays" -> Optional.of(Duration.ofDays(length));
                default -> Optional.empty();
            };
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    /** What a factory of timeouts makes of its argument; 0 or less if it refuses it. */
    private static Optional<Constant.Deadline> deadline(String factory, Constant argument) {
        Optional<Object> length = switch (factory) {
            case "afterSeconds" -> argument.as(Long.class).flatMap(known -> duration("ofSeconds", known));
            case "afterMillis" -> argument.as(Long.class).flatMap(known -> duration("ofMillis", known));
            case "after" -> argument.as(Duration.class).map(Object.class::cast);
            default -> Optional.empty();
        };
        return length.map(Duration.class::cast).map(ConstantInterpreter::deadline);
    }

    private static Constant.Deadline deadline(Duration length) {
        try {
            return new Constant.Deadline(length.toNanos());
        } catch (ArithmeticException tooLong) {
            return new Constant.Deadline(length.isNegative() ? -1 : Long.MAX_VALUE);
        }
    }

    /** The stage after a field of a task was set. */
    static Constant.Stage stage(String field, Constant.Stage before, Constant value) {
        if (field.equals(RuntimeNames.SET_API_ARGUMENTS)) {
            Optional<Constant.ShellArguments> arguments = value.as(Constant.ShellArguments.class);
            return new Constant.Stage(arguments.map(Constant.ShellArguments::deadline), before.task());
        } else if (field.equals(RuntimeNames.SET_TIMEOUT)) {
            return new Constant.Stage(before.api(), value.as(Constant.Deadline.class));
        }
        return before;
    }

    /** The timeout that a factory or a constructor makes, or refuses to make, of what it is given. */
    static Optional<Constant.Deadline> made(MethodRef method, List<? extends Constant> values) {
        if (method.name().equals(MethodRef.CONSTRUCTOR)) {
            return values.get(1).as(Long.class).map(Constant.Deadline::new);
        }
        return deadline(method.name(), values.get(0));
    }

    /** What an object is that was made by a constructor. */
    static Optional<Object> constructed(MethodInsnNode constructor, List<? extends Constant> values) {
        if (constructor.owner.equals(RuntimeNames.TIMEOUT)) {
            return values.get(1).as(Long.class).map(Constant.Deadline::new);
        } else if (constructor.owner.equals(RuntimeNames.SHELL_ARGUMENTS) && values.size() == 3) {
            return values.get(2).as(Constant.Deadline.class).map(Constant.ShellArguments::new);
        }
        return Optional.empty();
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Constant value, Constant expected) {}

    @Override
    public Constant merge(Constant one, Constant other) {
        return one.equals(other) ? one : Constant.unknown(Math.min(one.size(), other.size()));
    }
}
