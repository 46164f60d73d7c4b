package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** A frame in which an object becomes what its constructor makes of it, wherever it lies. */
final class ConstantFrame extends Frame<Constant> {

    ConstantFrame(int locals, int maxStack) {
        super(locals, maxStack);
    }

    ConstantFrame(Frame<? extends Constant> other) {
        super(other);
    }

    @Override
    public void execute(AbstractInsnNode instruction, Interpreter<Constant> interpreter) throws AnalyzerException {
        boolean constructs = instruction instanceof MethodInsnNode call && call.name.equals(MethodRef.CONSTRUCTOR);
        if (!constructs) {
            super.execute(instruction, interpreter);
            return;
        }
        MethodInsnNode constructor = (MethodInsnNode) instruction;
        int count = Type.getArgumentTypes(constructor.desc).length + 1;
        List<Constant> values = new ArrayList<>();
        for (int i = getStackSize() - count; i < getStackSize(); i++) {
            values.add(getStack(i));
        }
        super.execute(instruction, interpreter);
        Constant fresh = values.get(0);
        if (fresh.as(Constant.Fresh.class).isPresent()) {
            Optional<Object> made = ConstantInterpreter.constructed(constructor, values);
            Constant known = made.map(Constant::of).orElse(Constant.UNKNOWN);
            for (int i = 0; i < getLocals(); i++) {
                if (getLocal(i).equals(fresh)) {
                    setLocal(i, known);
                }
            }
            for (int i = 0; i < getStackSize(); i++) {
                if (getStack(i).equals(fresh)) {
                    setStack(i, known);
                }
            }
        }
    }
}
