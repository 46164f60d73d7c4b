package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Path;

/** The compiler of Protocol Buffers, a native program that Maven downloads like a jar. */
final class Protoc {

    /** Set by the profile: a copy of the file in Maven's repository, which is not executable there. */
    private static final String FILE = "spm.protoc";

    private Protoc() {}

    static Path executable() throws IOException {
        String file = System.getProperty(FILE);
        if (file == null) {
            throw new IllegalStateException("-D" + FILE + " is not set; run this by the profile that README.md names");
        }
        Path program = Path.of(file);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program + " executable");
        }
        return program;
    }
}
