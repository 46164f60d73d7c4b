package org.spmjava.dsl.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Guesses the word that was meant. */
public final class Suggestions {

    /** No word of the language is nearly as long, and the distance costs time by the product of the lengths. */
    private static final int LONGEST_WORD = 40;

    /** What people who come from Java or Python write first, however far it is from our word. */
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("boolean", "bool"),
            Map.entry("integer", "int"),
            Map.entry("short", "int"),
            Map.entry("float", "double"),
            Map.entry("str", "string"),
            Map.entry("charsequence", "string"),
            Map.entry("text", "string"),
            Map.entry("byte", "bytes"),
            Map.entry("object", "mixed"),
            Map.entry("any", "mixed"),
            Map.entry("method", "ApiMethod"),
            Map.entry("class", "module"),
            Map.entry("interface", "struct"),
            Map.entry("message", "struct"),
            Map.entry("array", "tuple"),
            Map.entry("vector", "tuple"),
            Map.entry("boolean[]", "bool[]"),
            Map.entry("byte[]", "bytes"),
            Map.entry("map", "dict"),
            Map.entry("null", "None"),
            Map.entry("nil", "None"),
            Map.entry("yes", "true"),
            Map.entry("on", "true"),
            Map.entry("no", "false"),
            Map.entry("off", "false"),
            Map.entry("set", "tuple"),
            Map.entry("optional", "scalar"),
            Map.entry("include", "import"),
            Map.entry("job", "task"),
            Map.entry("required", "deferred"));

    private Suggestions() {}

    /** The candidate nearest to {@code word}, the first of equals, if any is near enough; capitals do not count. */
    public static Optional<String> nearest(String word, List<String> candidates) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String habit = HABITS.get(lower);
        if (habit != null && candidates.contains(habit)) {
            return Optional.of(habit);
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            int tolerated = Math.max(1, Math.min(word.length(), candidate.length()) / 3);
            if (distance <= tolerated && distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Damerau and Levenshtein's, restricted: insert, delete, replace, swap two neighbours, each costing one. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + replace);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
