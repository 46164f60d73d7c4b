package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say is so: their links lead somewhere, and their code is cut out of files that are compiled. */
class PageTest {

    /**
     * A snippet is named by {@code <!-- snippet: path#region -->} in the line above its fence, or by the path alone.
     */
    private static final Pattern SNIPPET_MARK = Pattern.compile("<!-- snippet: ([^#\\s]+)(?:#([\\w-]+))? -->");

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");

    record Fence(Path page, int line, String language, Optional<String> mark, String text) {

        String place() {
            return page + ":" + line;
        }
    }

    static Stream<Path> pages() {
        return Repository.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(links(page)).allSatisfy(link -> {
            int hash = link.indexOf('#');
            String path = hash < 0 ? link : link.substring(0, hash);
            Path target = path.isEmpty()
                    ? page
                    : Path.of("").resolve(page).resolveSibling(path).normalize();
            assertThat(Repository.ROOT.resolve(target)).as(page + ": " + link).exists();
            if (hash >= 0 && target.toString().endsWith(".md")) {
                assertThat(anchors(target)).as(page + ": " + link).contains(link.substring(hash + 1));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetIsARegionOfAFile(Path page) {
        assertThat(fences(page).stream().filter(fence -> fence.mark().isPresent()))
                .allSatisfy(fence -> assertThat(fence.text())
                        .as(fence.place() + ": " + fence.mark().orElseThrow())
                        .isEqualTo(region(fence.mark().orElseThrow())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetMarkStandsAboveAFence(Path page) {
        long marks = Repository.text(page)
                .lines()
                .filter(line -> line.strip().startsWith("<!-- snippet:"))
                .count();
        assertThat(fences(page).stream().filter(fence -> fence.mark().isPresent()))
                .hasSize((int) marks);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaSnippetSaysWhereItIsCutFrom(Path page) {
        assertThat(fences(page).stream().filter(fence -> fence.language().equals("java")))
                .allSatisfy(fence -> assertThat(fence.mark()).as(fence.place()).isPresent());
    }

    /** The links to files of ours; whether another site is there is not for a build to find out. */
    private static List<String> links(Path page) {
        List<String> links = new ArrayList<>();
        boolean inFence = false;
        for (String line : Repository.text(page).lines().toList()) {
            inFence ^= FENCE.matcher(line.strip()).matches();
            Matcher matcher = LINK.matcher(CODE_SPAN.matcher(line).replaceAll(""));
            while (!inFence && matcher.find()) {
                if (!matcher.group(1).matches("[a-z]+:.*")) {
                    links.add(matcher.group(1));
                }
            }
        }
        return links;
    }

    private static List<String> anchors(Path page) {
        return Repository.text(page)
                .lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("^#+ ", "").strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static List<Fence> fences(Path page) {
        List<Fence> fences = new ArrayList<>();
        List<String> lines = Repository.text(page).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher open = FENCE.matcher(lines.get(i));
            if (open.matches()) {
                int start = i;
                StringBuilder text = new StringBuilder();
                for (i++; i < lines.size() && !lines.get(i).equals("```"); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                Optional<String> mark = Optional.of(start)
                        .filter(line -> line > 0)
                        .map(line -> lines.get(line - 1).strip())
                        .filter(line -> SNIPPET_MARK.matcher(line).matches());
                fences.add(new Fence(page, start + 1, open.group(1), mark, text.toString()));
            }
        }
        return fences;
    }

    /** The lines between {@code tag::region} and {@code end::region}, each in a comment, without their indentation. */
    private static String region(String mark) {
        Matcher matcher = SNIPPET_MARK.matcher(mark);
        assertThat(matcher.matches()).isTrue();
        Path file = Path.of(matcher.group(1));
        assertThat(Files.isRegularFile(Repository.ROOT.resolve(file)))
                .as(mark + ": the file is there")
                .isTrue();
        List<String> lines = Repository.text(file).lines().toList();
        if (matcher.group(2) != null) {
            int begin = tag(lines, "tag", matcher.group(2));
            int end = tag(lines, "end", matcher.group(2));
            assertThat(begin >= 0 && begin < end)
                    .as(mark + ": the region is there")
                    .isTrue();
            lines = lines.subList(begin + 1, end);
        }
        return String.join(
                                "\n",
                                lines.stream()
                                        .filter(line -> !line.matches("\\s*(//|#|<!--) (tag|end)::.*"))
                                        .toList())
                        .stripIndent()
                + "\n";
    }

    private static int tag(List<String> lines, String kind, String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\s*(//|#|<!--) " + kind + "::" + name + "(\\[])?( -->)?\\s*")) {
                return i;
            }
        }
        return -1;
    }
}
