package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows where values come from through one method, and notes what becomes of them. Every instruction may be asked for
 * more than once, each time with more sources: what is noted last is complete.
 */
final class FlowInterpreter extends Interpreter<FlowValue> {

    /** What the methods do that are called. */
    interface Callees {
        /** Of those that a call may run; empty if their code is not followed. */
        List<MethodFlow> of(MethodRef ref, Step.Kind kind);
    }

    private final MethodRef method;
    private final boolean isStatic;
    private final Callees callees;
    private final Map<AbstractInsnNode, List<Access>> accesses = new LinkedHashMap<>();
    private final Set<Source> returned = new HashSet<>();
    private final Map<AbstractInsnNode, Set<FieldRef>> aliases = new LinkedHashMap<>();

    FlowInterpreter(MethodRef method, boolean isStatic, Callees callees) {
        super(Opcodes.ASM9);
        this.method = method;
        this.isStatic = isStatic;
        this.callees = callees;
    }

    /** By the instruction that does it, in the order in which they were first asked for; without lines. */
    Map<AbstractInsnNode, List<Access>> accesses() {
        return accesses;
    }

    Set<Source> returned() {
        return returned;
    }

    /** The static fields whose objects an instruction puts into another static field. */
    Map<AbstractInsnNode, Set<FieldRef>> aliases() {
        return aliases;
    }

    @Override
    public FlowValue newValue(Type type) {
        if (type == null) {
            return FlowValue.SINGLE;
        }
        return type == Type.VOID_TYPE ? null : FlowValue.of(type.getSize());
    }

    @Override
    public FlowValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        int slots = isStatic ? 0 : 1;
        int index = slots;
        if (isStatic || local > 0) {
            for (Type parameter : Type.getArgumentTypes(method.descriptor())) {
                if (slots == local) {
                    break;
                }
                slots += parameter.getSize();
                index++;
            }
        } else {
            index = 0;
        }
        Optional<String> known = type.getSort() == Type.OBJECT ? Optional.of(type.getInternalName()) : Optional.empty();
        return new FlowValue(type.getSize(), Set.of(Source.of(new Source.Argument(index))), known);
    }

    @Override
    public FlowValue newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.GETSTATIC) {
            FieldInsnNode field = (FieldInsnNode) instruction;
            return typed(field.desc, Set.of(Source.of(new Source.Static(new FieldRef(field.owner, field.name)))));
        } else if (opcode == Opcodes.NEW) {
            return new FlowValue(1, Set.of(), Optional.of(((TypeInsnNode) instruction).desc));
        }
        boolean wide = opcode == Opcodes.LCONST_0
                || opcode == Opcodes.LCONST_1
                || opcode == Opcodes.DCONST_0
                || opcode == Opcodes.DCONST_1
                || instruction instanceof LdcInsnNode constant && isWide(constant.cst);
        return FlowValue.of(wide ? 2 : 1);
    }

    private static boolean isWide(Object constant) {
        return constant instanceof Long
                || constant instanceof Double
                || constant instanceof ConstantDynamic dynamic && dynamic.getSize() == 2;
    }

    private static FlowValue typed(String descriptor, Set<Source> sources) {
        Type type = Type.getType(descriptor);
        Optional<String> name = type.getSort() == Type.OBJECT ? Optional.of(type.getInternalName()) : Optional.empty();
        return new FlowValue(type.getSize(), sources, name);
    }

    @Override
    public FlowValue copyOperation(AbstractInsnNode instruction, FlowValue value) {
        return value;
    }

    @Override
    public FlowValue unaryOperation(AbstractInsnNode instruction, FlowValue value) {
        int opcode = instruction.getOpcode();
        switch (opcode) {
            case Opcodes.PUTSTATIC -> {
                assign((FieldInsnNode) instruction, value);
                return null;
            }
            case Opcodes.GETFIELD -> {
                FieldInsnNode field = (FieldInsnNode) instruction;
                note(instruction, value.sources(), Access.Kind.LOOK);
                Set<Source> through = new HashSet<>();
                value.sources().forEach(source -> through.add(source.through(field.name)));
                return typed(field.desc, Set.copyOf(through));
            }
            case Opcodes.CHECKCAST -> {
                return value;
            }
            case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.INSTANCEOF, Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> {
                note(instruction, value.sources(), Access.Kind.LOOK);
                return FlowValue.SINGLE;
            }
            default -> {}
        }
        boolean calculates = opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode == Opcodes.IINC;
        boolean converts = opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
        if (calculates || converts) {
            return FlowValue.of(resultSize(opcode, value)).from(value.sources());
        }
        note(instruction, value.sources(), Access.Kind.READ);
        return FlowValue.SINGLE;
    }

    private static int resultSize(int opcode, FlowValue value) {
        return switch (opcode) {
            case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L -> 2;
            case Opcodes.I2F, Opcodes.L2I, Opcodes.L2F, Opcodes.F2I, Opcodes.D2I, Opcodes.D2F -> 1;
            default -> value.size();
        };
    }

    /** A value that is only read to be written again, as in {@code n++}, is not read. */
    private void assign(FieldInsnNode field, FlowValue value) {
        FieldRef assigned = new FieldRef(field.owner, field.name);
        Source itself = Source.of(new Source.Static(assigned));
        List<Access> noted = begin(field);
        noted.add(new Access(itself, Access.Kind.ASSIGN, 0, value.type()));
        Set<FieldRef> others = new HashSet<>();
        for (Source source : value.sources()) {
            if (!source.equals(itself)) {
                noted.add(new Access(source, Access.Kind.READ, 0, Optional.empty()));
                if (source.root() instanceof Source.Static other && !JdkMethods.isImmutable(field.desc)) {
                    others.add(other.field());
                }
            }
        }
        aliases.put(field, others);
    }

    @Override
    public FlowValue binaryOperation(AbstractInsnNode instruction, FlowValue first, FlowValue second) {
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.PUTFIELD) {
            putField((FieldInsnNode) instruction, first, second);
            return null;
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            note(instruction, second.sources(), Access.Kind.READ);
            add(instruction, first.sources(), Access.Kind.LOOK, Optional.empty());
            boolean wide = opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD;
            return FlowValue.of(wide ? 2 : 1).from(first.sources());
        }
        boolean calculates = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR;
        if (calculates) {
            int size = opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR
                    ? first.size()
                    : Math.max(first.size(), second.size());
            return FlowValue.of(size).from(FlowValue.union(first.sources(), second.sources()));
        }
        boolean looks = opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE;
        Set<Source> both = FlowValue.union(first.sources(), second.sources());
        note(instruction, both, looks ? Access.Kind.LOOK : Access.Kind.READ);
        return FlowValue.SINGLE;
    }

    private void putField(FieldInsnNode field, FlowValue object, FlowValue value) {
        List<Access> noted = begin(field);
        Set<Source> changed = new HashSet<>();
        for (Source source : object.sources()) {
            Source part = source.through(field.name);
            changed.add(part);
            noted.add(new Access(source, Access.Kind.LOOK, 0, Optional.empty()));
            noted.add(new Access(part, Access.Kind.CHANGE, 0, value.type()));
        }
        for (Source source : value.sources()) {
            if (!changed.contains(source)) {
                noted.add(new Access(source, Access.Kind.READ, 0, Optional.empty()));
            }
        }
    }

    @Override
    public FlowValue ternaryOperation(AbstractInsnNode instruction, FlowValue array, FlowValue index, FlowValue value) {
        List<Access> noted = begin(instruction);
        for (Source source : array.sources()) {
            noted.add(new Access(source, Access.Kind.LOOK, 0, Optional.empty()));
            noted.add(new Access(source, Access.Kind.CHANGE, 0, value.type()));
        }
        for (Source source : FlowValue.union(index.sources(), value.sources())) {
            if (!array.sources().contains(source)) {
                noted.add(new Access(source, Access.Kind.READ, 0, Optional.empty()));
            }
        }
        return null;
    }

    @Override
    public FlowValue naryOperation(AbstractInsnNode instruction, List<? extends FlowValue> values) {
        begin(instruction);
        if (instruction instanceof MethodInsnNode call) {
            return called(call, values);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return made(dynamic, values);
        }
        values.forEach(value -> add(instruction, value.sources(), Access.Kind.READ, Optional.empty()));
        return FlowValue.SINGLE;
    }

    private FlowValue called(MethodInsnNode call, List<? extends FlowValue> values) {
        MethodRef ref = new MethodRef(call.owner, call.name, call.desc);
        Step.Kind kind = switch (call.getOpcode()) {
            case Opcodes.INVOKESTATIC -> Step.Kind.STATIC;
            case Opcodes.INVOKESPECIAL -> Step.Kind.EXACT;
            default -> Step.Kind.VIRTUAL;
        };
        if (kind != Step.Kind.STATIC) {
            add(call, values.get(0).sources(), Access.Kind.LOOK, Optional.empty());
        }
        List<MethodFlow> flows = call.owner.startsWith("[") ? List.of() : callees.of(ref, kind);
        Set<Source> sources = flows.isEmpty() ? calledUnseen(call, kind, values) : take(call, flows, values, 0);
        Type result = Type.getReturnType(call.desc);
        return result == Type.VOID_TYPE ? null : typed(result.getDescriptor(), sources);
    }

    /** What is known of the method by its name; where the result comes from. */
    private Set<Source> calledUnseen(MethodInsnNode call, Step.Kind kind, List<? extends FlowValue> values) {
        boolean isStatic = kind == Step.Kind.STATIC;
        boolean constructs = call.name.equals(MethodRef.CONSTRUCTOR);
        boolean copies = call.owner.equals("java/lang/System") && call.name.equals("arraycopy");
        int changed = -1;
        if (isStatic && JdkMethods.changesFirst(call.owner, call.name)
                || !isStatic && JdkMethods.changes(call.owner, call.name)) {
            changed = 0;
        } else if (copies) {
            changed = 2;
        }
        boolean shows = isStatic
                ? JdkMethods.returnsFirst(call.owner, call.name)
                : JdkMethods.returnsView(call.owner, call.name);
        for (int i = 0; i < values.size(); i++) {
            Set<Source> sources = values.get(i).sources();
            if (i == changed) {
                add(call, sources, Access.Kind.CHANGE, stored(call.name, values));
            }
            boolean reads = i != changed || resultCounts(call) && !shows;
            boolean passes = isStatic && shows && i == 0 || constructs && i == 0;
            if (reads && !passes) {
                add(call, sources, Access.Kind.READ, Optional.empty());
            }
        }
        boolean mutable = !JdkMethods.isImmutable(Type.getReturnType(call.desc).getDescriptor());
        return shows && mutable && !values.isEmpty() ? values.get(0).sources() : Set.of();
    }

    private static Optional<String> stored(String name, List<? extends FlowValue> values) {
        return JdkMethods.puts(name) ? values.get(values.size() - 1).type() : Optional.empty();
    }

    private static boolean resultCounts(MethodInsnNode call) {
        AbstractInsnNode next = call.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        boolean dropped = next != null && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.POP2);
        return !dropped && Type.getReturnType(call.desc) != Type.VOID_TYPE;
    }

    /** What the callees do with their arguments is done here; where the result comes from. */
    private Set<Source> take(
            AbstractInsnNode call, List<MethodFlow> flows, List<? extends FlowValue> values, int firstArgument) {
        Set<Source> result = new HashSet<>();
        for (MethodFlow flow : flows) {
            for (Access access : flow.ofArguments()) {
                int index = ((Source.Argument) access.source().root()).index() - firstArgument;
                if (index >= 0 && index < values.size()) {
                    for (Source source : values.get(index).sources()) {
                        List<Access> noted = accesses.get(call);
                        noted.add(new Access(access.source().at(source), access.kind(), 0, access.stored()));
                    }
                }
            }
            for (Source source : flow.returned()) {
                if (source.root() instanceof Source.Argument argument) {
                    int index = argument.index() - firstArgument;
                    if (index >= 0 && index < values.size()) {
                        values.get(index).sources().forEach(actual -> result.add(source.at(actual)));
                    }
                } else {
                    result.add(source);
                }
            }
        }
        return Set.copyOf(result);
    }

    /** A lambda takes along what it captures: its body has it as its first arguments. */
    private FlowValue made(InvokeDynamicInsnNode dynamic, List<? extends FlowValue> values) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle && !handle.getOwner().startsWith("[")) {
                MethodRef ref = new MethodRef(handle.getOwner(), handle.getName(), handle.getDesc());
                Step.Kind kind =
                        handle.getTag() == Opcodes.H_INVOKEVIRTUAL || handle.getTag() == Opcodes.H_INVOKEINTERFACE
                                ? Step.Kind.VIRTUAL
                                : Step.Kind.EXACT;
                List<MethodFlow> flows = callees.of(ref, kind);
                if (!flows.isEmpty()) {
                    take(dynamic, flows, values, 0);
                    return typed(Type.getReturnType(dynamic.desc).getDescriptor(), Set.of());
                }
                boolean changes = JdkMethods.changes(handle.getOwner(), handle.getName());
                if (changes && !values.isEmpty()) {
                    add(dynamic, values.get(0).sources(), Access.Kind.CHANGE, Optional.empty());
                    return typed(Type.getReturnType(dynamic.desc).getDescriptor(), Set.of());
                }
                break;
            }
        }
        values.forEach(value -> add(dynamic, value.sources(), Access.Kind.READ, Optional.empty()));
        return typed(Type.getReturnType(dynamic.desc).getDescriptor(), Set.of());
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, FlowValue value, FlowValue expected) {
        if (JdkMethods.isImmutable(Type.getReturnType(method.descriptor()).getDescriptor())) {
            note(instruction, value.sources(), Access.Kind.READ);
        } else {
            note(instruction, value.sources(), Access.Kind.LOOK);
            returned.addAll(value.sources());
        }
    }

    @Override
    public FlowValue merge(FlowValue one, FlowValue other) {
        return one.or(other);
    }

    private List<Access> begin(AbstractInsnNode instruction) {
        List<Access> noted = new ArrayList<>();
        accesses.put(instruction, noted);
        return noted;
    }

    private void note(AbstractInsnNode instruction, Set<Source> sources, Access.Kind kind) {
        begin(instruction);
        add(instruction, sources, kind, Optional.empty());
    }

    private void add(AbstractInsnNode instruction, Set<Source> sources, Access.Kind kind, Optional<String> stored) {
        List<Access> noted = accesses.get(instruction);
        sources.forEach(source -> noted.add(new Access(source, kind, 0, stored)));
    }
}
