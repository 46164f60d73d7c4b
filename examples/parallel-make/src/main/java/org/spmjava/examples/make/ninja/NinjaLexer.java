package org.spmjava.examples.make.ninja;

import java.util.ArrayList;
import java.util.List;

/** A build file's text, sign by sign. Where a line begins with spaces matters; elsewhere spaces only separate. */
final class NinjaLexer {

    private final String file;
    private final String text;
    private int position;

    NinjaLexer(String file, String text) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
    }

    /** Goes to the next line that says something; false at the end of the text. */
    boolean nextStatement() throws NinjaSyntaxException {
        while (position < text.length()) {
            int at = afterSpaces(position);
            if (at < text.length() && text.charAt(at) == '#') {
                position = endOfLine(at);
            } else if (at < text.length() && text.charAt(at) != '\n') {
                if (at > position) {
                    throw error("unexpected indent");
                }
                if (text.charAt(at) == '\t') {
                    throw error("tabs are not allowed, use spaces");
                }
                return true;
            } else {
                position = at;
            }
            position = Math.min(position + 1, text.length());
        }
        return false;
    }

    /** Goes behind the indent of the next line; false if that line is not indented, and so belongs to no block. */
    boolean nextOfBlock() throws NinjaSyntaxException {
        while (position < text.length()) {
            int at = afterSpaces(position);
            boolean isComment = at < text.length() && text.charAt(at) == '#';
            boolean isBlank = at >= text.length() || text.charAt(at) == '\n';
            if (isComment) {
                position = Math.min(endOfLine(at) + 1, text.length());
            } else if (isBlank && at > position) {
                position = Math.min(at + 1, text.length());
            } else if (isBlank || at == position) {
                return false;
            } else {
                position = at;
                if (text.charAt(at) == '\t') {
                    throw error("tabs are not allowed, use spaces");
                }
                return true;
            }
        }
        return false;
    }

    /** The name at this place, empty if there is none. */
    String name() {
        int start = position;
        while (position < text.length() && isOfName(text.charAt(position))) {
            position++;
        }
        String name = text.substring(start, position);
        skipSpaces();
        return name;
    }

    /** Takes a sign, and the spaces behind it, if it stands here. */
    boolean take(String sign) {
        if (!text.startsWith(sign, position)) {
            return false;
        }
        position += sign.length();
        skipSpaces();
        return true;
    }

    void expect(String sign, String what) throws NinjaSyntaxException {
        if (!take(sign)) {
            throw error("expected " + what + ", got " + here());
        }
    }

    void expectEndOfLine() throws NinjaSyntaxException {
        if (position < text.length() && text.charAt(position) != '\n') {
            throw error("expected the end of the line, got " + here());
        }
        position = Math.min(position + 1, text.length());
    }

    /** A value: all up to the end of the line, which is taken. */
    EvalString value() throws NinjaSyntaxException {
        EvalString value = evalString(false);
        expectEndOfLine();
        return value;
    }

    /** A path: up to a space, a colon, a bar or the end of the line; empty if one of those stands here. */
    EvalString path() throws NinjaSyntaxException {
        EvalString path = evalString(true);
        skipSpaces();
        return path;
    }

    private EvalString evalString(boolean isPath) throws NinjaSyntaxException {
        List<EvalString.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (position < text.length()) {
            char sign = text.charAt(position);
            if (sign == '\n' || (isPath && (sign == ' ' || sign == ':' || sign == '|'))) {
                break;
            }
            position++;
            if (sign != '$') {
                literal.append(sign);
                continue;
            }
            char escaped = position < text.length() ? text.charAt(position) : '\0';
            if (escaped == '$' || escaped == ' ' || escaped == ':') {
                literal.append(escaped);
                position++;
            } else if (escaped == '\n') {
                position = afterSpaces(position + 1);
            } else {
                String variable = variable();
                if (literal.length() > 0) {
                    parts.add(new EvalString.Part(literal.toString(), false));
                    literal.setLength(0);
                }
                parts.add(new EvalString.Part(variable, true));
            }
        }
        if (literal.length() > 0) {
            parts.add(new EvalString.Part(literal.toString(), false));
        }
        return new EvalString(List.copyOf(parts));
    }

    private String variable() throws NinjaSyntaxException {
        boolean braced = position < text.length() && text.charAt(position) == '{';
        int start = braced ? position + 1 : position;
        int end = start;
        // A dot ends a name without braces: $x.o is the variable x, and then .o.
        while (end < text.length() && isOfName(text.charAt(end)) && (braced || text.charAt(end) != '.')) {
            end++;
        }
        if (end == start || (braced && (end >= text.length() || text.charAt(end) != '}'))) {
            throw error("bad $-escape (literal $ must be written as $$)");
        }
        position = braced ? end + 1 : end;
        return text.substring(start, end);
    }

    private void skipSpaces() {
        int before;
        do {
            before = position;
            position = afterSpaces(position);
            if (text.startsWith("$\n", position)) {
                position += 2;
            }
        } while (position > before);
    }

    private int afterSpaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static boolean isOfName(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || sign == '_'
                || sign == '-'
                || sign == '.';
    }

    private String here() {
        if (position >= text.length()) {
            return "the end of the file";
        }
        return text.charAt(position) == '\n' ? "the end of the line" : "`" + text.charAt(position) + "`";
    }

    /** An error at this place. */
    NinjaSyntaxException error(String what) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < position; end = text.indexOf('\n', end + 1)) {
            line++;
            start = end + 1;
        }
        return new NinjaSyntaxException(file + ":" + line + ":" + (position - start + 1), what);
    }
}
