package org.spmjava.stateguard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Gives every method and constructor that says {@code @Hub}, {@code @Spoke}, {@code @Offline} or {@code @Online} a
 * guard, which throws an {@code SPMInvariantViolation} where it is called in the wrong place. Where that is,
 * {@code org.spmjava.api.closure.Guard} explains.
 *
 * <p>A class without such methods, or with guards already, is left alone, byte for byte.
 */
public final class StateGuard {

    private static final String CLASS_FILE = ".class";

    private StateGuard() {}

    /**
     * Guards the classes of a directory and below. A class that is changed is replaced at one blow; the others keep
     * their time of modification.
     *
     * @param classesDirectory where compiled classes are; may be absent, as that of a module without sources is
     * @return what was done
     * @throws IOException if a file cannot be read or written
     * @throws StateGuardException if a file is no class that can be guarded, after all others were
     */
    public static StateGuardReport weave(Path classesDirectory) throws IOException {
        int demanding = 0;
        int woven = 0;
        int methods = 0;
        List<String> problems = new ArrayList<>();
        List<Path> files = classFiles(classesDirectory);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            try {
                Weaving.Woven after = guarded(before);
                demanding += after.demanding() ? 1 : 0;
                if (after.guarded() > 0) {
                    replace(file, after.classFile());
                    woven++;
                    methods += after.guarded();
                }
            } catch (StateGuardException problem) {
                problem.problems().forEach(line -> problems.add(file + ": " + line));
            }
        }
        if (!problems.isEmpty()) {
            throw new StateGuardException(problems);
        }
        return new StateGuardReport(files.size(), demanding, woven, methods);
    }

    /**
     * Guards one class.
     *
     * @param classFile what is in its class file
     * @return the same array if there was nothing to do
     * @throws StateGuardException if this is no class that can be guarded
     */
    public static byte[] weave(byte[] classFile) {
        return guarded(classFile).classFile();
    }

    private static Weaving.Woven guarded(byte[] classFile) {
        try {
            return Weaving.weave(classFile);
        } catch (StateGuardException contradiction) {
            throw contradiction;
        } catch (MethodTooLargeException large) {
            throw problem(large.getMethodName() + " is so long that no guard fits in; split it");
        } catch (ClassTooLargeException large) {
            throw problem("it has so many constants that no guard fits in; split it");
        } catch (RuntimeException unreadable) {
            // Whatever ASM throws at bytes that it does not understand: it promises nothing.
            throw problem("this is no class file, or one of a newer Java than is known here (" + unreadable + ")");
        }
    }

    private static StateGuardException problem(String text) {
        return new StateGuardException(List.of(text));
    }

    private static List<Path> classFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(CLASS_FILE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** By a move: a build that is killed leaves the old class or the new one, and never half of one. */
    private static void replace(Path file, byte[] classFile) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".guarded");
        try {
            Files.write(beside, classFile);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
