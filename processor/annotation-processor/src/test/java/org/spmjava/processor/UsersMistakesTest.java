package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in populating a manager are errors of javac, since the generated types leave no room for them. */
class UsersMistakesTest {

    @TempDir
    Path root;

    private List<String> primes(String chain) {
        return new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            @Spoke @Online static long taskEval(PrimesTask task) { return 1; }
                            static void main(PrimesManager manager) {
                                manager.task()%s;
                            }
                        }
                        """.formatted(chain))
                .errors();
    }

    private List<String> shell(String chain) {
        return new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF)
                .source("demo.Each", """
                        @TaskManager(typedef = "Shell.spmtype")
                        final class Each {
                            static void main(EachManager manager) {
                                manager.task()%s;
                            }
                        }
                        """.formatted(chain))
                .errors();
    }

    @Test
    void everythingDeferredIsSet() {
        String complete = ".label(\"l\").module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1))"
                + ".nMin(1).nMax(2).push()";

        assertThat(primes(complete)).isEmpty();
        for (String setter : List.of(".label(\"l\")", ".timeout(Timeout.afterSeconds(1))", ".nMin(1)", ".nMax(2)")) {
            assertThat(primes(complete.replace(setter, "")))
                    .as("without " + setter)
                    .singleElement()
                    .asString()
                    .startsWith("6: cannot find symbol");
        }
    }

    @Test
    void theArgumentsAreThoseOfTheApi() {
        String complete =
                ".label(\"l\").api(Shell.POLICY_C).apiArgs(new Shell.Args(\"uptime\", Timeout.afterSeconds(1)))"
                        + ".timeout(Timeout.afterSeconds(1)).push()";

        assertThat(shell(complete)).isEmpty();
        assertThat(shell(complete.replace("new Shell.Args(\"uptime\", Timeout.afterSeconds(1))", "\"uptime\"")))
                .singleElement()
                .asString()
                .startsWith("5: incompatible types: java.lang.String cannot be converted to")
                .contains("Args");
    }

    @Test
    void anApiIsNotSetWithoutItsArguments() {
        assertThat(shell(".label(\"l\").api(Shell.POLICY_C).timeout(Timeout.afterSeconds(1)).push()"))
                .singleElement()
                .asString()
                .startsWith("5: cannot find symbol");
    }

    @Test
    void aTimeoutIsNoNumber() {
        assertThat(primes(".label(\"l\").module(PrimesTask.Module.PRIMES).timeout(10)"))
                .singleElement()
                .asString()
                .startsWith("6: incompatible types: int cannot be converted to");
    }

    @Test
    void theCallbackGetsWhatTheEvaluatorReturns() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            @Spoke @Online static long taskEval(PrimesTask task) { return 1; }
                            static void onStatus(TaskStatus<PrimesTask, String> status) {}
                            static void main(VirtualCloud cloud) {
                                PrimesManager.define(cloud, Primes::onStatus);
                            }
                        }
                        """);

        assertThat(project.errors()).singleElement().asString().startsWith("7: incompatible types");
    }
}
