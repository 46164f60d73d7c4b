package org.spmjava.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.State;

/** Writes declarations in one of their spellings, as tokens, and tokens with one of the white spaces between them. */
final class Spelling {

    private final Random random;
    private final boolean compact;
    private int comments;

    Spelling(Random random) {
        this.random = random;
        this.compact = random.nextInt(3) == 0;
    }

    List<String> field(List<State> states, String type, String name, String value) {
        List<String> tokens = states(states);
        List<String> typeTokens = type(type);
        boolean typeFirst = random.nextBoolean();
        tokens.addAll(typeFirst ? typeTokens : List.of(name, "::"));
        tokens.addAll(typeFirst ? List.of(name) : typeTokens);
        tokens.addAll(List.of("=", value));
        return tokens;
    }

    List<String> struct(String name, List<List<String>> members) {
        return declaration("struct", name, body(members));
    }

    List<String> enumeration(String name, List<String> constants) {
        boolean angles = angles();
        List<String> body = new ArrayList<>(List.of(angles ? "<" : "{"));
        for (String constant : constants) {
            body.addAll(List.of(constant, ","));
        }
        if (random.nextBoolean()) {
            body.remove(body.size() - 1);
        }
        body.add(angles ? ">" : "}");
        return declaration("enum", name, body);
    }

    List<String> task(List<State> states, Head head, List<List<String>> members) {
        List<String> tokens = states(states);
        tokens.addAll(List.of("task", "<", head.keyword(), ">"));
        tokens.addAll(body(members));
        addOptional(";", tokens);
        return tokens;
    }

    private List<String> declaration(String word, String name, List<String> body) {
        List<String> tokens = new ArrayList<>(random.nextBoolean() ? List.of(word, name) : List.of(name, "::", word));
        tokens.addAll(body);
        addOptional(";", tokens);
        return tokens;
    }

    /** What ends a struct is there already; what ends a field depends on the brackets around it. */
    private List<String> body(List<List<String>> members) {
        boolean angles = angles();
        List<String> tokens = new ArrayList<>(List.of(angles ? "<" : "{"));
        for (int i = 0; i < members.size(); i++) {
            tokens.addAll(members.get(i));
            String last = tokens.get(tokens.size() - 1);
            boolean isField = !List.of(";", "}", ">").contains(last);
            boolean mayEndWithout = angles && i == members.size() - 1;
            if (isField && !(mayEndWithout && random.nextBoolean())) {
                tokens.add(angles && random.nextBoolean() ? "," : ";");
            }
        }
        tokens.add(angles ? ">" : "}");
        return tokens;
    }

    private boolean angles() {
        return compact && random.nextInt(4) > 0;
    }

    private List<String> type(String type) {
        List<String> tokens = new ArrayList<>();
        for (String part : type.split("(?<=[<>,])|(?=[<>,])")) {
            tokens.add(part.equals("tuple") && random.nextBoolean() ? "list" : part);
        }
        return tokens;
    }

    private static List<String> states(List<State> states) {
        List<String> tokens = new ArrayList<>();
        states.forEach(state -> tokens.addAll(List.of("@", state.keyword())));
        return tokens;
    }

    private void addOptional(String token, List<String> tokens) {
        if (random.nextBoolean()) {
            tokens.add(token);
        }
    }

    /** A text of these tokens, with white space wherever it may be; every comment is another one. */
    String join(List<String> tokens) {
        String lineEnd = List.of("\n", "\n", "\r\n", "\r").get(random.nextInt(4));
        int crowd = 1 + random.nextInt(12);
        StringBuilder out = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        String previous = "";
        for (String token : tokens) {
            out.append(between(previous, token, crowd, lineEnd)).append(token);
            previous = token;
        }
        return out.append(space(lineEnd, crowd)).toString();
    }

    private String between(String left, String right, int crowd, String lineEnd) {
        String space = space(lineEnd, crowd);
        boolean words = isWordy(left) && isWordy(right);
        return space.isEmpty() && words ? " " : space;
    }

    private String space(String lineEnd, int crowd) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(crowd) == 0 ? random.nextInt(4) : 0; i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> out.append(" ");
                case 1 -> out.append("\t ");
                case 2 -> out.append(lineEnd);
                case 3 -> out.append(lineEnd).append(lineEnd);
                default ->
                    out.append(random.nextBoolean() ? "#" : "# ")
                            .append("{ ; \" ' // \uD83D\uDE00 ")
                            .append(comments++)
                            .append(random.nextBoolean() ? "" : "  \t")
                            .append(lineEnd);
            }
        }
        return out.toString();
    }

    private static boolean isWordy(String token) {
        return !token.isEmpty() && "<>{},;=@:\"".indexOf(token.charAt(0)) < 0;
    }
}
