package org.spmjava.benchmarks.acid;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.benchmarks.speed.ClassPath;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Real C projects, built by GNU make and by the example {@code parallel-make} in turn, at the same place: the time from
 * the program's start to its end, and whether the same files come of it. The projects are Debian's source packages,
 * fetched by {@code apt-get source} with a list of sources of their own, without any right but to write into a folder.
 */
@Command(name = "make-projects", mixinStandardHelpOptions = true)
public final class MakeProjects implements Callable<Integer> {

    private static final List<String> TOOLS = List.of("make", "cc", "apt-get", "dpkg-source", "cp");
    private static final int TOLERATED = 5;

    @Option(
            names = "--directory",
            defaultValue = "target/make-projects",
            description = "Where sources are kept and built.")
    private Path directory;

    @Option(names = "--repeat", defaultValue = "3", description = "How often each builds each.")
    private int repetitions;

    @Option(names = "--jobs", defaultValue = "2", description = "How many jobs at once, and Spokes.")
    private int jobs;

    @Option(names = "--project", split = ",", description = "Which; by default all.")
    private List<String> projects = List.of();

    @Option(names = "--fetch-only", description = "Fetch and configure, and build nothing.")
    private boolean fetchesOnly;

    private MakeProjects() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new MakeProjects()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        for (String tool : TOOLS) {
            if (Stream.of(System.getenv("PATH").split(":"))
                    .noneMatch(path -> Files.isExecutable(Path.of(path, tool)))) {
                System.out.println("Skipped: there is no `" + tool + "` on this machine.");
                return 0;
            }
        }
        directory = directory.toAbsolutePath();
        MarkdownTable table = new MarkdownTable(List.of(
                "package",
                "what it is",
                "`make -j" + jobs + "`, s",
                "ours, s",
                "ours / make",
                "files made, differing"));
        for (SourcePackage project : SourcePackage.ALL) {
            if (!projects.isEmpty() && !projects.contains(project.name())) {
                continue;
            }
            try {
                Path pristine = prepared(project);
                if (!fetchesOnly) {
                    table.add(measured(project, pristine));
                }
            } catch (IOException failed) {
                System.out.println(project.name() + " does not build: " + failed.getMessage());
            }
        }
        table.print(System.out);
        return 0;
    }

    private Path prepared(SourcePackage project) throws IOException, InterruptedException {
        Path pristine = directory.resolve("pristine").resolve(project.name());
        if (Files.isDirectory(pristine)) {
            return pristine;
        }
        Path apt = apt();
        Path sources = Files.createDirectories(directory.resolve("sources").resolve(project.name()));
        run(
                sources,
                Map.of("APT_CONFIG", apt.toString()),
                "apt-get",
                "-qq",
                "source",
                "--download-only",
                project.name());
        Path description;
        try (Stream<Path> files = Files.list(sources)) {
            description = files.filter(file -> file.toString().endsWith(".dsc"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no such source package"));
        }
        Path place = place();
        delete(place);
        run(
                sources,
                Map.of(),
                "dpkg-source",
                "--no-check",
                "--skip-patches",
                "-x",
                description.toString(),
                place.toString());
        if (!project.configure().isEmpty()) {
            run(place, Map.of(), "sh", "-c", project.configure());
        }
        Files.createDirectories(pristine.getParent());
        Files.move(place, pristine, StandardCopyOption.ATOMIC_MOVE);
        return pristine;
    }

    private Path apt() throws IOException, InterruptedException {
        Path apt = directory.resolve("apt");
        Path config = apt.resolve("apt.conf");
        if (!Files.exists(config)) {
            Files.createDirectories(apt.resolve("lists/partial"));
            Files.createDirectories(apt.resolve("cache/archives/partial"));
            Files.writeString(apt.resolve("sources.list"), "deb-src http://deb.debian.org/debian bookworm main\n");
            Path fresh = apt.resolve("apt.conf.new");
            Files.writeString(fresh, """
                    Dir::Etc::sourcelist "%1$s/sources.list";
                    Dir::Etc::sourceparts "-";
                    Dir::State::Lists "%1$s/lists";
                    Dir::Cache "%1$s/cache";
                    APT::Sandbox::User "";
                    """.formatted(apt));
            run(apt, Map.of("APT_CONFIG", fresh.toString()), "apt-get", "-qq", "update");
            Files.move(fresh, config);
        }
        return config;
    }

    /** Where everything is built: some programs have the name of the place in them. */
    private Path place() {
        return directory.resolve("build");
    }

    private List<String> measured(SourcePackage project, Path pristine) throws IOException, InterruptedException {
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        Map<String, byte[]> theirFiles = Map.of();
        Map<String, byte[]> ourFiles = Map.of();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            List<String> make = new ArrayList<>(List.of("make", "-j" + jobs));
            make.addAll(project.arguments());
            theirs.add(built(project, pristine, make));
            theirFiles = repetition == 0 ? made(pristine) : theirFiles;
            List<String> mine = new ArrayList<>(ourProgram());
            mine.addAll(project.arguments());
            ours.add(built(project, pristine, mine));
            ourFiles = repetition == 0 ? made(pristine) : ourFiles;
        }
        Figures their = Figures.of(theirs);
        Figures our = Figures.of(ours);
        return List.of(
                project.name(),
                project.what(),
                their.toString(),
                our.toString(),
                Figures.format(our.median() / their.median()),
                compared(theirFiles, ourFiles));
    }

    private List<String> ourProgram() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-"))
                .toList());
        command.addAll(
                List.of("-cp", ClassPath.ofUsers().toString(), "org.spmjava.examples.make.Make", "-j", "" + jobs));
        return command;
    }

    private double built(SourcePackage project, Path pristine, List<String> command)
            throws IOException, InterruptedException {
        delete(place());
        run(directory, Map.of(), "cp", "-a", pristine.toString(), place().toString());
        long beginNs = System.nanoTime();
        run(place().resolve(project.directory()), Map.of(), command.toArray(String[]::new));
        return (System.nanoTime() - beginNs) / 1e9;
    }

    /** The files that are new or changed. */
    private Map<String, byte[]> made(Path pristine) throws IOException {
        Map<String, byte[]> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = place().relativize(file).toString();
                byte[] content = Files.readAllBytes(file);
                Path before = pristine.resolve(name);
                if (!Files.exists(before) || !Arrays.equals(content, Files.readAllBytes(before))) {
                    made.put(name, content);
                }
            }
        }
        return made;
    }

    private static String compared(Map<String, byte[]> theirs, Map<String, byte[]> ours) {
        TreeSet<String> differing = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>(theirs.keySet());
        all.addAll(ours.keySet());
        for (String name : all) {
            if (!theirs.containsKey(name)) {
                differing.add(name + " (ours alone)");
            } else if (!ours.containsKey(name)) {
                differing.add(name + " (make's alone)");
            } else if (!Arrays.equals(theirs.get(name), ours.get(name))) {
                differing.add(name);
            }
        }
        String which = differing.isEmpty()
                ? ""
                : ": " + String.join(", ", differing.stream().limit(TOLERATED).toList());
        return theirs.size() + ", " + differing.size() + which;
    }

    private void run(Path where, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path log = directory.resolve("last.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            throw new IOException("`" + String.join(" ", Arrays.asList(command).subList(0, Math.min(3, command.length)))
                    + " …` failed: "
                    + String.join(" / ", lines.subList(Math.max(0, lines.size() - TOLERATED), lines.size())));
        }
    }

    private static void delete(Path tree) throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", tree.toString()).start().waitFor();
        if (Files.exists(tree)) {
            throw new IOException(tree + " cannot be deleted");
        }
    }
}
