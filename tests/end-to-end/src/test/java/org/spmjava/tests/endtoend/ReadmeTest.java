package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path GENERATED = ROOT.resolve(
            "examples/first-session/target/generated-sources/annotations/org/spmjava/examples/firstsession");

    @Test
    void theGeneratedCodeThatTheReadmeShowsIsWhatTheCompilerWrites() throws Exception {
        Matcher shown = Pattern.compile("<!-- generated -->\n```text\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        String generated = folded(Files.readString(GENERATED.resolve("PrimesTask.java")))
                + folded(Files.readString(GENERATED.resolve("PrimesManager.java")));
        assertThat(shown.find()).isTrue();
        // What stands between two marks of an omission stands in one piece in the generated code as well.
        for (String piece : shown.group(1).split("…|(?m)^}$")) {
            assertThat(generated).contains(folded(piece));
        }
    }

    /** Without documentation and override marks, and with all white space alike. */
    private static String folded(String java) {
        return java.replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("\\s+", " ").strip();
    }
}
