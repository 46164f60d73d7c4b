package org.spmjava.zoo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is pinned of a rejection.
 *
 * @param stage who rejects
 * @param what what the user reads first
 */
record Rejection(Stage stage, String what) {

    private static final Pattern FORM =
            Pattern.compile("(?<stage>[a-z ]+), at \\S+:\\d+\n\n(?<text>.*)", Pattern.DOTALL);

    /** The one line among many that says what is wrong; the language's own stands within one of javac's. */
    private static final Pattern WHAT = Pattern.compile(
            "(?m)^(?:.*: (?:error|warning)(?: (?<code>\\[[\\w-]+]))?:|Exception in thread \"main\") (?<what>.*)$");

    /** Which symbol javac cannot find, it says in another line. */
    private static final Pattern SYMBOL = Pattern.compile("(?m)^ +symbol: +(.*)$");

    /** What is pinned: by whom, where, the notes that came before, and the words. */
    static String text(Report report, String notes) {
        String before = notes.isEmpty() ? "" : notes + "\n";
        return report.stage() + ", at " + report.place() + "\n\n" + before + report.text();
    }

    static Rejection of(String pinned) {
        Matcher form = FORM.matcher(pinned);
        if (!form.matches()) {
            throw new IllegalArgumentException("no rejection: " + pinned);
        }
        return new Rejection(Stage.of(form.group("stage")), what(form.group("text")));
    }

    private static String what(String text) {
        Matcher matcher = WHAT.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("nothing is said: " + text);
        }
        String code = matcher.group("code") == null ? "" : matcher.group("code") + " ";
        Matcher symbol = SYMBOL.matcher(text);
        return code + matcher.group("what") + (symbol.find() ? ": " + symbol.group(1) : "");
    }
}
