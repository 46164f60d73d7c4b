package org.spmjava.statecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is found in jars and directories, and what is said when something is not there. */
class ClassPathTest {

    private static final String LIBRARY = """
            package demo;
            import org.spmjava.api.*;
            import org.spmjava.core.SerialVirtualCloud;
            public class Library {
                public static long cores() {
                    return SerialVirtualCloud.create(CloudOptions.defaults()).inter().size();
                }
            }
            """;

    private static final String CALLER = """
            package demo;
            import org.spmjava.api.annotation.*;
            class Primes {
                @Online @Spoke static long taskEval(long n) {
                    return Library.cores();
                }
            }
            """;

    @TempDir
    private Path directory;

    private Program program;

    @BeforeEach
    void newProgram() {
        program = new Program(directory);
    }

    @Test
    void aDoorBehindALibraryIsFoundAndTheLibrarysCallerIsNamed() throws IOException {
        assertThat(program.library(LIBRARY).said(CALLER)).isEqualTo("""
                demo/Primes.java:5: error [SPM-S102]: `SerialVirtualCloud.create` belongs to the Hub, but a Spoke reaches it.
                  chain: Primes.taskEval (Primes.java:5) → Library.cores (Library.java:6) → SerialVirtualCloud.create
                  why: Only the Hub has a session. On a Spoke the call ends the task with an SPMInvariantViolation.
                  fix: Do it on the Hub, before or after `manage`, and pass what the evaluator needs in the task.
                """);
    }

    @Test
    void aClassThatIsNotThereIsSaidAndNotGuessed() throws IOException {
        StateCheckReport report = program.library(LIBRARY).withoutLibraries().check(CALLER);
        assertThat(report.errors()).isEmpty();
        assertThat(report.notes()).hasSize(1);
        assertThat(report.render()).isEqualTo("""
                demo/Primes.java:5: note [SPM-S503]: The class `Library` is not on the class path.
                  chain: Primes.taskEval (Primes.java:5) → Library
                  why: What is called from there is not known, so it was not checked.
                  fix: Add to the class path what the program needs when it runs.
                """);
    }

    @Test
    void aLibrarysImplementationOfItsOwnInterfaceIsFound() throws IOException {
        String source = """
                package demo;
                public interface Source {
                    long next();
                    static Source local() {
                        return new Local();
                    }
                }
                class Local implements Source {
                    public long next() {
                        return Library.cores();
                    }
                }
                """;
        String caller = CALLER.replace("Library.cores()", "Source.local().next()");
        assertThat(program.library(LIBRARY, source).said(caller))
                .contains("chain: Primes.taskEval (Primes.java:5) → Local.next (Source.java:10) → Library.cores"
                        + " (Library.java:6)\n         → SerialVirtualCloud.create\n");
    }

    @Test
    void anAnnotationOfALibrarysInterfaceHoldsForTheModulesClass() throws IOException {
        String report = """
                package demo;
                import org.spmjava.api.annotation.*;
                public interface Report {
                    @Hub void show(long n);
                }
                """;
        String primes = """
                package demo;
                import org.spmjava.api.annotation.*;
                class Primes implements Report {
                    @Online @Spoke static long taskEval(long n) {
                        new Primes().show(n);
                        return n;
                    }
                    public void show(long n) {}
                }
                """;
        assertThat(program.library(report).said(primes))
                .startsWith("demo/Primes.java:5: error [SPM-S101]: `Primes.show`, which overrides `Report.show`, is"
                        + " annotated `@Hub`, but a Spoke reaches it.\n");
    }

    @Test
    void whatALibraryCallsBackIsFound() throws IOException {
        String util = """
                package demo;
                import java.util.function.*;
                public final class Util {
                    public static long twice(LongUnaryOperator first) {
                        return first.applyAsLong(2);
                    }
                }
                """;
        String caller = CALLER.replace("Library.cores()", "Util.twice(i -> Library.cores())");
        assertThat(program.library(LIBRARY, util).said(caller))
                .contains("chain: Primes.taskEval (Primes.java:5) → lambda in Primes.taskEval (Primes.java:5) →"
                        + " Library.cores (Library.java:6)");
    }

    @Test
    void aLibrarysStaticFieldCountsWhereTheModuleSetsIt() throws IOException {
        String settings = """
                package demo;
                public class Settings {
                    public static long limit = 3;
                    private static long calls;
                    public static void count() {
                        calls++;
                    }
                    public static long calls() {
                        return calls;
                    }
                }
                """;
        String primes = """
                package demo;
                import org.spmjava.api.annotation.*;
                class Primes {
                    @Offline @Hub static void main(String[] arguments) {
                        Settings.limit = 7;
                        Settings.count();
                    }
                    @Online @Spoke static long taskEval(long n) {
                        return Settings.limit + Settings.calls();
                    }
                }
                """;
        assertThat(program.library(settings).check(primes).errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.what()).isEqualTo("`Settings.limit` is set on the Hub, but read on a Spoke."));
    }

    @Test
    void aFileThatIsNoJarHoldsNoClass() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path nativeLibrary = Files.writeString(directory.resolve("libnative.so"), "no jar");

        StateCheckReport report = StateCheck.run(StateCheckInput.of(List.of(classes), List.of(nativeLibrary)));

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aDamagedClassFileIsSaid() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes/demo"));
        Files.write(classes.resolve("Damaged.class"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        assertThat(program.check(CALLER.replace("Library.cores()", "n")).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.what()).startsWith("The class file of `Damaged` cannot be read: "));
    }

    @Test
    void aBootstrapOfAnotherCompilerIsSaid() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes/demo"));
        Files.write(classes.resolve("Other.class"), dynamicEvaluator());
        String said = program.said(CALLER.replace("Library.cores()", "n"));
        assertThat(said).isEqualTo("""
                demo.Other: note [SPM-S504]: What is called through `Linker.link` is only known when the program runs.
                  chain: Other.taskEval → Linker.link
                  why: What is called from there is not known, so it was not checked.
                  fix: See that nothing is called there that belongs elsewhere.
                """);
    }

    /** A class without source and lines, as another language's compiler may write it. */
    private static byte[] dynamicEvaluator() {
        ClassWriter out = new ClassWriter(0);
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "demo/Other", null, "java/lang/Object", null);
        MethodVisitor method = out.visitMethod(Opcodes.ACC_STATIC, "taskEval", "()V", null, null);
        method.visitAnnotation("Lorg/spmjava/api/annotation/Spoke;", false).visitEnd();
        method.visitCode();
        Handle link = new Handle(Opcodes.H_INVOKESTATIC, "other/Linker", "link", "()V", false);
        method.visitInvokeDynamicInsn("run", "()V", link);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        out.visitEnd();
        return out.toByteArray();
    }

    @Test
    void theSameClassesGiveTheSameTextWhateverTheOrderOfTheClassPath() throws IOException {
        String first = program.library(LIBRARY).said(CALLER);
        List<Path> classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .sorted()
                .toList();
        List<Path> own = List.of(directory.resolve("classes"));
        List<Path> libraries = Stream.concat(Stream.of(directory.resolve("library-0.jar")), classPath.stream())
                .toList();
        for (int i = 0; i < 3; i++) {
            assertThat(StateCheck.run(StateCheckInput.of(own, libraries)).render())
                    .isEqualTo(first);
        }
    }

    @Test
    void noClassesGiveNoFindings() {
        Path nowhere = directory.resolve("nowhere");
        assertThat(StateCheck.run(StateCheckInput.of(List.of(nowhere), List.of(nowhere)))
                        .findings())
                .isEmpty();
    }

    @Test
    void aChainOfThousandsOfCallsIsFollowedWithoutAStackForEach() throws IOException {
        String chain = IntStream.range(0, 5_000)
                .mapToObj(i -> "static void m%d(List<String> l) { m%d(l); }\n".formatted(i, i + 1))
                .collect(Collectors.joining());

        String said = program.said("""
                package demo;
                import java.util.*;
                import org.spmjava.api.*;
                import org.spmjava.api.annotation.*;
                @TaskManager(typedef = "Tasks.spmtype")
                class Primes {
                    static final List<String> NAMES = new ArrayList<>();
                    @Hub @Offline static void main(VirtualCloud cloud) { m0(NAMES); }
                    %s
                    static void m5000(List<String> l) { l.add("one"); }
                    @Spoke @Online static long taskEval(PrimesTask task) { return NAMES.size(); }
                }
                """.formatted(chain));

        // What happens to the list at the end of the chain is beyond what is followed.
        assertThat(said).isEmpty();
    }
}
