package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands in for generated classes while something is wrong: a user's code compiles against it. */
class StubsTest {

    private static final List<String> LINT = List.of("-Xlint:all", "-Werror", "-Xdoclint:all,-missing");

    @Test
    void aTypedefWithAMistakeLeavesTheClassesThatSignaturesName() {
        ClassName primes = ClassName.get("demo", "Primes");
        String user = """
                final class Primes {
                    private Primes() {}
                    static long taskEval(PrimesTask task) { return 1; }
                    static void onStatus(TaskStatus<PrimesTask, Long> status) {}
                    static Conclusion main(VirtualCloud cloud, PrimesTask.Module module) throws Exception {
                        PrimesManager manager = PrimesManager.define(cloud, Primes::onStatus);
                        return manager.manage(cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT,
                                Timeout.afterSeconds(1), Timeout.afterSeconds(1));
                    }
                    static final PrimesTask.Module CHOSEN = PrimesTask.Module.PRIMES;
                }
                """;

        assertThat(Generated.compile(ManagerGenerator.stubs(primes, List.of(primes), Set.of(), "g"), LINT, user))
                .succeededWithoutWarnings();
    }

    @Test
    void anEvaluatorWithAMistakeLeavesTheWholePayload() {
        ManagerSpec spec = Typedefs.pinterp(Typedefs.PRIMES, ReturnType.NOTHING);
        String user = """
                final class Primes {
                    private Primes() {}
                    static Object taskEval(PrimesTask task) { return task.nMin(); }
                    static void main(VirtualCloud cloud) throws Exception {
                        PrimesManager.<Object>define(cloud, status -> {}).task().label("l")
                                .module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1))
                                .nMin(1).nMax(2).push();
                    }
                }
                """;

        assertThat(Generated.compile(ManagerGenerator.withStubManager(spec, Set.of()), LINT, user))
                .succeededWithoutWarnings();
    }
}
