package org.spmjava.core.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The command line of a Spoke's JVM: the java of this JVM, with the flags that the runtime needs. Immutable; every
 * method returns a changed copy.
 */
public final class JvmCommand {

    /** The collectors that a Spoke can use. */
    public enum Collector {
        /** One thread, the least memory and the fastest start: right for a Spoke that shares its host with others. */
        SERIAL("-XX:+UseSerialGC"),
        /** The highest throughput for a large heap. */
        PARALLEL("-XX:+UseParallelGC"),
        /** Short pauses for a large heap. */
        G1("-XX:+UseG1GC");

        private final String flag;

        Collector(String flag) {
            this.flag = flag;
        }
    }

    /** The tier of a Spoke that compiles as well as it can. */
    public static final int FULL_TIERS = 4;

    /** A class path longer than this, in characters, goes into a file: the kernel takes 128 KiB an argument at most. */
    static final int LONGEST_CLASS_PATH_ARGUMENT = 32 << 10;

    /** The first JDK that has this tag of its log for archives; those before it do not start with it. */
    private static final int FIRST_WITH_AOT_LOG = 25;

    private static final List<String> NEEDED = List.of(
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dchronicle.analytics.disable=true",
            "-Dchronicle.announcer.disable=true",
            "-Djava.awt.headless=true",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError");

    private final String mainClass;
    private final List<String> arguments;
    private final String classPath;
    private final Collector collector;
    private final int tiers;
    private final long maxHeapBytes;
    private final List<String> extraFlags;
    /** Null if there is none. */
    private final Path sharedArchive;

    private JvmCommand(
            String mainClass,
            List<String> arguments,
            String classPath,
            Collector collector,
            int tiers,
            long maxHeapBytes,
            List<String> extraFlags,
            Path sharedArchive) {
        this.mainClass = mainClass;
        this.arguments = arguments;
        this.classPath = classPath;
        this.collector = collector;
        this.tiers = tiers;
        this.maxHeapBytes = maxHeapBytes;
        this.extraFlags = extraFlags;
        this.sharedArchive = sharedArchive;
    }

    /**
     * A JVM with the class path and the modules of this one, the serial collector, full tiers and the JVM's own choice
     * of heap size.
     *
     * @param mainClass the binary name of a class with a {@code main} method
     */
    public static JvmCommand of(String mainClass) {
        Objects.requireNonNull(mainClass, "mainClass");
        String classPath = ProgramPath.ofThisJvm();
        return new JvmCommand(mainClass, List.of(), classPath, Collector.SERIAL, FULL_TIERS, 0, List.of(), null);
    }

    /** Sets what {@code main} is given. */
    public JvmCommand arguments(List<String> all) {
        return new JvmCommand(
                mainClass, List.copyOf(all), classPath, collector, tiers, maxHeapBytes, extraFlags, sharedArchive);
    }

    /** Sets the class path, entries separated by colons. */
    public JvmCommand classPath(String entries) {
        Objects.requireNonNull(entries, "entries");
        return new JvmCommand(mainClass, arguments, entries, collector, tiers, maxHeapBytes, extraFlags, sharedArchive);
    }

    /** Sets the collector. */
    public JvmCommand collector(Collector other) {
        Objects.requireNonNull(other, "other");
        return new JvmCommand(mainClass, arguments, classPath, other, tiers, maxHeapBytes, extraFlags, sharedArchive);
    }

    /**
     * Sets how far the JVM compiles: 1 starts fastest, {@link #FULL_TIERS} runs fastest.
     *
     * @throws IllegalArgumentException if it is not 0 to 4
     */
    public JvmCommand tieredStopAtLevel(int level) {
        if (level < 0 || level > FULL_TIERS) {
            throw new IllegalArgumentException("a compilation level is between 0 and 4, not " + level);
        }
        return new JvmCommand(
                mainClass, arguments, classPath, collector, level, maxHeapBytes, extraFlags, sharedArchive);
    }

    /**
     * Sets the largest heap, in bytes; 0 leaves the choice to the JVM.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public JvmCommand maxHeapBytes(long limitBytes) {
        if (limitBytes < 0) {
            throw new IllegalArgumentException("a heap is not negative: " + limitBytes);
        }
        return new JvmCommand(mainClass, arguments, classPath, collector, tiers, limitBytes, extraFlags, sharedArchive);
    }

    /** Sets the user's own flags. They come last, so that they win over those of the runtime. */
    public JvmCommand extraFlags(List<String> flags) {
        return new JvmCommand(
                mainClass, arguments, classPath, collector, tiers, maxHeapBytes, List.copyOf(flags), sharedArchive);
    }

    /** Sets what {@code main} is in. */
    JvmCommand mainClass(String other) {
        return new JvmCommand(other, arguments, classPath, collector, tiers, maxHeapBytes, extraFlags, sharedArchive);
    }

    /** Sets the class archive that is used if it fits. If not, the JVM starts without, and says nothing. */
    JvmCommand sharedArchive(Path archive) {
        return new JvmCommand(mainClass, arguments, classPath, collector, tiers, maxHeapBytes, extraFlags, archive);
    }

    /** The class path, entries separated by colons. */
    String classPath() {
        return classPath;
    }

    /** The user's own flags; immutable. */
    List<String> extraFlags() {
        return extraFlags;
    }

    /** The flags that are the same for each start, without the user's own. */
    List<String> baseFlags() {
        List<String> flags = new ArrayList<>(NEEDED);
        flags.add(collector.flag);
        if (tiers < FULL_TIERS) {
            flags.add("-XX:TieredStopAtLevel=" + tiers);
        }
        if (maxHeapBytes > 0) {
            flags.add("-Xmx" + maxHeapBytes);
        }
        return flags;
    }

    /**
     * The whole command line, for one start of a JVM in the given session. Its temporary files and a report of its
     * crash go into the session's temporary directory.
     *
     * @throws IOException if the class path is long and cannot be written there
     */
    public List<String> argv(SessionDirectory session) throws IOException {
        Path temporary = session.temporary();
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        argv.addAll(baseFlags());
        argv.add("-Djava.io.tmpdir=" + temporary);
        // Not by process id alone: Spokes have namespaces of their own, and the same ids in them.
        argv.add("-XX:ErrorFile=" + temporary.resolve("hs_err_" + uniqueName() + ".log"));
        if (sharedArchive != null) {
            argv.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + sharedArchive, "-Xlog:cds*=off"));
            if (Runtime.version().feature() >= FIRST_WITH_AOT_LOG) {
                argv.add("-Xlog:aot*=off");
            }
        }
        if (classPath.length() <= LONGEST_CLASS_PATH_ARGUMENT) {
            argv.add("-cp");
            argv.add(classPath);
        } else {
            argv.add("@" + classPathFile(temporary));
        }
        argv.addAll(extraFlags);
        argv.add(mainClass);
        argv.addAll(arguments);
        return List.copyOf(argv);
    }

    /** Unique within a session, which has one process that starts its JVMs. */
    private static String uniqueName() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private Path classPathFile(Path directory) throws IOException {
        String quoted = classPath.replace("\\", "\\\\").replace("\"", "\\\"");
        // Written once for each class path, and moved into place: Spokes start concurrently.
        Path file = directory.resolve(
                "classpath-" + UUID.nameUUIDFromBytes(classPath.getBytes(StandardCharsets.UTF_8)) + ".args");
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(directory, "classpath", ".draft");
            Files.writeString(draft, "-cp \"" + quoted + "\"\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
