package org.spmjava.core.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM's classes, loaded and verified ahead and kept in a file of the user's cache, from which the next JVMs with the
 * same class path map them: a class archive (AppCDS). Made by itself, once, and never needed: whatever is wrong with
 * it, JVMs start without, and nothing louder than a debug message tells.
 *
 * <p>There is none for class paths with directories, of which a JVM makes no archive.
 */
public final class ClassArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    /** The start of a session is over by then, and many sessions are. */
    private static final long DELAY_MS = 1_000;

    private static final Duration MAKING_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    /** Whoever gives one of these decides about archives on his own, and two kinds of them are an error to a JVM. */
    private static final List<String> OF_ARCHIVES =
            List.of("Archive", "Xshare", "AOT", "SharedSpaces", "DumpInfo", "VMOptionsFile", "XX:Flags", " @");

    private static final List<String> OPTIONS_OF_ALL_JVMS =
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    /**
     * A session of its own has a share of the processor of its own, whatever its priority in it, if Linux groups so.
     */
    private static final String AT_LOW_PRIORITY =
            "{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec nice -n 19 \"$@\"";

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final JvmCommand jvm;
    private final ArchiveCache cache;
    private final String key;
    private final Path found;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private Thread maker;

    private ClassArchive(JvmCommand jvm, ArchiveCache cache, String key, Path found) {
        this.jvm = jvm;
        this.cache = cache;
        this.key = key;
        this.found = found;
    }

    /**
     * The archive for a command line, in the user's cache.
     *
     * @param jvm of all JVMs that may use it
     */
    public static ClassArchive of(JvmCommand jvm) {
        return of(jvm, ArchiveCache::ofUser);
    }

    /** Says where archives are. */
    interface Place {
        ArchiveCache cache() throws IOException;
    }

    static ClassArchive of(JvmCommand jvm, Place place) {
        try {
            Optional<String> key = decidesElsewhere(jvm) ? Optional.empty() : key(jvm);
            if (key.isPresent()) {
                ArchiveCache cache = place.cache();
                return new ClassArchive(
                        jvm, cache, key.get(), cache.find(key.get()).orElse(null));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("JVMs start without a class archive.", e);
        }
        return new ClassArchive(jvm, null, null, null);
    }

    private static boolean decidesElsewhere(JvmCommand jvm) {
        List<String> flags = new ArrayList<>(jvm.extraFlags());
        for (String name : OPTIONS_OF_ALL_JVMS) {
            flags.add(System.getenv().getOrDefault(name, ""));
        }
        for (String flag : flags) {
            for (String word : OF_ARCHIVES) {
                if ((" " + flag).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The file, or empty if there is none yet. */
    Optional<Path> file() {
        return Optional.ofNullable(found);
    }

    /** The command line, with what makes a JVM use the archive if there is one. */
    public JvmCommand applied() {
        return found == null ? jvm : jvm.sharedArchive(found);
    }

    /**
     * Makes the archive in the background if there is none: after a second, by a contained process of the lowest
     * priority, until {@link #close()}. Returns at once.
     *
     * @param launcher starts the process
     * @param session where its temporary files go
     * @param rehearsal the binary name of a class whose {@code main} does, without arguments, what JVMs with this
     *     archive do first, and then exits with 0
     */
    public void makeInBackground(ProcessLauncher launcher, SessionDirectory session, String rehearsal) {
        if (cache == null || found != null || maker != null) {
            return;
        }
        maker = new Thread(() -> makeLater(launcher, session, rehearsal), "spm-class-archive");
        maker.setDaemon(true);
        maker.start();
    }

    private void makeLater(ProcessLauncher launcher, SessionDirectory session, String rehearsal) {
        try {
            if (!isClosingWithin(DELAY_MS) && cache.isWanted(key)) {
                Path draft = cache.draft(key);
                try {
                    make(draft, launcher, session, rehearsal);
                } finally {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            LOG.debug("No class archive was made.", e);
        }
    }

    private boolean isClosingWithin(long limitMs) throws InterruptedException {
        try {
            closing.get(limitMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void make(Path draft, ProcessLauncher launcher, SessionDirectory session, String rehearsal)
            throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", AT_LOW_PRIORITY, "spm-class-archive"));
        argv.addAll(jvm.mainClass(rehearsal)
                .arguments(List.of())
                .extraFlags(List.of("-XX:ArchiveClassesAtExit=" + draft))
                .argv(session));
        // What the user adds to all JVMs may write files, or wait for a debugger.
        ContainedProcess process = launcher.start(ProcessSpec.of(argv)
                .environment(Map.of("JAVA_TOOL_OPTIONS", "", "_JAVA_OPTIONS", "", "JDK_JAVA_OPTIONS", ""))
                .standardOutput(Redirect.DISCARD)
                .standardError(Redirect.DISCARD));
        try {
            CompletableFuture.anyOf(closing, process.onExit()).get(MAKING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Making a class archive takes too long.", e);
        } finally {
            process.destroyForcibly();
        }
        Optional<ExitStatus> status = process.awaitExit(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (status.isEmpty() || status.get().code() != 0) {
                throw new IOException("the process ended: " + status);
            }
            LOG.debug("Made the class archive {}.", cache.publish(key, draft));
        } catch (IOException e) {
            if (!closing.isDone()) {
                cache.failed(key);
            }
            throw e;
        }
    }

    /** Waits until nothing is being made any more, for tests. */
    void awaitMade() throws InterruptedException {
        if (maker != null) {
            maker.join();
        }
    }

    /** Ends the making of the archive, and its process; another session will try again. Idempotent. */
    @Override
    public void close() {
        closing.complete(null);
        try {
            if (maker != null) {
                maker.join(END_LIMIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What an archive depends on, as a hash; empty if there can be none. Not a cryptographic one, for which the JDK
     * would load its providers: a JVM compares most of it again, and does not use an archive of others.
     */
    static Optional<String> key(JvmCommand jvm) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String property : List.of("java.home", "java.vm.name", "java.vm.version")) {
            all.append(System.getProperty(property)).append('\n');
        }
        for (String flag : jvm.baseFlags()) {
            all.append(flag).append('\n');
        }
        List<String> entries = List.of(jvm.classPath().split(File.pathSeparator));
        List<Path> files = new ArrayList<>();
        for (String entry : entries) {
            all.append(entry).append('\n');
            files.add(Path.of(entry));
        }
        if (entries.size() == 1) {
            // As with java -jar. Beside others, those that a jar names are hardly ever what the class path lacks.
            files.addAll(namedBy(files.get(0)));
        }
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            if (Files.exists(file)) {
                all.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
            }
            all.append('\n');
        }
        long hash = FNV_OFFSET;
        for (int i = 0; i < all.length(); i++) {
            hash = (hash ^ all.charAt(i)) * FNV_PRIME;
        }
        return Optional.of(HexFormat.of().toHexDigits(hash));
    }

    private static List<Path> namedBy(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            List<Path> named = new ArrayList<>();
            for (String entry :
                    classPath == null ? new String[0] : classPath.strip().split("\\s+")) {
                named.add(Path.of(jar.toUri().resolve(entry)));
            }
            return named;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException("what " + jar + " names is not understood", e);
        }
    }
}
