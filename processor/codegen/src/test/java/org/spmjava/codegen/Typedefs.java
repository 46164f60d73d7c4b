package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.dsl.Compilation;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.source.SourceText;

/** Typedefs and the specs made of them. */
final class Typedefs {

    static final String GENERATOR = "org.spmjava.processor.SpmProcessor";

    /** The source's prime counter, in the paper's spelling. */
    static final String PRIMES = """
            # Counts primes.
            # Trial division, half-open buckets.
            task<list> {
              spm :: struct {
                meta :: struct {
                  label         :: scalar<stringSnippet> = deferred;
                  path          :: tuple<path>           = None;
                  modulePreload :: tuple<module>         = None;
                  module        :: scalar<module>        = deferred;
                  timeout       :: scalar<timeout>       = deferred;
                };
                core :: struct {
                  relaunchPre  :: scalar<bool> = None;
                  relaunchPost :: scalar<bool> = None;
                  nameHost     :: scalar<auto> = None;
                  whoAmI       :: scalar<auto> = None;
                };
                stat :: struct {
                  exception   :: scalar<auto> = None;
                  returnValue :: scalar<auto> = None;
                };
              };
              # The first number that is looked at.
              nMin :: scalar<long> = deferred;
              nMax :: scalar<long> = deferred;
            };
            """;

    /** The source's shell commands, in the slides' spelling: {@code %s} is the head. */
    static final String SHELL = """
            task<%s> {
              struct spm {
                struct meta {
                  scalar<stringSnippet> label = deferred;
                  scalar<ApiMethod> api = deferred;
                  dict<string,mixed> apiArgs = deferred;
                  scalar<timeout> timeout = deferred;
                };
                struct core {
                  scalar<bool> relaunchPre = None;
                  scalar<bool> relaunchPost = None;
                  scalar<auto> nameHost = None;
                  scalar<auto> whoAmI = None;
                };
                struct stat {
                  scalar<auto> exception = None;
                  scalar<record> returnValue = None;
                };
              };
            };
            """;

    /** The least that a task with an evaluator has, and {@code %s}: fields of the user. */
    private static final String LEAST = """
            task<list> {
              struct spm {
                struct meta {
                  scalar<stringSnippet> label = deferred;
                  scalar<module> module = deferred;
                  scalar<timeout> timeout = deferred;
                };
                struct core { };
                struct stat { };
              };
              %s
            };
            """;

    private Typedefs() {}

    static String withFields(String fields) {
        return LEAST.formatted(fields);
    }

    static TaskType task(String typedef, Head head) {
        Compilation compilation = TypedefCompiler.compile(new SourceText("Test.spmtype", typedef));
        return compilation
                .file()
                .flatMap(file -> file.task(head))
                .orElseThrow(() -> new AssertionError(DiagnosticRenderer.render(compilation.diagnostics())));
    }

    /** A spec of class {@code demo.Primes}, which evaluates its tasks itself. */
    static ManagerSpec pinterp(String typedef, ReturnType returnType) {
        return pinterp(typedef, returnType, Pattern.LIST, Policy.ISOLATED, Grain.COARSE);
    }

    /** The same of another pattern, policy and grain, which go together; the typedef has {@code task<list>}. */
    static ManagerSpec pinterp(String typedef, ReturnType returnType, Pattern pattern, Policy policy, Grain grain) {
        ClassName primes = ClassName.get("demo", "Primes");
        return new ManagerSpec(
                primes,
                "Primes.spmtype",
                task(typedef, Head.LIST).withHead(Head.valueOf(pattern.name())),
                "demo.Primes#signature::Primes",
                management(pattern, policy, grain),
                List.of(primes),
                returnType,
                GENERATOR);
    }

    private static Management management(Pattern pattern, Policy policy, Grain grain) {
        Compatibility.Row row = Compatibility.row(pattern, policy, grain).orElseThrow();
        return new Management(policy.name(), grain.name(), row.handle().map(ClassName::get));
    }

    static ManagerSpec papply(Pattern pattern) {
        Head head = Head.valueOf(pattern.name());
        Policy policy = Compatibility.rows().stream()
                .filter(row -> row.pattern() == pattern)
                .findFirst()
                .orElseThrow()
                .policy();
        return new ManagerSpec(
                ClassName.get("demo", "Shells"),
                "Shell.spmtype",
                task(SHELL.formatted(head.keyword()), head),
                "demo.Shells#signature::Shells",
                management(pattern, policy, Grain.COARSE),
                List.of(),
                ReturnType.OF_API,
                GENERATOR);
    }
}
