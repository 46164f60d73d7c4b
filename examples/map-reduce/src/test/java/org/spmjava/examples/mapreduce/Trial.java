package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import picocli.CommandLine;

/** Runs the program in a serial session, and pipelines of the shell. */
final class Trial {

    final List<String> lines = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    Report run(String... args) throws Exception {
        MapReduce program = new MapReduce();
        new CommandLine(program).parseArgs(args);
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(3))) {
            return program.run(new Session(cloud, new Console(lines::add, notes::add, false)));
        }
    }

    /** What a pipeline prints, by bytes. */
    static byte[] shell(Path directory, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", "set -o pipefail; " + command);
        builder.environment().put("LC_ALL", "C");
        Process process =
                builder.directory(directory.toFile()).redirectErrorStream(true).start();
        byte[] printed = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(command + ": " + new String(printed, StandardCharsets.ISO_8859_1))
                .isZero();
        return printed;
    }
}
