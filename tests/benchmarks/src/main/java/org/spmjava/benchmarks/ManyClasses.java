package org.spmjava.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A program of very many classes, for the state check: of each five, one is an interface, one its abstract class, and
 * three implement them. Every class calls two others, one directly and one out of a lambda, and an instance through its
 * interface; so an evaluator that calls the first reaches all. A class has about a dozen methods and 3 KB.
 */
final class ManyClasses {

    private static final int A_FAMILY = 5;
    private static final int METHODS = 8;
    private static final int JARS = 10;
    private static final String LONG_TO_LONG = "(J)J";
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String BOOTSTRAP = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
            + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";

    private final int count;
    private final int reached;

    /**
     * @param count how many classes, at least 5
     * @param reached how many of them the evaluator reaches
     */
    ManyClasses(int count, int reached) {
        this.count = count;
        this.reached = reached;
    }

    /**
     * Writes the first {@code inModule} classes and the evaluator into the directory {@code classes}, and the others
     * into ten jars.
     *
     * @return the jars
     */
    List<Path> write(Path folder, int inModule) throws IOException {
        Path classes = folder.resolve("classes");
        write(classes, "many/Evaluator", evaluator());
        for (int i = 0; i < inModule; i++) {
            write(classes, name(i), bytes(i));
        }
        List<Path> jars = new ArrayList<>();
        int each = (count - inModule + JARS - 1) / JARS;
        for (int from = inModule; from < count; from += each) {
            Path jar = folder.resolve("library-" + jars.size() + ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file)) {
                for (int i = from; i < Math.min(from + each, count); i++) {
                    out.putNextEntry(new JarEntry(name(i) + ".class"));
                    out.write(bytes(i));
                    out.closeEntry();
                }
            }
            jars.add(jar);
        }
        return jars;
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String name(int index) {
        return "many/of/some/company/part" + index / 100 + "/Component" + index;
    }

    private static String family(int index) {
        return name(index - index % A_FAMILY);
    }

    private byte[] evaluator() {
        ClassWriter out = begin("many/Evaluator", Opcodes.ACC_PUBLIC, "java/lang/Object");
        MethodVisitor method = out.visitMethod(Opcodes.ACC_STATIC, "taskEval", LONG_TO_LONG, null, null);
        method.visitAnnotation("Lorg/spmjava/api/annotation/Spoke;", false).visitEnd();
        method.visitCode();
        line(method, 10);
        method.visitVarInsn(Opcodes.LLOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, name(0), "entry", LONG_TO_LONG, true);
        end(method, Opcodes.LRETURN);
        out.visitEnd();
        return out.toByteArray();
    }

    private static ClassWriter begin(String name, int access, String superclass, String... interfaces) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
        out.visit(Opcodes.V17, access, name, null, superclass, interfaces);
        out.visitSource(name.substring(name.lastIndexOf('/') + 1) + ".java", null);
        return out;
    }

    private byte[] bytes(int index) {
        int member = index % A_FAMILY;
        String name = name(index);
        boolean isInterface = member == 0;
        int access = switch (member) {
            case 0 -> Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
            case 1 -> Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_ABSTRACT;
            default -> Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        };
        String superclass = member < 2 ? "java/lang/Object" : name(index - member + 1);
        ClassWriter out =
                member == 1 ? begin(name, access, superclass, family(index)) : begin(name, access, superclass);
        if (isInterface) {
            out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "run", LONG_TO_LONG, null, null)
                    .visitEnd();
        } else {
            out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "TABLE", "[J", null, null)
                    .visitEnd();
            initialiser(out, name);
            constructor(out, superclass);
        }
        for (int i = 0; i < METHODS; i++) {
            body(out, name, isInterface, i);
        }
        if (member > 1) {
            run(out, name);
        }
        entry(out, index, isInterface);
        out.visitEnd();
        return out.toByteArray();
    }

    private static void initialiser(ClassWriter out, String name) {
        MethodVisitor method = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        method.visitCode();
        line(method, 8);
        method.visitIntInsn(Opcodes.BIPUSH, 100);
        method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
        method.visitFieldInsn(Opcodes.PUTSTATIC, name, "TABLE", "[J");
        end(method, Opcodes.RETURN);
    }

    private static void constructor(ClassWriter out, String superclass) {
        MethodVisitor method = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        method.visitCode();
        line(method, 10);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, superclass, "<init>", "()V", false);
        end(method, Opcodes.RETURN);
    }

    /** Calculates, builds a text, and calls the next method. */
    private static void body(ClassWriter out, String name, boolean isInterface, int number) {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor method = out.visitMethod(access, "step" + number, LONG_TO_LONG, null, null);
        method.visitCode();
        Label again = new Label();
        Label over = new Label();
        int line = 20 + 20 * number;
        line(method, line);
        method.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
        method.visitVarInsn(Opcodes.ASTORE, 2);
        method.visitInsn(Opcodes.LCONST_0);
        method.visitVarInsn(Opcodes.LSTORE, 3);
        method.visitLabel(again);
        line(method, line + 1);
        method.visitVarInsn(Opcodes.LLOAD, 3);
        method.visitVarInsn(Opcodes.LLOAD, 0);
        method.visitInsn(Opcodes.LCMP);
        method.visitJumpInsn(Opcodes.IFGE, over);
        for (int i = 0; i < 4; i++) {
            line(method, line + 2 + i);
            method.visitVarInsn(Opcodes.ALOAD, 2);
            method.visitVarInsn(Opcodes.LLOAD, 3);
            method.visitLdcInsn(31L + i);
            method.visitInsn(Opcodes.LMUL);
            method.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "append", "(J)Ljava/lang/StringBuilder;", false);
            method.visitInsn(Opcodes.POP);
        }
        method.visitVarInsn(Opcodes.LLOAD, 3);
        method.visitInsn(Opcodes.LCONST_1);
        method.visitInsn(Opcodes.LADD);
        method.visitVarInsn(Opcodes.LSTORE, 3);
        method.visitJumpInsn(Opcodes.GOTO, again);
        method.visitLabel(over);
        line(method, line + 8);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "length", "()I", false);
        method.visitInsn(Opcodes.I2L);
        if (number + 1 < METHODS) {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, name, "step" + (number + 1), LONG_TO_LONG, isInterface);
        } else if (!isInterface) {
            method.visitFieldInsn(Opcodes.GETSTATIC, name, "TABLE", "[J");
            method.visitInsn(Opcodes.ARRAYLENGTH);
            method.visitInsn(Opcodes.I2L);
            method.visitInsn(Opcodes.LADD);
        }
        end(method, Opcodes.LRETURN);
    }

    private static void run(ClassWriter out, String name) {
        MethodVisitor method = out.visitMethod(Opcodes.ACC_PUBLIC, "run", LONG_TO_LONG, null, null);
        method.visitCode();
        line(method, 400);
        method.visitVarInsn(Opcodes.LLOAD, 1);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, name, "step0", LONG_TO_LONG, false);
        end(method, Opcodes.LRETURN);
    }

    /** Calls one class directly, one out of a lambda, and an instance of its family. */
    private void entry(ClassWriter out, int index, boolean isInterface) {
        String name = name(index);
        MethodVisitor method =
                out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "entry", LONG_TO_LONG, null, null);
        method.visitCode();
        int direct = 2 * index + 1;
        if (direct < reached) {
            line(method, 500);
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, name(direct), "entry", LONG_TO_LONG, direct % A_FAMILY == 0);
            method.visitInsn(Opcodes.POP2);
        }
        int late = 2 * index + 2;
        if (late < reached) {
            line(method, 501);
            String operator = "java/util/function/LongUnaryOperator";
            Handle factory = new Handle(Opcodes.H_INVOKESTATIC, LAMBDAS, "metafactory", BOOTSTRAP, false);
            Handle body = new Handle(Opcodes.H_INVOKESTATIC, name, "lambda$entry$0", LONG_TO_LONG, isInterface);
            Type type = Type.getMethodType(LONG_TO_LONG);
            method.visitInvokeDynamicInsn("applyAsLong", "()L" + operator + ";", factory, type, body, type);
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKEINTERFACE, operator, "applyAsLong", LONG_TO_LONG, true);
            method.visitInsn(Opcodes.POP2);
            lambda(out, name(late), late % A_FAMILY == 0);
        }
        line(method, 502);
        if (index % A_FAMILY > 1) {
            method.visitTypeInsn(Opcodes.NEW, name);
            method.visitInsn(Opcodes.DUP);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKEINTERFACE, family(index), "run", LONG_TO_LONG, true);
        } else {
            method.visitVarInsn(Opcodes.LLOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, name, "step0", LONG_TO_LONG, isInterface);
        }
        end(method, Opcodes.LRETURN);
    }

    private static void lambda(ClassWriter out, String late, boolean isInterface) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor method = out.visitMethod(access, "lambda$entry$0", LONG_TO_LONG, null, null);
        method.visitCode();
        line(method, 501);
        method.visitVarInsn(Opcodes.LLOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, late, "entry", LONG_TO_LONG, isInterface);
        end(method, Opcodes.LRETURN);
    }

    private static void line(MethodVisitor method, int line) {
        Label label = new Label();
        method.visitLabel(label);
        method.visitLineNumber(line, label);
    }

    private static void end(MethodVisitor method, int opcode) {
        method.visitInsn(opcode);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
