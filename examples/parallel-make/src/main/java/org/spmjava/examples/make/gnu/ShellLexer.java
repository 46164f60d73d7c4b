package org.spmjava.examples.make.gnu;

import java.util.ArrayList;
import java.util.List;

/** Words and operators of a line of shell, as POSIX.1-2017, Shell Command Language, 2.3 tells them apart. */
final class ShellLexer {

    private static final List<String> OPERATORS =
            List.of(";;", "&&", "||", ">&", "<&", ">>", "<<", ">|", "<>", ";", "&", "|", "(", ")", "<", ">", "\n");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> substitutions = new ArrayList<>();
    private boolean isSound = true;
    private int at;

    /**
     * A word or an operator.
     *
     * @param text a word without its quotes, each substitution in it replaced by a dollar
     * @param isOperator whether it is one
     * @param isPlain whether no part of a word was quoted, so that it can be a word of the language
     * @param hasGlob whether it stands for names of files
     */
    record Token(String text, boolean isOperator, boolean isPlain, boolean hasGlob) {}

    private ShellLexer(String text) {
        this.text = text;
    }

    /** Reads a line. */
    static ShellLexer read(String text) {
        ShellLexer lexer = new ShellLexer(text.replace("\\\n", ""));
        lexer.read();
        return lexer;
    }

    /** Whether it was understood: no quote is left open. */
    boolean isSound() {
        return isSound;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** The commands whose output words are made of. */
    List<String> substitutions() {
        return substitutions;
    }

    private void read() {
        while (at < text.length() && isSound) {
            char sign = text.charAt(at);
            String operator = operatorAt();
            if (sign == ' ' || sign == '\t') {
                at++;
            } else if (sign == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (operator != null) {
                at += operator.length();
                tokens.add(new Token(operator, true, true, false));
            } else {
                word();
            }
        }
    }

    private String operatorAt() {
        return OPERATORS.stream()
                .filter(operator -> text.startsWith(operator, at))
                .findFirst()
                .orElse(null);
    }

    private void word() {
        StringBuilder word = new StringBuilder();
        boolean isPlain = true;
        boolean hasGlob = false;
        while (at < text.length() && isSound && operatorAt() == null && " \t".indexOf(text.charAt(at)) < 0) {
            char sign = text.charAt(at);
            if (sign == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                isPlain = false;
                at += 2;
            } else if (sign == '\'') {
                int end = text.indexOf('\'', at + 1);
                isSound = end >= 0;
                word.append(text, at + 1, Math.max(end, at + 1));
                isPlain = false;
                at = end + 1;
            } else if (sign == '"') {
                at++;
                doubleQuoted(word);
                isPlain = false;
            } else if (sign == '$' || sign == '`') {
                substitution(word);
                isPlain = false;
            } else {
                hasGlob |= "*?[".indexOf(sign) >= 0;
                word.append(sign);
                at++;
            }
        }
        // A number before a redirection belongs to it.
        boolean isDescriptor = at < text.length()
                && "<>".indexOf(text.charAt(at)) >= 0
                && word.toString().matches("\\d");
        if (!isDescriptor) {
            tokens.add(new Token(
                    word.toString(), false, isPlain, hasGlob && !word.toString().equals("[")));
        }
    }

    private void doubleQuoted(StringBuilder word) {
        while (at < text.length() && text.charAt(at) != '"' && isSound) {
            char sign = text.charAt(at);
            if (sign == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (sign == '$' || sign == '`') {
                substitution(word);
            } else {
                word.append(sign);
                at++;
            }
        }
        isSound &= at < text.length();
        at++;
    }

    private void substitution(StringBuilder word) {
        char sign = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (sign == '`') {
            int end = text.indexOf('`', at + 1);
            isSound &= end >= 0;
            substitutions.add(text.substring(at + 1, Math.max(end, at + 1)));
            at = end < 0 ? text.length() : end + 1;
        } else if (next == '(' || next == '{') {
            int end = closing(at + 1, next, next == '(' ? ')' : '}');
            isSound &= end >= 0;
            String inner = text.substring(at + 2, Math.max(end, at + 2));
            // What is nested deeper than a name is not looked into.
            isSound &= next == '(' ? !inner.startsWith("(") : inner.matches("[A-Za-z0-9_+:=?@#%./-]*");
            if (next == '(') {
                substitutions.add(inner);
            } else {
                word.append("$").append(inner);
            }
            at = end < 0 ? text.length() : end + 1;
        } else {
            word.append('$');
            at++;
        }
        if (sign == '`' || next == '(') {
            word.append('$');
        }
    }

    private int closing(int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\'' || sign == '"' || sign == '\\') {
                // Quotes within could hide the end.
                int end = sign == '\\' ? i + 1 : text.indexOf(sign, i + 1);
                if (end < 0) {
                    return -1;
                }
                i = end;
            } else if (sign == open) {
                depth++;
            } else if (sign == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
