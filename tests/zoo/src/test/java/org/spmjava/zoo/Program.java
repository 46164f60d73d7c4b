package org.spmjava.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of the zoo.
 *
 * @param folder where its typedefs and its Java are; its name says what the program is about
 */
record Program(Path folder) {

    private static final Path ZOO = Path.of("src", "test", "resources");
    private static final String MARK = "wrong here";
    private static final String EXPECTED = "expected.txt";
    private static final Pattern TYPEDEF = Pattern.compile("typedef = \"([^\"]+)\"");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    static List<Program> wrong() {
        return in("wrong");
    }

    static List<Program> right() {
        return in("right");
    }

    private static List<Program> in(String house) {
        try (Stream<Path> folders = Files.list(ZOO.resolve(house))) {
            return folders.sorted().map(Program::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The name as a person writes it. */
    String title() {
        String words = name().replace('-', ' ');
        String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return sentence.replaceAll("\\bhub\\b", "Hub")
                .replaceAll("\\bspoke(s?)\\b", "Spoke$1")
                .replaceAll("\\bjava\\b", "Java")
                .replaceAll("(?i)\\bapi\\b", "API")
                .replaceAll("(?i)\\bdag\\b", "DAG")
                .replaceAll("(?i)\\bspm\\b", "`spm`");
    }

    List<Path> typedefs() {
        return files(".spmtype");
    }

    /** The typedefs that the program's Java names. */
    Set<String> namedTypedefs() {
        return sources().stream()
                .flatMap(source -> TYPEDEF.matcher(read(source)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Path> sources() {
        return files(".java");
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the mistake is: every line with the mark. */
    List<Place> marks() {
        List<Place> marks = new ArrayList<>();
        for (Path file : Stream.concat(typedefs().stream(), sources().stream()).toList()) {
            List<String> lines = read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(MARK)) {
                    marks.add(new Place(folder.relativize(file).toString(), i + 1));
                }
            }
        }
        return marks;
    }

    /** The class with the method {@code main}. */
    String mainClass() {
        Path file = sources().stream()
                .filter(source -> read(source).contains("public static void main(String[] "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " has no main"));
        Matcher packageName = PACKAGE.matcher(read(file));
        String simpleName = file.getFileName().toString().replace(".java", "");
        return packageName.find() ? packageName.group(1) + "." + simpleName : simpleName;
    }

    /** What is pinned: what the user of a wrong program sees, or what a right one prints. */
    String expected() {
        return read(folder.resolve(EXPECTED));
    }

    void expect(String text) {
        try {
            Files.writeString(folder.resolve(EXPECTED), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text without the way to this folder, which differs by machine. */
    String shorten(String text) {
        return text.replace(folder.toAbsolutePath() + "/", "").replace(folder + "/", "");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
