package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project of so many payloads that a Maven of its own builds, as its user would. */
final class MavenBuild {

    /** Maven's log, each line with its time. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MAVEN_OPTS",
            "-Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");

    private static final Pattern LINE = Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .*?(---.*)");

    private final BuildFolder folder;
    private final List<String> command;
    private final String edited;
    private final Optional<Pattern> goal;
    private int edits;

    /**
     * Writes the project.
     *
     * @param root of the project
     * @param maven Maven's home
     * @param target where the outer build has left settings, project and repository
     */
    MavenBuild(MavenContestant contestant, int count, Path root, Path maven, Path target) throws IOException {
        folder = new BuildFolder(root);
        contestant.contestant().write(count, folder);
        Files.copy(target.resolve("maven/project.xml"), root.resolve("pom.xml"), StandardCopyOption.REPLACE_EXISTING);
        command = List.of(
                maven.resolve("bin/mvn").toString(),
                "--batch-mode",
                "--file",
                root.resolve("pom.xml").toString(),
                "--settings",
                target.resolve("maven/settings.xml").toString(),
                "-Dmaven.repo.local=" + target.resolve("repository"),
                "-P" + contestant.profile());
        edited = contestant.edited();
        goal = contestant.goal().map(name -> Pattern.compile("--- " + name + " .*"));
    }

    /**
     * How long a build took.
     *
     * @param all from before Maven's start to after its end
     * @param goalMs the generating goal alone, its classes' loading included; empty if there is none
     */
    record Timed(Clock all, Optional<Double> goalMs) {}

    /** Downloads what a build needs. */
    void prepare() throws Exception {
        run("compile");
    }

    /** From nothing. */
    Timed first() throws Exception {
        BuildFolder.delete(folder.root().resolve("target"));
        return compile();
    }

    /** Whatever has changed since the last build. */
    Timed compile() throws Exception {
        String[] log = new String[1];
        Clock clock = Clock.time(() -> log[0] = run("--offline", "compile"));
        return new Timed(clock, goal.flatMap(name -> spent(log[0], name)));
    }

    /** After an edit of one description. */
    Timed compileEdited() throws Exception {
        edit();
        return compile();
    }

    /** Changes what one of the descriptions says of a field, as its author would. */
    private void edit() throws IOException {
        Path file = folder.sources().resolve(edited);
        String before = edits == 0 ? "Who ordered." : "Who ordered, " + edits + ".";
        edits++;
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new IllegalStateException(file + " does not say: " + before);
        }
        Files.writeString(file, text.replace(before, "Who ordered, " + edits + "."));
    }

    private String run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return Command.run(all, ENVIRONMENT);
    }

    /** The log announces each goal, and rules a line behind the last. */
    private static Optional<Double> spent(String log, Pattern goal) {
        Optional<LocalTime> begun = Optional.empty();
        for (Matcher line = LINE.matcher(log); line.find(); ) {
            LocalTime at = LocalTime.parse(line.group(1));
            if (begun.isPresent()) {
                double ms = Duration.between(begun.get(), at).toNanos() / 1e6;
                return Optional.of(ms < 0 ? ms + Duration.ofDays(1).toMillis() : ms);
            }
            if (goal.matcher(line.group(2)).matches()) {
                begun = Optional.of(at);
            }
        }
        throw new IllegalStateException("Maven's log does not name the goal " + goal + ":\n" + log);
    }
}
