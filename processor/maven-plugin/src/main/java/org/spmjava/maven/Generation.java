package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code generate} does for one module. Payloads and managers are not written here, but by the annotation
 * processor: they continue the annotated class. This makes sure that it runs when it has to, and finds what it needs.
 *
 * <p>The stamp is the memory: it is written after a check without complaint, so where it is up to date there is nothing
 * to check.
 *
 * @param typedefs the typedef directory; need not exist
 * @param sourceRoot the directory to write into, a source root of the module
 * @param module what no other module is called
 * @param compilerVersion of this plugin, and with it of the language
 */
record Generation(Path typedefs, Path sourceRoot, String module, String compilerVersion) {

    /** Checks and stamps, or does nothing if no typedef changed. */
    Outcome run() throws IOException {
        TypedefDirectory directory = TypedefDirectory.read(typedefs);
        Stamp stamp = Stamp.of(module, directory.digest(compilerVersion));
        if (directory.exists()) {
            RootsFile.write(sourceRoot, typedefs);
        } else {
            RootsFile.delete(sourceRoot);
        }
        if (directory.isEmpty()) {
            return new Outcome(directory, List.of(), false, stamp.deleteFrom(sourceRoot));
        }
        if (stamp.isIn(sourceRoot)) {
            return new Outcome(directory, List.of(), false, false);
        }
        List<Finding> findings = directory.check();
        boolean well = findings.stream().noneMatch(Finding::isError);
        if (well) {
            stamp.writeTo(sourceRoot);
        }
        return new Outcome(directory, findings, true, well);
    }
}
