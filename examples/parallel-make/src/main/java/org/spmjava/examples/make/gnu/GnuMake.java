package org.spmjava.examples.make.gnu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GNU make, asked what it would do by one dry run ({@code make -n -p --trace}; GNU Make Manual 4.3, sections 9.7 and
 * 14). As whenever it runs, makefiles that are out of date themselves are remade; nothing else is done.
 */
public final class GnuMake implements AutoCloseable {

    private static final List<String> NAMES = List.of("make", "gmake");
    private static final Pattern VERSION = Pattern.compile("GNU Make (\\d+)\\.(\\d+).*");
    private static final String VERSION_LINE = "# GNU Make";
    private static final int OLDEST = 4;
    private static final Pattern CIRCLE = Pattern.compile("make(\\[\\d+])?: Circular .* dependency dropped\\.");
    /** What a shell sets for itself. */
    private static final Set<String> OF_SHELLS = Set.of("_", "PWD", "OLDPWD", "SHLVL");

    private final String name;
    private final Questions questions;

    private GnuMake(String name, Questions questions) {
        this.name = name;
        this.questions = questions;
    }

    /**
     * Finds it.
     *
     * @return empty if this machine has none, or one before version 4.0
     * @throws IOException if no temporary file can be made
     */
    public static Optional<GnuMake> find() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String name : NAMES) {
            for (String directory : path.split(":")) {
                Path program = Path.of(directory).resolve(name).toAbsolutePath();
                if (Files.isExecutable(program) && Files.isRegularFile(program) && isGnuMake(program)) {
                    return Optional.of(new GnuMake(name, Questions.open(program)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGnuMake(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said.lines().findFirst().orElse(""));
        return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST;
    }

    /** What it is called: {@code make}, as a rule. */
    public String name() {
        return name;
    }

    /**
     * What it would do now.
     *
     * @param call how it would be called; never with options such as {@code -n}
     * @return jobs; none if everything is up to date
     * @throws MakeFailure if a makefile is missing or wrong, nothing makes what is needed, or something needs itself
     * @throws IOException if it cannot be run
     * @throws InterruptedException if the calling thread was interrupted
     */
    public Answer ask(MakeCall call) throws MakeFailure, IOException, InterruptedException {
        String option = call.optionThatIsNotPlanned();
        if (!option.isEmpty()) {
            return refused("of option " + option);
        }
        if (!Files.isDirectory(call.directory())) {
            throw new MakeFailure("there is no directory " + call.directory());
        }
        Answering first = run(call, List.of());
        List<String> variables = first.exported();
        return variables.isEmpty() ? first.answer() : run(call, variables).answer();
    }

    private static Answer refused(String why) {
        return new Answer(List.of(), Map.of(), List.of(), List.of(), why);
    }

    private Answering run(MakeCall call, List<String> variables) throws MakeFailure, IOException, InterruptedException {
        String makefile = call.makefiles().isEmpty() ? call.defaultMakefile() : "";
        boolean hasMakefile = !makefile.isEmpty() || !call.makefiles().isEmpty();
        questions.write(variables, hasMakefile ? "No targets" : "No targets specified and no makefile found");
        List<String> command = new ArrayList<>(List.of(questions.make().toString(), "-n", "-p", "--trace"));
        command.addAll(call.arguments());
        // One after the other: the last word counts.
        command.addAll(List.of("-j1", "-Onone"));
        if (!makefile.isEmpty()) {
            command.addAll(List.of("-f", makefile));
        }
        command.addAll(List.of("-f", questions.makefile().toString()));
        Map<String, String> spoken = inEnglish(call.environment());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(call.start().toFile())
                .redirectOutput(questions.printed().toFile())
                .redirectError(questions.complaints().toFile());
        builder.environment().clear();
        builder.environment().putAll(spoken);
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode;
        try {
            exitCode = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        List<String> complaints = lines(questions.complaints());
        List<String> circles = complaints.stream()
                .filter(line -> CIRCLE.matcher(line).matches())
                .toList();
        if (!circles.isEmpty()) {
            throw new MakeFailure(String.join("\n", circles));
        }
        Answering answering = new Answering(
                call, variables, lines(questions.printed()), recipeEnvironment(call.environment(), spoken));
        answering.complaints = complaints;
        if (exitCode != 0) {
            if (!answering.goesOn()) {
                throw new MakeFailure(errors(complaints, exitCode));
            }
            answering.errors = List.of(errors(complaints, exitCode).split("\n"));
        }
        return answering;
    }

    private String errors(List<String> complaints, int exitCode) {
        String errors = complaints.stream()
                .filter(line -> line.contains("***"))
                .map(line ->
                        line.replaceFirst(Pattern.quote(questions.makefile().toString()) + ":\\d+", "make"))
                .map(this::plain)
                .collect(Collectors.joining("\n"));
        return errors.isEmpty() ? "make ended with exit code " + exitCode : errors;
    }

    private String plain(String text) {
        return text.replace(questions.make().toString(), name);
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The same language for errors on every machine; everything else as it is, since recipes may depend on it. */
    private static Map<String, String> inEnglish(Map<String, String> environment) {
        Map<String, String> english = new TreeMap<>(environment);
        String all = english.remove("LC_ALL");
        if (all != null && !all.isEmpty()) {
            english.keySet().removeIf(variable -> variable.startsWith("LC_"));
            english.put("LANG", all);
        }
        english.remove("LANGUAGE");
        english.put("LC_MESSAGES", "C");
        return english;
    }

    /** What recipes see when make is not asked but runs. */
    private Map<String, String> recipeEnvironment(Map<String, String> given, Map<String, String> spoken)
            throws IOException {
        Map<String, String> environment = new TreeMap<>();
        questions.environment().forEach((variable, value) -> environment.put(variable, plain(value)));
        Set<String> changed = new TreeSet<>(given.keySet());
        changed.addAll(spoken.keySet());
        changed.removeIf(variable -> Objects.equals(given.get(variable), spoken.get(variable)));
        changed.removeIf(variable -> !Objects.equals(environment.get(variable), spoken.get(variable)));
        changed.addAll(OF_SHELLS);
        for (String variable : changed) {
            environment.remove(variable);
            if (given.containsKey(variable)) {
                environment.put(variable, given.get(variable));
            }
        }
        environment.computeIfPresent("MAKEFLAGS", (variable, flags) -> MakeFlags.withoutOurs(flags));
        environment.computeIfPresent("MFLAGS", (variable, flags) -> MakeFlags.mflags(environment.get("MAKEFLAGS")));
        return environment;
    }

    /** Whether a line of a recipe calls make and does nothing else, as far as can be told without running it. */
    public boolean onlyCallsMake(Line line) {
        String make = questions.make().toString();
        return line.isRecursive()
                && line.text().contains(make)
                && ShellLine.of(line.text(), make).doesNothingButMake();
    }

    /**
     * The calls of make in a line of a recipe, if it does nothing else.
     *
     * @param line one that {@linkplain #onlyCallsMake only calls make}
     * @param directory where it runs
     * @param environment what it sees
     * @return in the order in which they run; none if the line can only be run as a whole
     */
    public List<MakeCall> calls(Line line, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        String make = questions.make().toString();
        if (!onlyCallsMake(line)) {
            return List.of();
        }
        List<String> command = new ArrayList<>(line.shell());
        command.add(line.text().replace(make, questions.inPlaceOfMake().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        List<MakeCall> calls = questions.takeCalls();
        return exitCode == 0 ? calls : List.of();
    }

    /** A line's text with the program's usual name. */
    public String text(Line line) {
        return plain(line.text());
    }

    @Override
    public void close() throws IOException {
        questions.close();
    }

    /** One dry run, read. */
    private final class Answering {

        private final Trace trace;
        private final Database database;
        private final Map<String, String> environment;
        private final List<String> variables;
        private final MakeCall call;
        private List<String> errors = List.of();
        private List<String> complaints = List.of();

        Answering(MakeCall call, List<String> variables, List<String> printed, Map<String, String> environment) {
            this.call = call;
            this.variables = variables;
            this.environment = environment;
            int last = printed.size();
            for (int i = printed.size() - 1; i >= 0 && last == printed.size(); i--) {
                last = printed.get(i).startsWith(Database.FIRST_LINE) ? i : last;
            }
            database = Database.read(printed.subList(last, printed.size()));
            trace = Trace.read(
                    withoutDatabases(printed),
                    questions.mark(),
                    questions.directory().toString(),
                    database.has(".ONESHELL"));
        }

        /**
         * There are several if makefiles were remade. Before each stands what version made it, after it an empty line.
         */
        private static List<String> withoutDatabases(List<String> printed) {
            List<String> kept = new ArrayList<>();
            boolean isInside = false;
            boolean isAfter = false;
            for (String line : printed) {
                if (line.startsWith(Database.FIRST_LINE)) {
                    isInside = true;
                    kept.subList(Math.max(0, kept.lastIndexOf(VERSION_LINE)), kept.size())
                            .clear();
                } else if (isInside) {
                    isAfter = line.startsWith("# Finished Make data base");
                    isInside = !isAfter;
                } else if (!isAfter || !line.isEmpty()) {
                    kept.add(line.startsWith("# GNU Make ") ? VERSION_LINE : line);
                    isAfter = false;
                }
            }
            return kept;
        }

        boolean goesOn() {
            return MakeFlags.has(environment.getOrDefault("MAKEFLAGS", ""), 'k')
                    && !trace.recipes().isEmpty();
        }

        /** Variables that recipes may see with other values than all recipes do. */
        List<String> exported() throws IOException {
            List<String> exported = new ArrayList<>();
            for (Map.Entry<String, Set<String>> variable :
                    database.targetVariables().entrySet()) {
                if (variable.getKey().matches("[A-Za-z_]\\w*")
                        && (environment.containsKey(variable.getKey()) || saysExport(variable.getValue()))) {
                    exported.add(variable.getKey());
                }
            }
            return exported;
        }

        private boolean saysExport(Set<String> places) throws IOException {
            for (String place : places) {
                int colon = place.lastIndexOf(':');
                Path file = call.directory().resolve(place.substring(0, colon));
                int number = Integer.parseInt(place.substring(colon + 1));
                List<String> lines = Files.isRegularFile(file) ? lines(file) : List.of();
                // Made by `eval`, the text may be elsewhere.
                if (number > lines.size() || lines.get(number - 1).matches(".*\\b(export|eval|call)\\b.*")) {
                    return true;
                }
            }
            return false;
        }

        Answer answer() {
            List<String> notes = new ArrayList<>();
            complaints.stream()
                    .filter(line -> !line.contains("***"))
                    .map(GnuMake.this::plain)
                    .forEach(notes::add);
            trace.notes().stream()
                    .filter(line -> !line.contains(questions.directory().toString()))
                    .forEach(notes::add);
            JobReader reader = new JobReader(trace, database, environment.getOrDefault("MAKEFLAGS", ""));
            List<Job> jobs = new ArrayList<>();
            for (Job job : reader.jobs(call.directory())) {
                jobs.add(withEnvironment(job, reader.recipe(jobs.size())));
            }
            Optional<Job> last = reader.removal(trace.notes(), jobs.size());
            last.ifPresent(jobs::add);
            last.ifPresent(removal -> notes.removeIf(line -> line.equals(removal.target())));
            String refusal = environment.containsKey("MAKELEVEL") ? reader.refusal() : "`SHELL` is not a shell";
            return new Answer(jobs, environment, notes, errors, refusal);
        }

        private Job withEnvironment(Job job, Trace.Recipe recipe) {
            Map<String, String> own = new LinkedHashMap<>();
            for (int i = 0; i < variables.size() && i < recipe.values.size(); i++) {
                String value = Questions.unfolded(recipe.values.get(i));
                if (value.startsWith("=") && !value.substring(1).equals(environment.get(variables.get(i)))) {
                    own.put(variables.get(i), plain(value.substring(1)));
                }
            }
            return new Job(
                    job.target(),
                    job.place(),
                    job.outputs(),
                    job.inputs(),
                    job.isForced(),
                    job.isPrecious(),
                    job.lines(),
                    own,
                    List.copyOf(new LinkedHashSet<>(job.after())));
        }
    }
}
