package org.spmjava.examples.make.gnu;

import java.util.ArrayList;
import java.util.List;

/** The variable {@code MAKEFLAGS}: letters of options, further options, then what the command line assigns. */
final class MakeFlags {

    private MakeFlags() {}

    /** Without the options by which make is asked, and without numbers of jobs. */
    static String withoutOurs(String flags) {
        int assignments = flags.startsWith("-- ") ? 0 : flags.indexOf(" -- ");
        String options = assignments < 0 ? flags : flags.substring(0, assignments);
        List<String> kept = new ArrayList<>();
        String letters = letters(flags).replaceAll("[np]", "");
        String rest = options.substring(letters(flags).length());
        for (String word : rest.strip().split("\\s+")) {
            if (!word.isEmpty()
                    && !word.equals("--trace")
                    && !word.equals("--no-print-directory")
                    && !word.startsWith("-j")
                    && !word.startsWith("--jobserver")
                    && !word.startsWith("-O")) {
                kept.add(word);
            }
        }
        String words = kept.isEmpty() ? "" : " " + String.join(" ", kept);
        return letters + words + (assignments < 0 ? "" : flags.substring(assignments));
    }

    /** The options of one letter. */
    static String letters(String flags) {
        int end = flags.indexOf(' ');
        String first = end < 0 ? flags : flags.substring(0, end);
        return first.startsWith("-") || first.contains("=") ? "" : first;
    }

    /** Whether there is an option of one letter. */
    static boolean has(String flags, char option) {
        return letters(flags).indexOf(option) >= 0;
    }

    /** The same for the variable {@code MFLAGS}, as old makefiles have it. */
    static String mflags(String flags) {
        String letters = letters(flags);
        String rest = flags.substring(letters.length()).replaceFirst("(^| )-- .*", "");
        return letters.isEmpty() ? rest.strip() : "-" + letters + rest;
    }
}
