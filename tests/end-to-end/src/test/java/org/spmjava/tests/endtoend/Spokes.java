package org.spmjava.tests.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** Finds the processes of Spokes, to end them as an operator or the kernel would. */
final class Spokes {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Spokes() {}

    /** Waits until a task has written its Spoke's name into a file, and returns the name. */
    static String awaitSignature(Path file) throws Exception {
        await().atMost(PATIENCE).until(() -> Files.exists(file) && Files.size(file) > 0);
        return Files.readString(file);
    }

    /** {@code kill -9} of the JVM that is an incarnation, by its name {@code spoke-<slot>.<incarnation>}. */
    static void kill(String whoAmI) {
        String incarnation = whoAmI.substring(whoAmI.indexOf('.') + 1);
        String slot = whoAmI.substring("spoke-".length(), whoAmI.indexOf('.'));
        pids(slot, incarnation)
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process is " + whoAmI))
                .destroyForcibly();
    }

    /** {@code kill -9} of the JVM in which a command runs, given by its words. */
    static void killParentOf(String command) {
        ProcessHandle process = await().atMost(PATIENCE)
                .until(
                        () -> ProcessHandle.current()
                                .descendants()
                                .filter(descendant ->
                                        commandLine(descendant).strip().equals(command))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        while (!commandLine(process).contains("AeronSpoke ")) {
            process = process.parent().orElseThrow();
        }
        process.destroyForcibly();
    }

    static boolean isAlive(long incarnation) {
        return pids("\\d+", Long.toString(incarnation)).findAny().isPresent();
    }

    private static LongStream pids(String slot, String incarnation) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .filter(process -> isSpoke(process, slot, incarnation))
                .mapToLong(ProcessHandle::pid);
    }

    /** Asks the kernel: what {@code ProcessHandle} tells of arguments ends where the class path gets long. */
    private static boolean isSpoke(ProcessHandle process, String slot, String incarnation) {
        return commandLine(process).matches(".*AeronSpoke " + slot + " " + incarnation + " .*");
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }
}
