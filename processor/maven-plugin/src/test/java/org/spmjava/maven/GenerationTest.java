package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    @TempDir
    Path root;

    private Module module;

    @BeforeEach
    void aModuleWithOneTypedef() throws IOException {
        module = new Module(root).typedef("Counter.spmtype", Module.TYPEDEF);
    }

    @Test
    void theFirstTimeTheTypedefsAreCheckedAndStamped() throws IOException {
        Outcome outcome = module.generate();

        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.summary()).hasValue("Checked 1 typedef.");
        assertThat(module.stamp())
                .startsWith("// Written by spm-maven-plugin. Do not edit.\npackage org.spmjava.generated.of_")
                .contains("DIGEST = \"" + module.read().digest("1.0", Map.of()) + "\"");
    }

    @Test
    void whenNothingChangedNoFileIsTouched() throws IOException {
        module.generate();
        Path stamp = Stamp.of("org.example:app:main", "").file(module.sourceRoot());
        FileTime longAgo = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(stamp, longAgo);
        Files.setLastModifiedTime(RootsFile.file(module.sourceRoot()), longAgo);

        Outcome outcome = module.generate();

        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.summary()).hasValue("Nothing changed in 1 typedef.");
        assertThat(Files.getLastModifiedTime(stamp)).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(RootsFile.file(module.sourceRoot())))
                .isEqualTo(longAgo);
    }

    @Test
    void anEditedTypedefChangesTheStamp() throws IOException {
        module.generate();
        String before = module.stamp();

        module.typedef("Counter.spmtype", Module.TYPEDEF.replace("number", "amount"));

        assertThat(module.generate().changed()).isTrue();
        assertThat(module.stamp()).isNotEqualTo(before);
    }

    @Test
    void anAddedAndADeletedTypedefChangeTheStamp() throws IOException {
        module.generate();
        String one = module.stamp();

        module.typedef("more/Counter.spmtype", Module.TYPEDEF);
        module.generate();
        String two = module.stamp();
        module.delete("more/Counter.spmtype");
        module.generate();

        assertThat(two).isNotEqualTo(one);
        assertThat(module.stamp()).isEqualTo(one);
    }

    @Test
    void aRenamedTypedefChangesTheStamp() throws IOException {
        module.generate();
        String before = module.stamp();

        module.typedef("Renamed.spmtype", Module.TYPEDEF).delete("Counter.spmtype");
        module.generate();

        assertThat(module.stamp()).isNotEqualTo(before);
    }

    @Test
    void anotherCompilerChangesTheStamp() throws IOException {
        module.generate("1.0");
        String before = module.stamp();

        assertThat(module.generate("1.1").changed()).isTrue();
        assertThat(module.stamp()).isNotEqualTo(before);
    }

    @Test
    void aBrokenTypedefIsReportedEveryTimeAndNotStamped() throws IOException {
        module.generate();
        String before = module.stamp();
        module.typedef("Counter.spmtype", "task<list> {");

        assertThat(module.generate().findings()).isNotEmpty();
        assertThat(module.generate().findings()).isNotEmpty();
        assertThat(module.generate().changed()).isFalse();
        assertThat(module.stamp()).isEqualTo(before);
    }

    @Test
    void aTypedefThatIsAsItWasBeforeItBrokeIsNothingNew() throws IOException {
        module.generate();
        module.typedef("Counter.spmtype", "task<list> {");
        module.generate();
        module.typedef("Counter.spmtype", Module.TYPEDEF);

        Outcome outcome = module.generate();

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.changed()).isFalse();
        // It is told all the same: what was said of the broken one is withdrawn, in an editor and in the JSON report.
        assertThat(outcome.isUnchanged()).isFalse();
        assertThat(outcome.checked()).isNotEmpty();
    }

    @Test
    void withTheLastTypedefTheStampGoes() throws IOException {
        module.generate();
        module.delete("Counter.spmtype");

        assertThat(module.generate().changed()).isTrue();
        assertThat(module.stamp()).isEmpty();
        assertThat(module.generate().changed()).isFalse();
    }

    @Test
    void theProcessorIsToldWhereTheTypedefsAre() throws IOException {
        module.generate();

        assertThat(RootsFile.file(module.sourceRoot())).hasContent("../../../src/main/spmtype");
    }

    @Test
    void whereThereIsNoTypedefDirectoryNothingIsWritten(@TempDir Path empty) throws IOException {
        Outcome outcome = new Module(empty).generate();

        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.findings()).isEmpty();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void whenTheTypedefDirectoryGoesNothingIsLeft() throws IOException {
        module.generate();
        module.delete("Counter.spmtype");
        Files.delete(module.typedefs());
        module.generate();

        assertThat(module.sourceRoot()).isDirectoryNotContaining("regex:.*(java|roots)");
        assertThat(module.stamp()).isEmpty();
        assertThat(RootsFile.file(module.sourceRoot())).doesNotExist();
    }
}
