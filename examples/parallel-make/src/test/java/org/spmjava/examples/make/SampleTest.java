package org.spmjava.examples.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import picocli.CommandLine;

class SampleTest {

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();

    private Report make(String... args) throws Exception {
        Make make = new Make();
        new CommandLine(make).parseArgs(args);
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults())) {
            return make.run(new Session(cloud, new Console(lines::add, lines::add, false)));
        }
    }

    @Test
    void withoutMakeOrCompilerItIsBuiltByWhatEveryMachineHas() throws Exception {
        Sample.unpackNinja(directory);
        assertThat(make("-C", directory.toString(), "-n").answer()).isEqualTo("97 steps would be taken.");
        assertThat(make("-C", directory.toString(), "out/list0.sum").wentWell()).isTrue();
        assertThat(Files.readAllLines(directory.resolve("out/list0.up"))).hasSize(50_000);
        assertThat(Files.readString(directory.resolve("build.ninja"))).contains("are not both installed");
    }

    @Test
    void withThemItIsALibraryAndItsTest() throws Exception {
        assertThat(Sample.unpack(directory)).containsExactly("-C", directory.toString());
        assumeTrue(Files.exists(directory.resolve("Makefile")), "GNU make or a C compiler is missing");
        assertThat(make("-C", directory.toString(), "out/sort_7.o").wentWell()).isTrue();
        assertThat(directory.resolve("out/sort_7.o")).isNotEmptyFile();
        lines.clear();
        assertThat(make("-C", directory.toString(), "-n").wentWell()).isTrue();
        assertThat(lines).anyMatch(line -> line.startsWith("ar ")).noneMatch(line -> line.contains("-o out/sort_7.o"));
    }
}
