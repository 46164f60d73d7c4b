package org.spmjava.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spmjava.statecheck.Finding;

/**
 * Where a finding about a class is to be shown: at its source.
 *
 * @param sourceRoots of the module
 * @param classes its compiled classes, for those whose source is not there
 */
record SourceFiles(List<Path> sourceRoots, Path classes) {

    /** The source file that a finding is about; or the class file, where there is no such source. */
    Path of(Finding finding) {
        return finding.sourcePath().stream()
                .flatMap(path -> sourceRoots.stream().map(root -> root.resolve(path)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> classes.resolve(finding.className().replace('.', '/') + ".class"));
    }
}
