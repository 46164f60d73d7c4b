package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    Path root;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = root.resolve("spm/check");
        Memory memory = new Memory("check 1.0", List.of("3", "four"), new Snapshot("1:2 - /a b\0"));
        Memory bare = new Memory("check 1.0", List.of(), new Snapshot(""));

        memory.writeTo(file);
        assertThat(Memory.read(file)).contains(memory);
        bare.writeTo(file);
        assertThat(Memory.read(file)).contains(bare);
    }

    @Test
    void aFileThatIsNotThereOrDamagedTellsNothing() throws IOException {
        Path file = root.resolve("check");

        assertThat(Memory.read(file)).isEmpty();
        Files.writeString(file, "check 1.0\n3");
        assertThat(Memory.read(file)).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, 0});
        assertThat(Memory.read(file)).isEmpty();
    }
}
