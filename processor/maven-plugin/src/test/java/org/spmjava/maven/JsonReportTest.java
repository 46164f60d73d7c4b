package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.statecheck.Finding;
import org.spmjava.statecheck.FindingCode;
import org.spmjava.statecheck.FindingJson;
import org.spmjava.statecheck.StateCheckReport;

class JsonReportTest {

    @TempDir
    Path root;

    @Test
    void aFindingOfTheStateCheckIsALine() throws IOException {
        JsonReport report = new JsonReport(root.resolve("spm/diagnostics-check.jsonl"), true);
        Finding finding = new Finding(
                FindingCode.HUB_DOOR_ON_SPOKE,
                "demo.Primes",
                "Primes.taskEval",
                Optional.of("demo/Primes.java"),
                12,
                "what",
                "why",
                "fix",
                List.of());
        assertThat(report.isMissing()).isTrue();

        report.write(new StateCheckReport(List.of(finding, finding)));

        assertThat(report.isMissing()).isFalse();
        assertThat(report.file()).hasContent(FindingJson.render(List.of(finding, finding)));
        assertThat(Files.readAllLines(report.file()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"code\":\"SPM-S102\",\"severity\":\"error\",\"file\":\"demo/Primes.java\","
                                + "\"range\":{\"start\":{\"line\":12,\"column\":1}},"));
    }

    @Test
    void whatTheLanguageSaysIsALineAndAnEmptyFileSaysThatAllIsWell() throws IOException {
        Module module = new Module(root).typedef("Counter.spmtype", Module.TYPEDEF.replace("<long>", "<lng>"));
        JsonReport report = new JsonReport(root.resolve("diagnostics-main.jsonl"), true);

        report.writeFindings(module.check());
        assertThat(report.file())
                .content()
                .startsWith("{\"code\":\"SPM-E203\",\"severity\":\"error\",")
                .endsWith("}\n");

        report.writeFindings(List.of());
        assertThat(report.file()).isEmptyFile();
    }

    @Test
    void aReportOfAnEarlierRunDoesNotOutliveWhatItSays() throws IOException {
        Path file = root.resolve("diagnostics-main.jsonl");
        new JsonReport(file, true).writeFindings(List.of());

        new JsonReport(file, false).writeFindings(List.of());

        assertThat(file).doesNotExist();
    }

    @Test
    void anotherFormThanTextAndJsonIsRefused() throws MojoExecutionException {
        assertThat(Diagnostics.of("json").report(root, "main"))
                .isEqualTo(new JsonReport(root.resolve("diagnostics-main.jsonl"), true));
        assertThat(Diagnostics.of("text").report(root, "main").wanted()).isFalse();
        assertThatThrownBy(() -> Diagnostics.of("xml"))
                .hasMessage("spm.diagnostics is `text` or `json`, and not `xml`.");
    }
}
