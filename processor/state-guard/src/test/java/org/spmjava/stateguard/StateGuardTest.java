package org.spmjava.stateguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whole directories, whole programs, and what cannot be guarded. */
class StateGuardTest {

    @TempDir
    private Path directory;

    @Test
    void aProgramIsHeldToItsAnnotationsWhereNoStaticCheckCanFollow() throws Exception {
        Program program = Program.compile(directory, "Counter", "-g");
        assertThat(StateGuard.weave(program.classes()).methods()).isEqualTo(5);
        assertThat(said(program))
                .map(Object::toString)
                .map(line -> line.replaceAll("Counter\\.java:\\d+", "Counter.java"))
                .map(line -> line.replaceAll("@\\S+:", "@host:"))
                .containsExactly(
                        "helper ran",
                        "demo.Counter.helper: expected Spoke, found Hub, offline;"
                                + " called by demo.Counter.reflectively(Counter.java)",
                        "collect ran",
                        "returned",
                        "demo.Counter.collect: expected Hub, offline, found Hub, online (command 1);"
                                + " called by demo.Counter.reflectively(Counter.java)",
                        "EvalUncaught of task 'task 1' on spoke-0.1@host:"
                                + " org.spmjava.api.error.SPMInvariantViolation:"
                                + " demo.Counter.collect: expected Hub, offline, found Spoke (spoke-0.1), online;"
                                + " called by demo.Counter.reflectively(Counter.java)",
                        "demo.Counter.collect: expected Hub, offline, found Hub, online (command 1);"
                                + " called by demo.Counter.reflectively(Counter.java)",
                        "returned",
                        "demo.Counter.collect: expected Hub, offline, found Hub, online (command 1);"
                                + " called by demo.Counter.reflectively(Counter.java)");
    }

    private static List<?> said(Program program) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = program.load()) {
            thread.setContextClassLoader(loader);
            Object counter =
                    loader.loadClass("demo.Counter").getDeclaredConstructor().newInstance();
            return (List<?>) ((Callable<?>) counter).call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theSecondTimeNothingIsWritten() throws Exception {
        Program program = Program.compile(directory, "Shapes");
        StateGuardReport first = StateGuard.weave(program.classes());
        assertThat(first.classes()).isEqualTo(program.classFiles().size()).isGreaterThan(first.woven());
        assertThat(first.woven()).isEqualTo(first.demanding());
        assertThat(first.summary()).isEqualTo("Guarded 25 methods in 7 classes.");
        TreeMap<Path, FileTime> times = times(program);

        StateGuardReport second = StateGuard.weave(program.classes());
        assertThat(second).isEqualTo(new StateGuardReport(first.classes(), first.demanding(), 0, 0));
        assertThat(second.summary()).isEqualTo("Nothing changed in 7 guarded classes.");
        assertThat(times(program)).isEqualTo(times);
    }

    private static TreeMap<Path, FileTime> times(Program program) throws IOException {
        TreeMap<Path, FileTime> times = new TreeMap<>();
        for (Path file : program.classFiles()) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    @Test
    void aDirectoryThatIsNotThereHoldsNothingToGuard() throws Exception {
        assertThat(StateGuard.weave(directory.resolve("absent")).summary()).isEqualTo("Nothing to guard in 0 classes.");
        Files.writeString(directory.resolve("readme.txt"), "no class");
        assertThat(StateGuard.weave(directory)).isEqualTo(new StateGuardReport(0, 0, 0, 0));
    }

    @Test
    void whatCannotBeGuardedIsSaidAfterTheRestWasGuarded() throws Exception {
        Program program = Program.compile(directory, "Shapes");
        Path folder = program.classes().resolve("demo");
        Files.writeString(folder.resolve("AGarbage.class"), "this is no class file");
        Files.write(folder.resolve("BNew.class"), ofJava(99, program.classFile("Shapes")));
        Files.write(folder.resolve("CLong.class"), withALongMethod());
        assertThatThrownBy(() -> StateGuard.weave(program.classes()))
                .isInstanceOfSatisfying(
                        StateGuardException.class,
                        thrown -> assertThat(thrown.problems())
                                .hasSize(3)
                                .satisfiesExactly(
                                        garbage -> assertThat(garbage)
                                                .startsWith(folder.resolve("AGarbage.class") + ": this is no class"),
                                        young -> assertThat(young).contains("BNew.class", "version 99"),
                                        tooLong -> assertThat(tooLong)
                                                .endsWith("endless is so long that no guard fits in; split it")));
        byte[] woven = program.classFile("Shapes");
        assertThat(StateGuard.weave(woven)).isSameAs(woven);
    }

    private static byte[] ofJava(int major, byte[] classFile) {
        classFile[7] = (byte) major;
        return classFile;
    }

    private static byte[] withALongMethod() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "demo/CLong", null, "java/lang/Object", null);
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "endless", "()V", null, null);
        method.visitAnnotation("Lorg/spmjava/api/annotation/Hub;", false).visitEnd();
        method.visitCode();
        for (int i = 0; i < 65_530; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void whatCouldRunNowhereIsRefused() throws Exception {
        Program program = Program.compileText(directory, "Torn", """
                package demo;
                import org.spmjava.api.annotation.*;
                class Torn {
                    @Hub @Spoke void everywhere() {}
                    @Online @Offline void always() {}
                    @Self @Hub void here() {}
                }
                """, "-proc:none");
        assertThatThrownBy(() -> StateGuard.weave(program.classFile("Torn")))
                .isInstanceOfSatisfying(
                        StateGuardException.class,
                        thrown -> assertThat(thrown.problems())
                                .containsExactly(
                                        "everywhere says both @Hub and @Spoke; what runs on either is @Self",
                                        "always says both @Offline and @Online; what may be either says neither"));
    }
}
