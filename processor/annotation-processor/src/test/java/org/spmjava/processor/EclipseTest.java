package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated pleases the Eclipse compiler too, and what users get wrong is found by it. */
class EclipseTest {

    private static final String EVERYTHING = """
            # How fast.
            enum Priority { LOW, HIGH };
            struct Point { scalar<double> x = deferred; scalar<double> y = 0.5; scalar<int[]> weights = None; };
            struct Tree { scalar<Point> at = deferred; tuple<Tree> children = None; dict<string,Priority> seen = None; };
            """ + Project.PRIMES_TYPEDEF.replace("nMax ::", """
                scalar<bool[]> flags = None;
                scalar<bytes> data = None;
                scalar<stringSnippet> snippet = None;
                scalar<Tree> tree = None;
                tuple<long[]> arrays = None;
                tuple<Point> points = None;
                dict<int,double> byNumber = None;
                dict<stringSnippet,bytes> byName = None;
                scalar<mixed> any = None;
                scalar<record> fields = None;
                scalar<duration> pause = 5ms;
                scalar<Priority> priority = HIGH;
                nMax ::""");

    @TempDir
    Path root;

    @Test
    void nothingIsToBeSaidOfWhatIsGenerated() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", EVERYTHING)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF)
                .typedef("Largest.spmtype", Project.PRIMES_TYPEDEF.replace("task<list>", "task<aggregate>"))
                .typedef("Darts.spmtype", Project.PRIMES_TYPEDEF.replace("task<list>", "task<template>"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype", modules = other.Elsewhere.class)
                        public final class Primes { private Primes() {} }
                        """)
                .source("other.Elsewhere", """
                        public final class Elsewhere {
                            private Elsewhere() {}
                            @Spoke @Online public static long taskEval(demo.PrimesTask task) { return task.nMax(); }
                        }
                        """)
                .source("demo.Shells", """
                        @TaskManager(typedef = "Shell.spmtype", pattern = Pattern.TEMPLATE)
                        public final class Shells { private Shells() {} }
                        """);

        project.source("demo.Largest", """
                        @TaskManager(typedef = "Largest.spmtype", pattern = Pattern.AGGREGATE, grain = Grain.LIMITED)
                        public final class Largest {
                            private Largest() {}
                            @Spoke @Online static long taskEval(LargestTask task, HubLink hub) { return 1; }
                            @Hub @Online static long taskReduce(long left, long right) { return Math.max(left, right); }
                        }
                        """).source("demo.Darts", """
                        @TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, policy = Policy.REPEAT)
                        public final class Darts {
                            private Darts() {}
                            @Spoke @Online static long taskEval(DartsTask task) { return 1; }
                        }
                        """);

        assertThat(project.underEclipse())
                .filteredOn(line -> !line.startsWith("Primes.java")
                        && !line.startsWith("Elsewhere.java")
                        && !line.startsWith("Largest.java")
                        && !line.startsWith("Darts.java")
                        && !line.startsWith("Shells.java"))
                .isEmpty();
        assertThat(root.resolve("eclipse/classes/demo/PrimesTask$Codec.class")).exists();
        assertThat(root.resolve("eclipse/classes/demo/ShellsManager.class")).exists();
    }

    @Test
    void aStageThatIsLeftOutIsAnErrorWhereItIsLeftOut() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            @Spoke @Online static long taskEval(PrimesTask task) { return 1; }
                            static void main(PrimesManager manager) {
                                manager.task().label("l").module(PrimesTask.Module.PRIMES)
                                        .timeout(Timeout.afterSeconds(1))
                                        .nMax(2)
                                        .push();
                            }
                        }
                        """);

        assertThat(project.errorsUnderEclipse())
                .containsExactly(
                        "Primes.java:8: The method nMax(int) is undefined for the type demo.PrimesTask.NMinStage");
    }
}
