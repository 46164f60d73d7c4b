package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One command tests everything; people and machines give the same one. */
class TestCommandTest {

    private static final String COMMAND = "mvn verify";

    @Test
    void theTestScriptHoldsTheTestCommandAndNothingElse() {
        List<String> lines = Repository.text(Path.of(".ci/run"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> !line.startsWith("set -") && !line.startsWith("cd "))
                .map(line -> line.replaceFirst("^exec ", ""))
                .map(line -> line.replaceAll(" --(batch-mode|no-transfer-progress)", ""))
                .toList();
        assertThat(lines).containsExactly(COMMAND);
    }

    @Test
    void theReadmeAndTheGuideGiveTheSameCommand() {
        assertThat(Repository.ROOT.resolve("README.md")).content().contains(COMMAND);
        assertThat(Repository.ROOT.resolve("CONTRIBUTING.md")).content().contains(COMMAND);
    }
}
