package org.spmjava.examples.make.gnu;

import java.util.ArrayList;
import java.util.List;

/**
 * Which lines of a recipe are marked by {@code -}. What make prints does not show it, since the marks are stripped;
 * unexpanded recipes do, unless the mark comes out of a function, in which case it is not seen and a failure counts.
 */
final class Prefixes {

    private static final int DEEPEST = 20;
    private static final String AUTOMATIC = "@<^+?*%|";

    private final Database database;

    Prefixes(Database database) {
        this.database = database;
    }

    /**
     * For each line that make printed, whether its failure is ignored.
     *
     * @param recipe the lines as they are written
     * @param printed how many were printed; all false if these cannot be matched
     */
    List<Boolean> ignored(List<String> recipe, int printed) {
        List<String> lines = new ArrayList<>();
        for (String line : recipe) {
            spread(line, "", lines, 0);
        }
        lines.removeIf(line -> stripped(line).isEmpty());
        List<Boolean> ignored = new ArrayList<>();
        for (int i = 0; i < printed; i++) {
            ignored.add(lines.size() == printed && isIgnored(lines.get(i), 0));
        }
        return ignored;
    }

    /** A line that is nothing but a variable of several lines counts as these, marked as it is and as they are. */
    private void spread(String line, String marks, List<String> lines, int depth) {
        String rest = stripped(line);
        String own = marks + line.substring(0, line.length() - rest.length());
        int end = rest.startsWith("$") ? endOfReference(rest) : -1;
        String value = end > 0 && rest.substring(end).isBlank() ? valueOf(rest.substring(0, end), depth) : null;
        if (value != null && depth < DEEPEST) {
            for (String part : value.split("(?<!\\\\)\n", -1)) {
                spread(part, own, lines, depth + 1);
            }
        } else {
            lines.add(own + rest);
        }
    }

    private boolean isIgnored(String line, int depth) {
        String rest = stripped(line);
        if (line.substring(0, line.length() - rest.length()).contains("-")) {
            return true;
        }
        int end = rest.startsWith("$") ? endOfReference(rest) : -1;
        String value = end > 0 ? valueOf(rest.substring(0, end), depth) : null;
        return value != null && depth < DEEPEST && isIgnored(value + rest.substring(end), depth + 1);
    }

    private static String stripped(String line) {
        int at = 0;
        while (at < line.length() && "-@+ \t\n".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(at);
    }

    /** Where the reference that a text begins with ends; -1 if it does not, or is a dollar. */
    private static int endOfReference(String text) {
        if (text.length() < 2 || text.charAt(1) == '$') {
            return -1;
        }
        char open = text.charAt(1);
        if (open != '(' && open != '{') {
            return 2;
        }
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == open) {
                depth++;
            } else if (text.charAt(i) == close && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** A variable's value, empty if it is undefined; null for what is no plain variable. */
    private String valueOf(String reference, int depth) {
        String name = reference.length() == 2 ? reference.substring(1) : reference.substring(2, reference.length() - 1);
        String plain = depth < DEEPEST ? expanded(name, depth) : null;
        if (plain == null
                || plain.isEmpty()
                || AUTOMATIC.indexOf(plain.charAt(0)) >= 0
                || plain.matches(".*[\\s,:].*")) {
            return null;
        }
        String value = database.variable(plain);
        return value == null ? "" : value;
    }

    /** A name that holds names of variables; null if it holds anything else. */
    private String expanded(String name, int depth) {
        String rest = name;
        StringBuilder plain = new StringBuilder();
        while (!rest.isEmpty()) {
            int dollar = rest.indexOf('$');
            if (dollar < 0) {
                return plain.append(rest).toString();
            }
            plain.append(rest, 0, dollar);
            rest = rest.substring(dollar);
            int end = endOfReference(rest);
            String value = end < 0 ? null : valueOf(rest.substring(0, end), depth + 1);
            String inner = value == null ? null : expanded(value, depth + 1);
            if (inner == null) {
                return null;
            }
            plain.append(inner);
            rest = rest.substring(end);
        }
        return plain.toString();
    }
}
