package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;

/** Whatever the text, the compiler returns, and what it returns is in order. A failure names the seed and the text. */
class MutationTest {

    private static final int ROUNDS = 6_000;
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "<",
            ">",
            ";",
            "=",
            ",",
            ":",
            "::",
            "#",
            "\n",
            "\r",
            "\"",
            "'",
            "/*",
            "//",
            "$",
            "task",
            "struct",
            "task<list> {",
            "struct spm {",
            "struct P {",
            "struct P <",
            "enum E { A, B };",
            "enum",
            "import \"common.spmtype\";",
            "import",
            "@Hub",
            "@",
            "scalar<P> p = A;",
            "list<int[]>",
            "= 3",
            "2s",
            "\"text\\n\"",
            "\\",
            "};",
            "scalar<int> x = None;",
            "x :: dict<int,int> = None;",
            "None",
            "deferred",
            "\uD83D\uDE00",
            "\uD800",
            "\u0000",
            "é",
            "0",
            " ");

    private static final String COMPACT = Typedefs.with("scalar<int> n = 3;")
            .replace("};", ">,")
            .replace("{", "<")
            .replace(";", ",");
    private static final String DECLARATIONS =
            """
            import "common.spmtype";
            enum Size { SMALL, LARGE };
            struct Box { scalar<Color> color = RED; scalar<Size> size = None; tuple<Box> boxes = None; };
            @Offline @Hub
            """ + Typedefs.with("scalar<Box> box = None; @Self scalar<string> s = \"a\\n\"; scalar<timeout> t = 2s;");

    @Test
    void aMutatedTextIsCompiledOrExplained() {
        List<String> originals = originals();
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                check(seed, mutate(originals.get(random.nextInt(originals.size())), random));
            }
        });
    }

    @Test
    void aTextOfScrapsIsExplained() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(40); i >= 0; i--) {
                    text.append(SCRAPS.get(random.nextInt(SCRAPS.size()))).append(' ');
                }
                check(seed, text.toString());
            }
        });
    }

    /** Repetitions that tempt a parser into quadratic time. */
    @Test
    void aLargeTextTakesNoLongerThanItsSize() {
        for (String scrap : SCRAPS) {
            String text = "task<list> { " + (scrap + " ").repeat(300_000 / (scrap.length() + 1));
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(0, text), scrap);
        }
    }

    private static List<String> originals() {
        List<String> originals = new ArrayList<>();
        originals.add(Typedefs.shellList().text());
        originals.add(Typedefs.primes().text());
        originals.add(COMPACT);
        originals.add(DECLARATIONS);
        Typedefs.goldenInputs().forEach(file -> originals.add(Typedefs.read(file)));
        return originals;
    }

    private static String mutate(String original, Random random) {
        StringBuilder text = new StringBuilder(original);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
                default -> text.replace(from, to, SCRAPS.get(random.nextInt(SCRAPS.size())));
            }
        }
        return text.toString();
    }

    private static void check(int seed, String text) {
        String excerpt = text.length() > 5_000 ? text.substring(0, 5_000) + "…" : text;
        try {
            Compilation compilation = TypedefCompiler.compile(Typedefs.text(text), Typedefs.goldenSources());
            assertThat(compilation.file().isPresent()).isNotEqualTo(compilation.hasErrors());
            boolean guessed = TypedefCompiler.guess(Typedefs.text(text), Typedefs.goldenSources())
                    .isPresent();
            assertThat(guessed || compilation.hasErrors()).isTrue();
            int last = 0;
            for (Diagnostic diagnostic : compilation.diagnostics()) {
                assertThat(diagnostic.span().start()).isGreaterThanOrEqualTo(last);
                assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
                last = diagnostic.span().start();
                assertThat(DiagnosticRenderer.render(diagnostic)).contains("why: ", "fix: ");
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ", text:\n" + excerpt, e);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ", text:\n" + excerpt + "\n" + e.getMessage(), e);
        }
    }
}
