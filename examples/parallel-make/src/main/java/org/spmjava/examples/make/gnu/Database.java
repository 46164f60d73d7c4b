package org.spmjava.examples.make.gnu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code make -p} prints: every file that make knows of, and every variable. */
final class Database {

    static final String FIRST_LINE = "# Make data base, printed on ";

    private static final Pattern RULE = Pattern.compile("(\\S.*?)(::?)(?: (.*))?");
    private static final Pattern VARIABLE = Pattern.compile("(\\S+) (?:[:?+!]|::|:::)?= ?(.*)");
    private static final Pattern DEFINE = Pattern.compile("define (\\S+).*");
    private static final Pattern OF_TARGET = Pattern.compile("(?:# |\\S+: )(?:private )?([^\\s:#=]+) [:?+!]?= ?.*");
    private static final Pattern PLACE = Pattern.compile("# .* \\(from '(.*)', line (\\d+)\\)");
    private static final Pattern RECIPE =
            Pattern.compile("#  recipe to execute \\((?:from '(.*)', line (\\d+)|.*)\\):");
    private static final String ALSO_MAKES = "#  Also makes: ";

    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Set<String>> placesOfTargetVariables = new LinkedHashMap<>();

    /** A file, or a name that stands for none; one of several if its rules have two colons. */
    static final class Entry {
        final List<String> prerequisites = new ArrayList<>();
        final List<String> orderOnly = new ArrayList<>();
        final List<String> alsoMakes = new ArrayList<>();
        final List<String> recipe = new ArrayList<>();
        boolean hasTwoColons;
        boolean isPhony;
        boolean isPrecious;
        boolean isIntermediate;
        String place = "<builtin>";

        boolean hasText() {
            return recipe.stream().anyMatch(line -> !line.isBlank());
        }
    }

    private Database() {}

    /** Reads it. Lines that say nothing of interest are passed over. */
    static Database read(List<String> lines) {
        Database database = new Database();
        int i = 0;
        while (i < lines.size() && !lines.get(i).startsWith("# Files")) {
            i = database.variable(lines, i);
        }
        while (i < lines.size()) {
            i = database.entry(lines, i);
        }
        return database;
    }

    private int variable(List<String> lines, int from) {
        String line = lines.get(from);
        Matcher define = DEFINE.matcher(line);
        if (define.matches()) {
            List<String> value = new ArrayList<>();
            int i = from + 1;
            while (i < lines.size() && !lines.get(i).equals("endef")) {
                value.add(lines.get(i++));
            }
            variables.put(define.group(1), String.join("\n", value));
            return i + 1;
        }
        Matcher variable = VARIABLE.matcher(line);
        if (line.startsWith("# ") && variable.reset(line.substring(2)).matches()) {
            // Of a pattern's targets.
            target(variable.group(1), from > 0 ? lines.get(from - 1) : "");
        } else if (!line.startsWith("#") && variable.reset(line).matches()) {
            variables.put(variable.group(1), variable.group(2));
        }
        return from + 1;
    }

    private void target(String name, String placeLine) {
        Matcher place = PLACE.matcher(placeLine);
        if (place.matches()) {
            placesOfTargetVariables
                    .computeIfAbsent(name, key -> new LinkedHashSet<>())
                    .add(place.group(1) + ":" + place.group(2));
        }
    }

    private int entry(List<String> lines, int from) {
        String line = lines.get(from);
        Matcher ofTarget = OF_TARGET.matcher(line);
        if (ofTarget.matches()) {
            target(ofTarget.group(1), lines.get(from - 1));
            return from + 1;
        }
        Matcher rule = RULE.matcher(line);
        boolean isRule = !line.startsWith("#") && !line.startsWith("\t") && rule.matches();
        if (!isRule || lines.get(from - 1).equals("# Not a target:") && line.startsWith(".")) {
            return from + 1;
        }
        Entry entry = new Entry();
        entry.hasTwoColons = rule.group(2).equals("::");
        boolean isOrderOnly = false;
        for (String name : rule.group(3) == null ? new String[0] : rule.group(3).split(" ")) {
            if (name.equals("|")) {
                isOrderOnly = true;
            } else if (!name.isEmpty()) {
                (isOrderOnly ? entry.orderOnly : entry.prerequisites).add(name);
            }
        }
        entries.computeIfAbsent(rule.group(1), key -> new ArrayList<>()).add(entry);
        int i = from + 1;
        while (i < lines.size() && lines.get(i).startsWith("#")) {
            i = detail(lines, i, entry);
        }
        return i;
    }

    private static int detail(List<String> lines, int at, Entry entry) {
        String line = lines.get(at);
        entry.isPhony |= line.startsWith("#  Phony target");
        entry.isPrecious |= line.startsWith("#  Precious file");
        entry.isIntermediate |= line.startsWith("#  File is an intermediate prerequisite");
        if (line.startsWith(ALSO_MAKES)) {
            entry.alsoMakes.addAll(
                    List.of(line.substring(ALSO_MAKES.length()).strip().split(" ")));
        }
        Matcher recipe = RECIPE.matcher(line);
        if (!recipe.matches()) {
            return at + 1;
        }
        if (recipe.group(1) != null) {
            entry.place = recipe.group(1) + ":" + recipe.group(2);
        }
        int i = at + 1;
        StringBuilder logical = new StringBuilder();
        for (; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            // The first character is the recipes' prefix.
            logical.append(lines.get(i), 1, lines.get(i).length());
            if (logical.length() > 0 && logical.charAt(logical.length() - 1) == '\\') {
                logical.append('\n');
            } else {
                entry.recipe.add(logical.toString());
                logical.setLength(0);
            }
        }
        return i;
    }

    /** What is known of a name; empty if nothing is, several if its rules have two colons. */
    List<Entry> entries(String name) {
        return entries.getOrDefault(name, List.of());
    }

    /** Whether a name such as {@code .ONESHELL} is a target. */
    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** A variable's value, not expanded; null if it is not defined. */
    String variable(String name) {
        return variables.get(name);
    }

    /** The variables that some targets have a value of their own of, and where that is said, as {@code file:line}. */
    Map<String, Set<String>> targetVariables() {
        return placesOfTargetVariables;
    }
}
