package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Census.class)
class AcidTestTest {

    private static final String MAIN = "org.spmjava.examples.session.AcidTest";

    @Test
    void fourProgramsUseTheSameSpokesOneAfterTheOtherAndOneOfThemIsKilledOnTheWay() throws Exception {
        List<Path> before = inputs();
        Java.Run run = Java.run(MAIN, "--spokes", "2");
        assertThat(run.output())
                .contains("kill -9 spoke-", "Everything concluded well; nothing is pending, nothing is left.")
                .doesNotContain("NOT SO", "WARN", "ERROR");
        assertThat(run.exitCode()).isZero();
        for (String line : List.of(
                "make +\\d+ +Partition/DAG +coarse +\\d+ +2 ",
                "map-reduce +\\d+ +PartitionAggregate/(Cent|Decent)ralized +coarse ",
                "sat +\\d+ +\\S+ +(general|limited) ",
                "graph +\\d+ +Partition/Graph +general ")) {
            assertThat(run.output()).containsPattern(Pattern.compile("^" + line, Pattern.MULTILINE));
        }
        assertThat(inputs()).isEqualTo(before);
    }

    @Test
    void aScriptRunsThemInAnyOrderAndIsToldWhatIsWrong() throws Exception {
        Java.Run run = prompt("spokes\ngraph\ngraph /no/such/file\nkill spoke-7.7\nnonsense\nexplain 0\ntable\nquit\n");
        assertThat(run.output())
                .contains(
                        ">>> graph",
                        "/no/such/file",
                        "there is no such Spoke",
                        "There is no nonsense",
                        "Task 0 ",
                        "efficiency");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void thePromptTakesAnotherCommandWhileAProgramRuns() throws Exception {
        assumeThat(Path.of("/usr/bin/script"))
                .as("script of util-linux makes a terminal")
                .exists();
        Typist typist = new Typist(MAIN, "--prompt", "--spokes", "2");
        try (typist) {
            typist.await("spoke-1.2@");
            typist.type("sat");
            typist.await("is here");
            typist.type("map-reduce");
            typist.await("one command at a time");
            typist.type("kill spoke-1.2");
            typist.await("is gone");
            typist.type("stop");
            typist.await("interrupted");
            typist.type("graph");
            typist.await("graph: ");
            typist.type("quit");
            typist.await("nothing is left.");
            assertThat(typist.exitCode()).isZero();
        }
    }

    private static Java.Run prompt(String script) throws Exception {
        Path file = Files.createTempFile("script", ".txt");
        try {
            Files.writeString(file, script);
            return Java.run(file, MAIN, "--prompt", "--spokes", "2");
        } finally {
            Files.delete(file);
        }
    }

    private static List<Path> inputs() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("spm-acid-test-"))
                    .sorted()
                    .toList();
        }
    }
}
