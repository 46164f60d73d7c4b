package org.spmjava.examples.make.gnu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code make -n --trace} prints, with the marks that {@link Questions} has make print before each line. */
final class Trace {

    private static final Pattern HEADER =
            Pattern.compile("(.*?): (?:target '(.*)' does not exist|update target '(.*)' due to: .*)");
    private static final Pattern OWN_TALK = Pattern.compile(
            ".*(?:: (?:Entering|Leaving) directory '|: '.*' is up to date\\.|: Nothing to be done for" + " '.*'\\.).*");
    private static final int FIELDS = 4;

    private final String mark;
    private final String scratch;
    private final List<Recipe> recipes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isOneShell;
    private List<String> lines = List.of();
    private List<String> shellFlags = List.of();
    private boolean isShellFlagsDefault;

    /** A recipe as it was printed. */
    static final class Recipe {
        final String target;
        final String place;
        final List<Printed> lines = new ArrayList<>();
        /** Values of variables for this target alone; null for what is not defined. */
        final List<String> values = new ArrayList<>();
        /** Whether make was only asked about it, and did not run it to remake a makefile. */
        boolean isPlanned;

        Recipe(String target, String place) {
            this.target = target;
            this.place = place;
        }
    }

    /** A line of it. */
    record Printed(String shell, String text, boolean isRecursive) {}

    private Trace(String mark, String scratch) {
        this.mark = mark;
        this.scratch = scratch;
    }

    /**
     * Reads it.
     *
     * @param mark what no other line begins with
     * @param scratch the directory of our own files, recipes of which are passed over
     * @param isOneShell whether each recipe is one line
     */
    static Trace read(List<String> lines, String mark, String scratch, boolean isOneShell) {
        Trace trace = new Trace(mark, scratch);
        trace.lines = lines;
        trace.isOneShell = isOneShell;
        trace.read();
        return trace;
    }

    private void read() {
        Recipe current = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher header = HEADER.matcher(line);
            if (line.startsWith(mark + "parsed")) {
                // Again, if makefiles were remade.
                recipes.clear();
                current = null;
                String[] fields = line.split(Questions.SEPARATOR, -1);
                shellFlags = words(fields[1]);
                isShellFlagsDefault = fields[2].equals("default");
            } else if (line.startsWith(mark + "line")) {
                String[] fields = line.split(Questions.SEPARATOR, -1);
                if (current == null || !isOf(fields[3], current.target)) {
                    continue;
                }
                current.isPlanned = fields[1].matches("-[^-]*n.*");
                if (current.values.isEmpty()) {
                    current.values.addAll(List.of(fields).subList(FIELDS, fields.length));
                }
                int end = endOfText(i + 1);
                String text = String.join("\n", lines.subList(i + 1, end));
                boolean isRecursive = end < lines.size() && lines.get(end).equals(mark + "recursive");
                current.lines.add(new Printed(fields[2], text, isRecursive));
                if (!current.isPlanned && !text.contains(scratch)) {
                    notes.add(text);
                }
                i = isRecursive ? end : end - 1;
            } else if (header.matches() && isFollowedByLineOf(name(header), i)) {
                current = new Recipe(name(header), header.group(1));
                recipes.add(current);
            } else if (!line.startsWith(mark)
                    && !header.matches()
                    && !OWN_TALK.matcher(line).matches()) {
                notes.add(line);
            }
        }
        recipes.removeIf(recipe -> !recipe.isPlanned);
    }

    private static String name(Matcher header) {
        return header.group(2) != null ? header.group(2) : header.group(3);
    }

    private boolean isFollowedByLineOf(String target, int at) {
        if (at + 1 >= lines.size() || !lines.get(at + 1).startsWith(mark + "line")) {
            return false;
        }
        return isOf(lines.get(at + 1).split(Questions.SEPARATOR, -1)[3], target);
    }

    /** Whether {@code $@} is a target's, which may be a member of an archive. */
    private static boolean isOf(String automatic, String target) {
        return automatic.equals(target) || target.startsWith(automatic + "(") && !automatic.isEmpty();
    }

    private int endOfText(int from) {
        int end = from;
        if (isOneShell) {
            while (end < lines.size()
                    && !lines.get(end).startsWith(mark)
                    && !HEADER.matcher(lines.get(end)).matches()) {
                end++;
            }
            return end;
        }
        while (end < lines.size() && lines.get(end).endsWith("\\")) {
            end++;
        }
        return Math.min(end + 1, lines.size());
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    List<Recipe> recipes() {
        return recipes;
    }

    /** What else was printed: by makefiles, and by what ran to remake them. */
    List<String> notes() {
        return notes;
    }

    /** What comes between a shell's name and a recipe's text. */
    List<String> shellFlags() {
        return shellFlags;
    }

    /** Whether no makefile says what comes there. */
    boolean isShellFlagsDefault() {
        return isShellFlagsDefault;
    }
}
