package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A makefile of explicit rules: a line {@code target: prerequisites}, then the commands, each behind a tab. Lines that
 * begin with {@code #} are comments. Variables, patterns and functions are make's own, and are refused rather than
 * misread.
 */
final class Makefile {

    private final Path file;
    private final Map<String, Rule> rules;
    private final String first;

    private Makefile(Path file, Map<String, Rule> rules, String first) {
        this.file = file;
        this.rules = rules;
        this.first = first;
    }

    /**
     * Reads a makefile.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line is not one of an explicit rule; the message names it
     */
    static Makefile read(Path file) throws IOException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Rule rule = null;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("\t")) {
                if (rule == null) {
                    throw new IllegalArgumentException(file + ":" + number + ": a command without a rule");
                }
                rule.commands().add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rule = rule(line, file + ":" + number);
                if (rules.putIfAbsent(rule.target(), rule) != null) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": a second rule for `" + rule.target() + "`");
                }
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(file + ": no rule");
        }
        return new Makefile(file, rules, rules.keySet().iterator().next());
    }

    private static Rule rule(String line, String place) {
        int colon = line.indexOf(':');
        String target = colon < 0 ? "" : line.substring(0, colon).strip();
        if (target.isEmpty() || target.contains(" ") || !line.matches("[^$%=;|\\\\]*")) {
            throw new IllegalArgumentException(place + ": not an explicit rule `target: prerequisites`: " + line);
        }
        String prerequisites = line.substring(colon + 1).strip();
        return new Rule(
                target, prerequisites.isEmpty() ? List.of() : List.of(prerequisites.split("\\s+")), new ArrayList<>());
    }

    /** Where the files and the commands are. */
    Path directory() {
        return file.toAbsolutePath().getParent();
    }

    /** The target of the first rule. */
    String firstTarget() {
        return first;
    }

    /**
     * The steps to take, every one after those of its prerequisites: for the targets that are not there, or are older
     * than a prerequisite, or have one that is made anew.
     *
     * @throws IOException if a file's time cannot be read
     * @throws IllegalArgumentException if there is no rule for a file that is not there, or a target needs itself
     */
    List<Step> outdated(List<String> goals) throws IOException {
        Plan plan = new Plan();
        for (String goal : goals) {
            plan.visit(goal);
        }
        return plan.outdated;
    }

    private final class Plan {
        private final List<Step> outdated = new ArrayList<>();
        /** The steps by their targets; null of what is up to date. */
        private final Map<String, Integer> decided = new HashMap<>();

        private final Set<String> open = new HashSet<>();

        /** The place of the step that makes the file anew; null if it is up to date. */
        private Integer visit(String name) throws IOException {
            if (decided.containsKey(name)) {
                return decided.get(name);
            }
            if (!open.add(name)) {
                throw new IllegalArgumentException(file + ": `" + name + "` needs itself");
            }
            Path path = directory().resolve(name);
            Rule rule = rules.get(name);
            if (rule == null && !Files.exists(path)) {
                throw new IllegalArgumentException(file + ": no rule to make `" + name + "`");
            }
            Integer step = rule == null ? null : step(rule, path);
            decided.put(name, step);
            return step;
        }

        private Integer step(Rule rule, Path target) throws IOException {
            boolean isOutdated = !Files.exists(target);
            List<Integer> after = new ArrayList<>();
            for (String prerequisite : rule.prerequisites()) {
                Integer anew = visit(prerequisite);
                if (anew != null) {
                    after.add(anew);
                }
                isOutdated = isOutdated || anew != null || isNewer(directory().resolve(prerequisite), target);
            }
            if (!isOutdated) {
                return null;
            }
            outdated.add(
                    Step.plain(rule.target(), directory().toString(), rule.commands(), rule.prerequisites(), after));
            return outdated.size() - 1;
        }

        private boolean isNewer(Path prerequisite, Path target) throws IOException {
            FileTime made = Files.getLastModifiedTime(target);
            return !Files.exists(prerequisite)
                    || Files.getLastModifiedTime(prerequisite).compareTo(made) > 0;
        }
    }
}
