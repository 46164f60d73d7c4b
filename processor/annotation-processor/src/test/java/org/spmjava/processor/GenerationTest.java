package org.spmjava.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    @TempDir
    Path root;

    @Test
    void aClassThatEvaluatesItsTasksGetsPayloadAndManager() {
        Compilation compilation = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            private static final List<Long> COUNTS = new ArrayList<>();

                            @Spoke @Online
                            static long taskEval(PrimesTask task) {
                                return task.nMax() - task.nMin();
                            }

                            @Hub @Online
                            static void onStatus(TaskStatus<PrimesTask, Long> status) {
                                COUNTS.add(status.returnValue());
                            }

                            @Hub @Offline
                            static Conclusion main(VirtualCloud cloud) throws Exception {
                                PrimesManager manager = PrimesManager.define(cloud, Primes::onStatus);
                                manager.task().label("first").module(PrimesTask.Module.PRIMES)
                                        .timeout(Timeout.afterSeconds(10)).nMin(2).nMax(50_000).push();
                                manager.task().label("second").module(PrimesTask.Module.PRIMES)
                                        .timeout(Timeout.afterSeconds(10)).nMin(50_000).nMax(100_000)
                                        .path("/opt/primes.jar").modulePreload(Primes.class).relaunchPost(true).push();
                                return manager.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT,
                                        Timeout.afterSeconds(2), Timeout.afterSeconds(300));
                            }
                        }
                        """)
                .compile();

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("demo.PrimesTask");
        assertThat(compilation).generatedSourceFile("demo.PrimesManager");
    }

    @Test
    void twoClassesUseTwoTasksOfOneTypedef() {
        String use = """
                final class %1$s {
                    @Hub @Offline
                    static void main(VirtualCloud cloud) throws Exception {
                        %1$sManager manager = %1$sManager.define(cloud,
                                status -> System.out.println(Shell.POLICY_C.result(status.returnValue()).stdOutErr()));
                        manager.task().label("***").api(Shell.POLICY_C)
                                .apiArgs(new Shell.Args("echo `hostname` -@- `uptime`", Timeout.afterSeconds(2)))
                                .timeout(Timeout.afterSeconds(10)).push();
                    }
                }
                """;
        Compilation compilation = new Project(root)
                .typedef("shell/Shell.spmtype", Project.SHELL_TYPEDEF)
                .source("demo.Each", "@TaskManager(typedef = \"shell/Shell.spmtype\")\n" + use.formatted("Each"))
                .source(
                        "demo.Once",
                        "@TaskManager(typedef = \"shell/Shell.spmtype\", pattern = Pattern.TEMPLATE)\n"
                                + use.formatted("Once"))
                .compile();

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedSourceFile("demo.OnceManager")
                .contentsAsUtf8String()
                .contains("return Pattern.TEMPLATE;");
    }
}
