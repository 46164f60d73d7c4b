package org.spmjava.benchmarks.speed.peer;

import com.hazelcast.core.Hazelcast;
import io.aeron.Aeron;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.agrona.IoUtil;
import org.apache.pekko.actor.ActorSystem;
import org.spmjava.benchmarks.speed.ClassPath;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Runner;
import org.spmjava.benchmarks.speed.Trial;
import org.spmjava.benchmarks.speed.noop.Workload;

/** The peers in Java as contestants: who submits, and the flags and jars that it recommends. */
public final class JavaPeers {

    /** What plain Aeron is called. */
    public static final String AERON = "plain Aeron";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PORT = 5701;
    private static final int LAST_PORT = 6700;
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** For Agrona, which both Aeron and Pekko use. */
    private static final List<String> FLAGS_OF_AGRONA =
            List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");

    private static final List<String> FLAGS_OF_AERON =
            List.of(FLAGS_OF_AGRONA.get(0), FLAGS_OF_AGRONA.get(1), "-Dagrona.disable.bounds.checks=true");

    /**
     * What its manual says for JDK 17. And without a parallelism of 2 or more, which two cores do not give it by
     * themselves, the JDK starts a thread for each result: that is forty times slower.
     */
    private static final List<String> FLAGS_OF_HAZELCAST = List.of(
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "--add-modules",
            "java.se",
            "--add-exports",
            "java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens",
            "java.management/sun.management=ALL-UNNAMED",
            "--add-opens",
            "jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private JavaPeers() {}

    /** All of them. */
    public static List<Contestant> all(Workload workload) {
        return List.of(
                Runner.of(
                        AERON,
                        ClassPath.versionOf(Aeron.class)
                                + ", IPC: messages to two processes and back, by threads that never sleep",
                        trial -> aeron(trial, workload)),
                Runner.of(
                        "Hazelcast",
                        ClassPath.versionOf(Hazelcast.class) + ": IExecutorService of two members, and a client",
                        trial -> hazelcast(trial, workload)),
                Runner.of(
                        "Pekko",
                        ClassPath.versionOf(ActorSystem.class)
                                + ": remoting by Artery over TCP, an actor system that submits and two that work",
                        trial -> pekko(trial, workload)));
    }

    private static Measured aeron(Trial trial, Workload workload) throws Exception {
        Path directory = SHARED_MEMORY.resolve(trial.directory().getFileName().toString());
        try {
            ClassPath classPath = ClassPath.ofPeer("/io/aeron/", "/org/agrona/");
            return Program.of(
                            trial,
                            trial.java(
                                    classPath,
                                    FLAGS_OF_AERON,
                                    AeronSubmitter.class,
                                    workload,
                                    trial.scale(),
                                    directory))
                    .run();
        } finally {
            // Where it was killed, it could not remove it.
            IoUtil.delete(directory.toFile(), true);
        }
    }

    private static Measured hazelcast(Trial trial, Workload workload) throws Exception {
        ClassPath classPath = ClassPath.ofPeer("/com/hazelcast/");
        return Program.of(
                        trial,
                        trial.java(
                                classPath,
                                FLAGS_OF_HAZELCAST,
                                HazelcastSubmitter.class,
                                workload,
                                trial.scale(),
                                twoFreePorts()))
                .run();
    }

    private static Measured pekko(Trial trial, Workload workload) throws Exception {
        ClassPath classPath = ClassPath.ofPeer(
                "/org/apache/pekko/", "/org/scala-lang/", "/com/typesafe/", "/org/reactivestreams/", "/org/agrona/");
        return Program.of(trial, trial.java(classPath, FLAGS_OF_AGRONA, PekkoSubmitter.class, workload, trial.scale()))
                .run();
    }

    private static int twoFreePorts() throws IOException {
        for (int port = FIRST_PORT; port < LAST_PORT; port += 2) {
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new IOException("no two ports are free between " + FIRST_PORT + " and " + LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
