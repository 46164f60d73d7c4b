package org.spmjava.stateguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.SerialVirtualCloud;

/** What weaving does to class files, and what it does not. */
class WeavingTest {

    private static final String GUARD = "org/spmjava/api/closure/Guard";

    @TempDir
    private Path directory;

    /** Everything that came of a call: what it returned or threw, with lines, and what it did on the way. */
    private record Outcome(String end, List<StackTraceElement> trace, List<?> done) {}

    private static Map<String, Outcome> outcomes(Program program) throws Exception {
        try (URLClassLoader loader = program.load()) {
            Class<?> shapes = loader.loadClass("demo.Shapes");
            Map<String, Outcome> outcomes = new TreeMap<>();
            Map<?, ?> calls = (Map<?, ?>) shapes.getMethod("calls").invoke(null);
            for (Map.Entry<?, ?> call : calls.entrySet()) {
                Object[] returned = new Object[1];
                Throwable thrown = catchThrowable(() -> returned[0] = ((Callable<?>) call.getValue()).call());
                List<StackTraceElement> trace = thrown == null
                        ? List.of()
                        : Arrays.stream(thrown.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("demo."))
                                .toList();
                outcomes.put(
                        call.getKey().toString(),
                        new Outcome(String.valueOf(thrown == null ? returned[0] : thrown), trace, (List<?>)
                                shapes.getMethod("done").invoke(null)));
            }
            return outcomes;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:lines", "-parameters"})
    void whereNothingIsEnforcedAWovenProgramDoesWhatItDidBefore(String option) throws Exception {
        Program program = Program.compile(directory, "Shapes", option);
        Map<String, Outcome> before = outcomes(program);
        assertThat(StateGuard.weave(program.classes()).woven()).isPositive();
        assertThat(outcomes(program)).isEqualTo(before);
    }

    @Test
    void inTheWrongPlaceEveryShapeOfMethodIsRefusedBeforeItDoesAnything() throws Exception {
        Program program = Program.compile(directory, "Shapes");
        StateGuard.weave(program.classes());
        VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults());
        try {
            assertThat(outcomes(program)).hasSizeGreaterThan(20).allSatisfy((call, outcome) -> {
                assertThat(outcome.end())
                        .as(call)
                        .startsWith(SPMInvariantViolation.class.getName())
                        .contains("demo.Shapes", ", found Hub, offline; called by ");
                assertThat(outcome.done()).as(call).isEmpty();
            });
        } finally {
            cloud.close();
        }
    }

    @Test
    void aRefusalShowsTheMethodsFirstLine() throws Exception {
        Program program = Program.compile(directory, "Shapes", "-g");
        int line = lineOf("note(\"throwing\")");
        StateGuard.weave(program.classes());
        VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults());
        try {
            assertThat(outcomes(program).get("throwing").trace().get(0).getLineNumber())
                    .isEqualTo(line);
        } finally {
            cloud.close();
        }
    }

    private static int lineOf(String text) throws IOException {
        List<String> lines = Files.readAllLines(Program.PROGRAMS.resolve("Shapes.java"));
        return lines.indexOf(lines.stream()
                        .filter(line -> line.contains(text))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    @Test
    void withoutItsGuardsAWovenClassIsWhatItWas() throws Exception {
        Program program = Program.compile(directory, "Shapes", "-g", "-parameters");
        int guarded = 0;
        for (Path file : program.classFiles()) {
            byte[] before = Files.readAllBytes(file);
            ClassNode woven = read(StateGuard.weave(before));
            for (MethodNode method : woven.methods) {
                guarded += removeGuard(method);
            }
            assertThat(write(woven)).as(file.toString()).isEqualTo(write(read(before)));
        }
        assertThat(guarded).isEqualTo(25);
    }

    @Test
    void parametersAreThereDuringTheGuard() throws Exception {
        ClassNode shapes =
                read(StateGuard.weave(Program.compile(directory, "Shapes", "-g").classFile("Shapes")));
        MethodNode wide = method(shapes, "wide");
        AbstractInsnNode first = wide.instructions.getFirst();
        assertThat(wide.localVariables)
                .filteredOn(variable -> variable.start == first)
                .extracting(variable -> variable.name)
                .containsExactly("first", "second", "bytes");
        assertThat(wide.localVariables).extracting(variable -> variable.name).contains("sum");
    }

    @Test
    void abstractMethodsAndBridgesAndPlainMethodsHaveNoGuard() throws Exception {
        Program program = Program.compile(directory, "Shapes");
        ClassNode byLength = read(StateGuard.weave(program.classFile("Shapes$ByLength")));
        assertThat(byLength.methods)
                .filteredOn(method -> method.name.equals("compare"))
                .hasSize(2)
                .allSatisfy(method ->
                        assertThat(removeGuard(method)).isEqualTo((method.access & Opcodes.ACC_BRIDGE) == 0 ? 1 : 0));
        ClassNode greeter = read(StateGuard.weave(program.classFile("Shapes$Greeter")));
        assertThat(method(greeter, "name").instructions.size()).isZero();
        ClassNode shapes = read(StateGuard.weave(program.classFile("Shapes")));
        assertThat(removeGuard(method(shapes, "calls"))).isZero();
    }

    @Test
    void aClassThatDemandsNothingAndOneThatIsWovenAreLeftAlone() throws Exception {
        Program program = Program.compile(directory, "Shapes");
        byte[] plain = program.classFile("Shapes$Base");
        assertThat(StateGuard.weave(plain)).isSameAs(plain);
        byte[] woven = StateGuard.weave(program.classFile("Shapes"));
        assertThat(woven).isNotEqualTo(program.classFile("Shapes"));
        assertThat(StateGuard.weave(woven)).isSameAs(woven);
    }

    @Test
    void theSameClassAlwaysBecomesTheSameBytes() throws Exception {
        byte[] before = Program.compile(directory, "Shapes").classFile("Shapes");
        assertThat(StateGuard.weave(before.clone())).isEqualTo(StateGuard.weave(before.clone()));
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }

    private static byte[] write(ClassNode node) {
        // What a guard needs of the stack is no difference.
        node.methods.forEach(method -> method.maxStack = Math.max(method.maxStack, 1));
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static MethodNode method(ClassNode owner, String name) {
        return owner.methods.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Takes the guard off a method, and returns how many there were. */
    private static int removeGuard(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && call.owner.equals(GUARD)) {
                AbstractInsnNode state = call.getPrevious();
                assertThat(state).isInstanceOf(FieldInsnNode.class);
                if (state.getPrevious() instanceof LineNumberNode line) {
                    method.instructions.remove(line);
                }
                method.instructions.remove(state);
                method.instructions.remove(call);
                return 1 + removeGuard(method);
            }
        }
        return 0;
    }
}
