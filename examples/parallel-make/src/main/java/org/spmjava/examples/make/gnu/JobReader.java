package org.spmjava.examples.make.gnu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what make printed of recipes and what it knows of files. */
final class JobReader {

    private final Trace trace;
    private final Database database;
    private final String makeFlags;
    private final Map<String, List<Integer>> makers = new HashMap<>();
    private final Map<String, Set<Integer>> behind = new HashMap<>();
    private final Set<Database.Entry> taken = new HashSet<>();
    private final Map<String, Integer> archives = new HashMap<>();
    private String refusal = "";

    JobReader(Trace trace, Database database, String makeFlags) {
        this.trace = trace;
        this.database = database;
        this.makeFlags = makeFlags;
    }

    /** Why the jobs cannot be told apart; empty if they can. */
    String refusal() {
        return refusal;
    }

    Trace.Recipe recipe(int job) {
        return trace.recipes().get(job);
    }

    List<Job> jobs(Path directory) {
        List<Job> jobs = new ArrayList<>();
        for (Trace.Recipe recipe : trace.recipes()) {
            Database.Entry entry = entryOf(recipe);
            if (entry == null || recipe.target.contains(" ")) {
                refusal = "the name of target `" + recipe.target + "` is not one that can be read";
                return List.of();
            }
            jobs.add(job(recipe, entry, jobs.size(), directory));
        }
        boolean isShellOfItsOwn = database.targetVariables().containsKey(".SHELLFLAGS");
        if (isShellOfItsOwn || database.has(".WAIT")) {
            refusal = isShellOfItsOwn ? "targets have `.SHELLFLAGS` of their own" : "of `.WAIT`";
        }
        return jobs;
    }

    private Database.Entry entryOf(Trace.Recipe recipe) {
        List<Database.Entry> entries = database.entries(recipe.target);
        if (entries.size() < 2) {
            return entries.isEmpty() ? null : entries.get(0);
        }
        Optional<Database.Entry> exact = entries.stream()
                .filter(entry -> entry.place.equals(recipe.place) && !taken.contains(entry))
                .findFirst();
        exact.ifPresent(taken::add);
        return exact.orElse(null);
    }

    private Job job(Trace.Recipe recipe, Database.Entry entry, int number, Path directory) {
        Set<Integer> after = new LinkedHashSet<>(makers.getOrDefault(recipe.target, List.of()));
        List<String> inputs = new ArrayList<>();
        boolean isMember = recipe.target.endsWith(")") && recipe.target.contains("(");
        boolean isForced = MakeFlags.has(makeFlags, 'B')
                || entry.isPhony
                || isMember
                || database.has(".LOW_RESOLUTION_TIME")
                || entry.hasTwoColons && entry.prerequisites.isEmpty();
        for (String prerequisite : entry.prerequisites) {
            after.addAll(makersBehind(prerequisite));
            isForced |= isPhony(prerequisite) || prerequisite.endsWith(")");
            inputs.add(prerequisite);
        }
        for (String prerequisite : entry.orderOnly) {
            after.addAll(makersBehind(prerequisite));
        }
        if (number > 0 && database.has(".NOTPARALLEL")) {
            after.add(number - 1);
        }
        if (isMember) {
            // Two at a time would spoil the archive.
            Integer before = archives.put(recipe.target.substring(0, recipe.target.indexOf('(')), number);
            if (before != null) {
                after.add(before);
            }
        }
        List<String> outputs = new ArrayList<>();
        if (!entry.isPhony) {
            outputs.add(isMember ? recipe.target.substring(0, recipe.target.indexOf('(')) : recipe.target);
        }
        makers.computeIfAbsent(recipe.target, name -> new ArrayList<>()).add(number);
        for (String also : entry.alsoMakes) {
            if (!also.equals(recipe.target)) {
                outputs.add(also);
                makers.computeIfAbsent(also, name -> new ArrayList<>()).add(number);
            }
        }
        boolean isDirectory = Files.isDirectory(directory.resolve(recipe.target));
        return new Job(
                recipe.target,
                recipe.place,
                outputs,
                inputs,
                isForced,
                entry.isPrecious || isMember || isDirectory,
                lines(recipe, entry),
                Map.of(),
                List.copyOf(after));
    }

    private boolean ignoresErrors(String target) {
        List<Database.Entry> ignored = database.entries(".IGNORE");
        return MakeFlags.has(makeFlags, 'i')
                || ignored.stream()
                        .anyMatch(entry -> entry.prerequisites.isEmpty() || entry.prerequisites.contains(target));
    }

    private boolean isPhony(String name) {
        return database.entries(name).stream().anyMatch(entry -> entry.isPhony);
    }

    private List<Line> lines(Trace.Recipe recipe, Database.Entry entry) {
        boolean ignoresAll = ignoresErrors(recipe.target);
        List<Boolean> ignored = database.has(".ONESHELL")
                ? new Prefixes(database).ignored(entry.recipe.subList(0, Math.min(1, entry.recipe.size())), 1)
                : new Prefixes(database).ignored(entry.recipe, recipe.lines.size());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < recipe.lines.size(); i++) {
            Trace.Printed printed = recipe.lines.get(i);
            List<String> shell = new ArrayList<>(Trace.words(printed.shell()));
            boolean isPosix = trace.isShellFlagsDefault() && database.has(".POSIX");
            shell.addAll(isPosix ? List.of("-ec") : trace.shellFlags());
            boolean mayFail = ignoresAll || i < ignored.size() && ignored.get(i);
            lines.add(new Line(shell, printed.text(), mayFail, printed.isRecursive()));
        }
        return lines;
    }

    /** The jobs that make a name, or what it stands for if nothing is done to make it itself. */
    private Set<Integer> makersBehind(String name) {
        List<Integer> own = makers.get(name);
        if (own != null) {
            return Set.copyOf(own);
        }
        Set<Integer> known = behind.get(name);
        if (known != null) {
            return known;
        }
        Set<Integer> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(name));
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            for (Database.Entry entry : database.entries(next)) {
                for (List<String> names : List.of(entry.prerequisites, entry.orderOnly)) {
                    for (String needed : names) {
                        if (makers.containsKey(needed)) {
                            found.addAll(makers.get(needed));
                        } else if (seen.add(needed)) {
                            open.add(needed);
                        }
                    }
                }
            }
        }
        behind.put(name, found);
        return found;
    }

    /** What make does at last: it deletes the files that it made on the way alone. */
    Optional<Job> removal(List<String> notes, int jobs) {
        for (String note : notes) {
            List<String> words = Trace.words(note);
            if (words.size() > 1
                    && words.get(0).equals("rm")
                    && words.subList(1, words.size()).stream().allMatch(this::isIntermediate)) {
                Line line = new Line(List.of("/bin/sh", "-c"), note.replaceFirst("rm", "rm -f"), true, false);
                List<Integer> all = new ArrayList<>();
                for (int job = 0; job < jobs; job++) {
                    all.add(job);
                }
                return Optional.of(
                        new Job(note, "<builtin>", List.of(), List.of(), true, true, List.of(line), Map.of(), all));
            }
        }
        return Optional.empty();
    }

    private boolean isIntermediate(String name) {
        return makers.containsKey(name) && database.entries(name).stream().anyMatch(entry -> entry.isIntermediate);
    }
}
