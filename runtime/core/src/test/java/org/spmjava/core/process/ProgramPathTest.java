package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spoke finds what its Hub finds, from whichever path. */
class ProgramPathTest {

    @TempDir
    Path root;

    @Test
    void aClassPathStaysAsItIs() {
        assertThat(ProgramPath.of("a.jar:classes:*", "")).isEqualTo("a.jar:classes:*");
    }

    @Test
    void anEmptyEntryOfAClassPathIsTheWorkingDirectory() {
        assertThat(ProgramPath.of("a.jar:", "")).isEqualTo("a.jar:.");
        assertThat(ProgramPath.of(":a.jar::b.jar", "")).isEqualTo(".:a.jar:b.jar");
        assertThat(ProgramPath.of("", "")).isEmpty();
    }

    @Test
    void modulesFollowTheClassPath() throws Exception {
        Path exploded = Files.createDirectories(root.resolve("exploded"));
        Files.createFile(exploded.resolve("module-info.class"));
        Path jar = Files.createFile(root.resolve("one.jar"));

        assertThat(ProgramPath.of("a.jar", exploded + ":" + jar)).isEqualTo("a.jar:" + exploded + ":" + jar);
        assertThat(ProgramPath.of("", jar.toString())).isEqualTo(jar.toString());
    }

    @Test
    void aDirectoryOfModulesStandsForThemAll() throws Exception {
        Path many = Files.createDirectories(root.resolve("many"));
        Files.createFile(many.resolve("b.jar"));
        Files.createFile(many.resolve("a.jar"));
        Files.createFile(many.resolve("notes.txt"));
        Files.createFile(Files.createDirectories(many.resolve("exploded")).resolve("module-info.class"));
        Files.createDirectories(many.resolve("empty"));

        assertThat(ProgramPath.of("", many.toString()))
                .isEqualTo(many.resolve("a.jar") + ":" + many.resolve("b.jar") + ":" + many.resolve("exploded"));
    }
}
