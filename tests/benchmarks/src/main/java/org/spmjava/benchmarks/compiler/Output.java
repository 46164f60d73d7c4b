package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a build wrote.
 *
 * @param sources generated files of Java: top-level classes
 * @param lines of them
 * @param kilobytes of them
 * @param classes class files, those of the user's own Java included
 * @param classKilobytes of them
 */
record Output(int sources, long lines, double kilobytes, int classes, double classKilobytes) {

    private static final double KILOBYTE = 1000;

    static Output of(BuildFolder folder) throws IOException {
        int sources = 0;
        long lines = 0;
        double bytes = 0;
        for (Path file : BuildFolder.files(folder.generated(), ".java")) {
            String text = Files.readString(file);
            sources++;
            lines += text.lines().count();
            bytes += text.length();
        }
        int classes = 0;
        double classBytes = 0;
        for (Path file : BuildFolder.files(folder.classes(), ".class")) {
            classes++;
            classBytes += Files.size(file);
        }
        return new Output(sources, lines, bytes / KILOBYTE, classes, classBytes / KILOBYTE);
    }
}
