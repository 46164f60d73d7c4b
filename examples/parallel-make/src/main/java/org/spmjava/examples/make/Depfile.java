package org.spmjava.examples.make;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a compiler says that it read: rules of a makefile, as written by {@code -MD}. */
final class Depfile {

    private Depfile() {}

    /**
     * The prerequisites of all rules, each once.
     *
     * @param text a backslash before the end of a line continues it, before a space or {@code #} makes those part of a
     *     name; {@code $$} is a dollar
     */
    static List<String> prerequisites(String text) {
        Set<String> found = new LinkedHashSet<>();
        boolean isTarget = true;
        StringBuilder word = new StringBuilder();
        String joined = text.replace("\r\n", "\n").replace("\\\n", " ");
        for (int i = 0; i <= joined.length(); i++) {
            char sign = i < joined.length() ? joined.charAt(i) : '\n';
            char next = i + 1 < joined.length() ? joined.charAt(i + 1) : '\n';
            if (sign == '\\' && (next == ' ' || next == '#')) {
                word.append(next);
                i++;
            } else if (sign == '$' && next == '$') {
                word.append('$');
                i++;
            } else if (sign == ':' && isTarget && (next == ' ' || next == '\n')) {
                word.setLength(0);
                isTarget = false;
            } else if (sign == ' ' || sign == '\t' || sign == '\n') {
                if (word.length() > 0 && !isTarget) {
                    found.add(word.toString());
                }
                word.setLength(0);
                isTarget = isTarget || sign == '\n';
            } else {
                word.append(sign);
            }
        }
        return new ArrayList<>(found);
    }
}
