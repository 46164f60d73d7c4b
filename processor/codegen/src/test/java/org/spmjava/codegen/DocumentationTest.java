package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.JavaFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Pattern;

class DocumentationTest {

    /** Without the group "missing", which wants the components documented a second time, at compact constructors. */
    private static final List<String> DOCLINT = List.of("-Xdoclint:all,-missing", "-Xlint:all", "-Werror");

    private static final String EVALUATOR = """
            /** Evaluates. */
            public final class Primes {
                private Primes() {}
                static void taskEval(PrimesTask task) {}
            }
            """;

    private static List<JavaFile> generate(String typedef) {
        return ManagerGenerator.generate(Typedefs.pinterp(typedef, ReturnType.NOTHING));
    }

    @Test
    void javadocFindsNothingWrongWithTheComments() {
        String fields =
                "scalar<bytes> data = deferred; dict<string,mixed> values = None; tuple<stringSnippet> t = None;";

        assertThat(Generated.compile(generate(Typedefs.withFields(fields)), DOCLINT, EVALUATOR))
                .succeededWithoutWarnings();
        assertThat(Generated.compile(generate(Typedefs.PRIMES), DOCLINT, EVALUATOR))
                .succeededWithoutWarnings();
        assertThat(Generated.compile(ManagerGenerator.generate(Typedefs.papply(Pattern.LIST)), DOCLINT))
                .succeededWithoutWarnings();
    }

    @Test
    void whatAUserWritesIntoACommentIsTextAndNothingElse() {
        String fields = """
                # A */ end, <b> & a {@link Nowhere}, @author, $T and $L, \\u002a\\u002f, \u202e and back.
                #
                #   Two   lines.
                scalar<int> n = deferred;
                """;
        List<JavaFile> files = generate(Typedefs.withFields(fields));

        Compilation compilation = Generated.compile(files, DOCLINT, EVALUATOR);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(files.get(0).toString())
                .contains("A &#42;/ end, &#60;b&#62; &#38; a &#123;&#64;link Nowhere&#125;, &#64;author, $T and $L,"
                        + " &#92;u002a&#92;u002f, \ufffd and back. Two lines.");
    }

    @Test
    void whatAUserCallsAFileIsTextToo() {
        ManagerSpec spec = Typedefs.pinterp(Typedefs.PRIMES, ReturnType.NOTHING);
        List<JavaFile> files = ManagerGenerator.generate(new ManagerSpec(
                spec.annotatedClass(),
                "odd }*/\\u002a<x> & name.spmtype",
                spec.task(),
                "a \"quoted\" $S\\u0022\nsignature",
                spec.management(),
                spec.evaluators(),
                spec.returnType(),
                spec.generator()));

        assertThat(Generated.compile(files, DOCLINT, EVALUATOR)).succeededWithoutWarnings();
        assertThat(files.get(0).toString())
                .contains("<code>odd &#125;&#42;/&#92;u002a&#60;x&#62; &#38; name.spmtype</code>");
    }

    @Test
    void theSameSpecGivesTheSameText() {
        assertThat(generate(Typedefs.PRIMES))
                .hasToString(generate(Typedefs.PRIMES).toString());
    }
}
