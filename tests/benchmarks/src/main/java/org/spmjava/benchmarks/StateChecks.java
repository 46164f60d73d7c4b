package org.spmjava.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.spmjava.statecheck.StateCheck;
import org.spmjava.statecheck.StateCheckInput;
import org.spmjava.statecheck.StateCheckReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What it costs to check a program of very many classes, in a JVM that has just started and in one that is warm. */
@Command(
        name = "state-checks",
        mixinStandardHelpOptions = true,
        description = "Measures the state check, beside merely reading the same class files with ASM.")
public final class StateChecks implements Callable<Integer> {

    private static final double NS_PER_MS = 1e6;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int FEW = 10;

    @Option(
            names = {"-n", "--classes"},
            defaultValue = "10000",
            description = "How many classes there are (default ${DEFAULT-VALUE}).")
    private int classes;

    @Option(
            names = {"-m", "--module"},
            defaultValue = "1000",
            description = "How many of them are the module's own (default ${DEFAULT-VALUE}).")
    private int inModule;

    @Option(
            names = {"-r", "--repetitions"},
            defaultValue = "7",
            description = "How often everything is measured (default ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(names = "--cold", hidden = true, description = "Checks what is in this folder once, and says how long.")
    private Path cold;

    @Option(names = "--only-read", hidden = true, description = "Only reads.")
    private boolean onlyRead;

    private final ResultTable table = new ResultTable();

    private StateChecks() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if the check found nothing
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new StateChecks()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (cold != null) {
            long startNs = PROCESS.getProcessCpuTime();
            double elapsed = once(cold);
            System.out.println(elapsed + " " + (PROCESS.getProcessCpuTime() - startNs) / NS_PER_MS);
            return 0;
        }
        Path folder = Files.createTempDirectory("state-checks");
        try {
            measure("all reached", folder.resolve("all"), classes, inModule);
            measure("all reached, all the module's", folder.resolve("own"), classes, classes);
            measure("few reached", folder.resolve("few"), FEW, inModule);
        } finally {
            delete(folder);
        }
        table.print(System.out);
        return 0;
    }

    private void measure(String what, Path folder, int reached, int own) throws Exception {
        new ManyClasses(classes, reached).write(folder, own);
        List<Double> processes = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> spent = new ArrayList<>();
        List<Double> readingProcesses = new ArrayList<>();
        List<Double> readings = new ArrayList<>();
        List<Double> spentReading = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            process(folder, false, processes, starts, spent);
            process(folder, true, readingProcesses, readings, spentReading);
        }
        String program = classes + " classes, " + what;
        table.addTime(program + ": process", "ms", Figures.of(processes), Figures.of(readingProcesses));
        table.addTime(program + ": check, cold", "ms", Figures.of(starts), Figures.of(readings));
        table.addTime(program + ": processor time", "ms", Figures.of(spent), Figures.of(spentReading));
        List<Double> warm = new ArrayList<>();
        List<Double> warmReadings = new ArrayList<>();
        for (int i = 0; i < 2 * repetitions; i++) {
            onlyRead = false;
            warm.add(once(folder));
            onlyRead = true;
            warmReadings.add(once(folder));
        }
        Figures half = Figures.of(warm.subList(repetitions, 2 * repetitions));
        Figures halfOfReadings = Figures.of(warmReadings.subList(repetitions, 2 * repetitions));
        table.addTime(program + ": check, warm", "ms", half, halfOfReadings);
    }

    /**
     * From before the start of a JVM to its end; and what it says the check took, by the clock and of all processors.
     */
    private static void process(
            Path folder, boolean onlyRead, List<Double> wholes, List<Double> parts, List<Double> spent)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StateChecks.class.getName(),
                "--cold",
                folder.toString()));
        if (onlyRead) {
            command.add("--only-read");
        }
        long startNs = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String[] said = out.readLine().split(" ");
            parts.add(Double.valueOf(said[0]));
            spent.add(Double.valueOf(said[1]));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the check failed");
        }
        wholes.add((System.nanoTime() - startNs) / NS_PER_MS);
    }

    private double once(Path folder) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        List<Path> own = List.of(folder.resolve("classes"));
        long startNs = System.nanoTime();
        if (onlyRead) {
            read(own, jars);
        } else {
            StateCheckReport report = StateCheck.run(StateCheckInput.of(own, jars));
            if (!report.findings().isEmpty()) {
                throw new IllegalStateException(report.render());
            }
        }
        return (System.nanoTime() - startNs) / NS_PER_MS;
    }

    /** The floor: every class file is read and its instructions gone through, one after the other, in one thread. */
    private static void read(List<Path> own, List<Path> jars) throws IOException {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    read(zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        for (Path root : own) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    read(Files.readAllBytes(file));
                }
            }
        }
    }

    private static void read(byte[] bytes) {
        MethodVisitor instructions = new MethodVisitor(Opcodes.ASM9) {};
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] thrown) {
                                return instructions;
                            }
                        },
                        ClassReader.SKIP_FRAMES);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
