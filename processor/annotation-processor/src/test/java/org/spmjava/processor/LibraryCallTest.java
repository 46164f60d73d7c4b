package org.spmjava.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.codegen.Management;
import org.spmjava.codegen.ManagerGenerator;
import org.spmjava.codegen.ManagerSpec;
import org.spmjava.codegen.ReturnType;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.source.SourceText;

/** The compiler without a build tool is the same compiler. */
class LibraryCallTest {

    @TempDir
    private Path root;

    // tag::library[]
    /** Writes what the annotation processor would write for class {@code demo.Primes}. */
    static void generate(Path typedef, Path sourceRoot) throws Exception {
        SourceText text = new SourceText(typedef.getFileName().toString(), Files.readString(typedef));
        var compilation = TypedefCompiler.compile(text);
        TypedefFile file = compilation
                .file()
                .orElseThrow(() -> new IllegalArgumentException(DiagnosticRenderer.render(compilation.diagnostics())));
        ClassName primes = ClassName.get("demo", "Primes");
        ManagerSpec spec = new ManagerSpec(
                primes,
                text.name(),
                file.task(Head.LIST).orElseThrow(),
                "demo.Primes#signature::Primes",
                new Management("ISOLATED", "COARSE", Optional.empty()),
                List.of(primes),
                new ReturnType(Optional.of(new Scalar(ValueType.LONG)), false),
                SpmProcessor.class.getName());
        for (JavaFile java : ManagerGenerator.generate(spec)) {
            java.writeTo(sourceRoot);
        }
    }
    // end::library[]

    @Test
    void theLibraryWritesWhatTheProcessorWrites() throws Exception {
        Path typedef = Files.writeString(root.resolve("Primes.spmtype"), Project.PRIMES_TYPEDEF);
        generate(typedef, root.resolve("java"));

        Compilation compilation = new Project(root).source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            @Spoke @Online
                            static long taskEval(PrimesTask task) {
                                return 0;
                            }
                        }
                        """).compile();

        for (String name : List.of("PrimesTask", "PrimesManager")) {
            String text = Files.readString(root.resolve("java/demo").resolve(name + ".java"));
            assertThat(compilation)
                    .generatedSourceFile("demo." + name)
                    .contentsAsString(StandardCharsets.UTF_8)
                    .isEqualTo(text);
        }
    }

    @Test
    void theLibrarySaysWhatIsWrongWithATypedef() throws Exception {
        Path typedef = Files.writeString(
                root.resolve("Primes.spmtype"), Project.PRIMES_TYPEDEF.replace("scalar<long> =", "scalar<lnog> ="));

        assertThatThrownBy(() -> generate(typedef, root))
                .hasMessageContaining("Primes.spmtype:")
                .hasMessageContaining("Did you mean `long`?");
    }
}
