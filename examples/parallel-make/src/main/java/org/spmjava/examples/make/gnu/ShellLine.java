package org.spmjava.examples.make.gnu;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spmjava.examples.make.gnu.ShellLexer.Token;

/**
 * Whether a line of shell does nothing but call make, one call after the other, however it finds out where and with
 * what: then it may be run with a program in place of make to learn the calls, and each call may be planned. The answer
 * is no wherever that is not plain to see.
 */
final class ShellLine {

    /** Commands that change nothing but the shell that runs them. */
    private static final Set<String> HARMLESS = Set.of(
            "cd",
            "echo",
            "printf",
            "true",
            "false",
            ":",
            "test",
            "[",
            "exit",
            "set",
            "export",
            "unset",
            "sed",
            "tr",
            "basename",
            "dirname",
            "expr",
            "shift",
            "break",
            "continue",
            "eval");

    /** Words after which there is a command. */
    private static final Set<String> BEFORE_COMMANDS = Set.of("then", "do", "else", "{", "(", "!", "if", "elif");

    private static final Set<String> AFTER_COMMANDS = Set.of("fi", "done", "esac", "}");
    private static final Set<String> SEPARATORS = Set.of(";", "&&", "||", "\n", "|", ";;");
    /** Tests that depend on files, which what runs before may yet make. */
    private static final Set<String> OF_FILES = Set.of(
            "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-L", "-nt", "-O", "-G", "-N", "-ot", "-ef", "-p", "-r",
            "-s", "-S", "-u", "-w", "-x");

    private final String make;
    private final List<Token> tokens;
    private final Set<String> functions = new HashSet<>();
    private boolean isPlain;
    private int at;
    private boolean inCondition;
    private boolean lastCallsMake;
    private boolean isPiped;

    private ShellLine(String text, String make) {
        this.make = make;
        ShellLexer lexer = ShellLexer.read(text);
        tokens = lexer.tokens();
        isPlain = lexer.isSound()
                && lexer.substitutions().stream()
                        .allMatch(inner ->
                                !inner.contains(make) && of(inner, make).doesNothingButMake());
    }

    /**
     * Reads a line.
     *
     * @param make by which name it calls make
     */
    static ShellLine of(String text, String make) {
        ShellLine line = new ShellLine(text, make);
        line.read();
        return line;
    }

    boolean doesNothingButMake() {
        return isPlain;
    }

    private void read() {
        while (isPlain && at < tokens.size()) {
            command();
        }
    }

    /** Reads on from where a command, or a word of the language, is expected. */
    private void command() {
        Token token = tokens.get(at);
        String word = token.text();
        if (token.isOperator()) {
            at++;
            separator(word);
        } else if (token.isPlain() && (BEFORE_COMMANDS.contains(word) || AFTER_COMMANDS.contains(word))) {
            inCondition =
                    word.equals("if") || word.equals("elif") || word.equals("!") || inCondition && !word.equals("then");
            at++;
        } else if (token.isPlain() && word.equals("for")) {
            loop();
        } else if (token.isPlain() && word.equals("case")) {
            choice();
        } else if (isAssignment(token)) {
            isPlain &= !token.hasGlob() || !token.isPlain();
            at++;
        } else if (isOperatorAt(at + 1, "(") && isOperatorAt(at + 2, ")")) {
            functions.add(word);
            at += 3;
            for (int i = at; i < tokens.size() && !tokens.get(i).text().equals("}"); i++) {
                isPlain &= !tokens.get(i).text().contains(make);
            }
        } else {
            simple(word);
        }
    }

    private boolean isOperatorAt(int place, String operator) {
        return place < tokens.size()
                && tokens.get(place).isOperator()
                && tokens.get(place).text().equals(operator);
    }

    private void separator(String operator) {
        if (operator.equals("||")) {
            // What comes after a failure of make must not make it good.
            isPlain &= !lastCallsMake || isEndAt(at);
        } else if (operator.equals("|")) {
            isPlain &= !lastCallsMake;
            isPiped = true;
        } else if (!operator.equals("(") && !operator.equals(")") && !SEPARATORS.contains(operator)) {
            isPlain = false;
        } else if (!operator.equals(")")) {
            isPiped = false;
        }
        if (SEPARATORS.contains(operator) && !operator.equals("|")) {
            lastCallsMake &= operator.equals("&&");
        }
    }

    /** Whether the command from here on ends the line, or notes the failure as automake does. */
    private boolean isEndAt(int from) {
        int i = from;
        while (i < tokens.size()
                && (tokens.get(i).text().equals("(") || tokens.get(i).text().equals("{"))) {
            i++;
        }
        String word = i < tokens.size() ? tokens.get(i).text() : "";
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
        return word.equals("exit") || word.equals("eval") && next.equals("$failcom");
    }

    private boolean isAssignment(Token token) {
        return token.text().matches("(?s)[A-Za-z_]\\w*=.*");
    }

    private void loop() {
        at += 2;
        while (isPlain && at < tokens.size() && !tokens.get(at).isOperator()) {
            isPlain &= !tokens.get(at).hasGlob();
            at++;
        }
    }

    private void choice() {
        at++;
        while (at < tokens.size() && !tokens.get(at).text().equals("in")) {
            at++;
        }
        at++;
        // Patterns and commands, until the word that ends it.
        boolean inPattern = true;
        while (isPlain && at < tokens.size()) {
            Token token = tokens.get(at);
            if (inPattern && token.isPlain() && token.text().equals("esac")) {
                at++;
                return;
            }
            if (inPattern) {
                inPattern = !(token.isOperator() && token.text().equals(")"));
                at++;
            } else if (token.isOperator() && token.text().equals(";;")) {
                inPattern = true;
                at++;
            } else if (token.isPlain() && token.text().equals("esac")) {
                at++;
                return;
            } else {
                command();
            }
        }
        isPlain = false;
    }

    private void simple(String command) {
        boolean callsMake = command.equals(make);
        boolean isTest = command.equals("test") || command.equals("[");
        isPlain &= callsMake ? !inCondition && !isPiped : HARMLESS.contains(command) || functions.contains(command);
        int from = ++at;
        int files = 0;
        while (isPlain && at < tokens.size() && !(tokens.get(at).isOperator() && !isRedirection(tokens.get(at)))) {
            Token token = tokens.get(at);
            if (token.isOperator()) {
                redirection(token.text());
            } else {
                isPlain &= !token.hasGlob() && !token.text().contains(make);
                isPlain &= !isTest || !OF_FILES.contains(token.text());
                isPlain &= !command.equals("sed") || !token.text().matches("-i.*|--in-place.*");
                isPlain &= !token.text().contains("$?") || command.equals("exit");
                files += token.text().startsWith("-") ? 0 : 1;
                at++;
            }
        }
        boolean isEval = command.equals("eval");
        isPlain &= !isEval || at - from == 1 && tokens.get(from).text().equals("$failcom");
        isPlain &= !command.equals("sed") || files <= 1;
        lastCallsMake = callsMake || lastCallsMake && isGrouped(from - 2);
    }

    /** Whether the command before is of the same list, so that its failure is this one's. */
    private boolean isGrouped(int before) {
        return before >= 0 && tokens.get(before).text().equals("&&");
    }

    private static boolean isRedirection(Token token) {
        return Set.of(">", ">>", "<", ">&", "<&", ">|", "<>", "<<").contains(token.text());
    }

    private void redirection(String operator) {
        String target = at + 1 < tokens.size() ? tokens.get(at + 1).text() : "";
        isPlain &= operator.endsWith("&") ? target.matches("\\d") : target.equals("/dev/null");
        at += 2;
    }
}
