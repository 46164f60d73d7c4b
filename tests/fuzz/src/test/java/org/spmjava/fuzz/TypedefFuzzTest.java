package org.spmjava.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.ValueType;

/**
 * The language, fuzzed for {@code -Dspm.fuzz.duration}, such as {@code 1m} or {@code 1h}. Jazzer runs in a process of
 * its own, on the program's own class path, and all that it writes is in the build's output folder: inputs that reached
 * new code in {@code corpus}, which the next run begins with, and the one that broke something beside it.
 */
class TypedefFuzzTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("spm.fuzz.folder", "target/fuzz")).toAbsolutePath();
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> SYMBOLS = List.of(
            "task<list>{",
            "task<list><",
            "struct",
            "enum",
            "import",
            "spm",
            "meta",
            "core",
            "stat",
            "label",
            "module",
            "timeout",
            "api",
            "apiArgs",
            "scalar<",
            "tuple<",
            "list<",
            "dict<string,",
            "::",
            "= deferred;",
            "= None;",
            "= true;",
            "= 3;",
            "= 2s;",
            "= 1e-3;",
            "};",
            ">;",
            "#",
            "//",
            "/*",
            "\"",
            "\\u00fc",
            "\\n",
            "'",
            "[]",
            "@",
            "common.spmtype",
            "a.spmtype",
            "\r\n",
            "Color",
            "RED");

    private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+).*exec/s: (\\d+)");
    private static final Pattern DURATION = Pattern.compile("(\\d+)([smh])");

    @Test
    void noTextBreaksTheLanguage() throws Exception {
        Duration duration = duration(System.getProperty("spm.fuzz.duration", "1m"));
        Path corpus = Files.createDirectories(FOLDER.resolve("corpus"));
        Path output = FOLDER.resolve("output.txt");
        Process fuzzer = new ProcessBuilder(command(corpus, seeds(), dictionary(), duration))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = fuzzer.waitFor(duration.toSeconds() + 120, TimeUnit.SECONDS);
            assertThat(ended).as("the fuzzer ends in time; it wrote %s", output).isTrue();
        } finally {
            fuzzer.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        List<MatchResult> progress = PROGRESS.matcher(text).results().toList();

        assertThat(fuzzer.exitValue()).as("%s%n%s", finding(), text).isZero();
        assertThat(progress).as(text).isNotEmpty();
        MatchResult last = progress.get(progress.size() - 1);
        System.out.printf(
                "Fuzzed the language for %s: %s texts, %s a second, %s branches reached.%n",
                duration, last.group(1), last.group(3), last.group(2));
        // Without instrumentation or seeds there would be a handful: then nothing was tested.
        assertThat(Integer.parseInt(last.group(2))).as("branches reached").isGreaterThan(500);
    }

    private static List<String> command(Path corpus, Path seeds, Path dictionary, Duration duration) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx1g",
                // Less than any thread has by default: what recurses without a limit is found sooner.
                "-Xss512k",
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + TypedefFuzzer.class.getName(),
                "--instrumentation_includes=org.spmjava.dsl.**",
                "--custom_hook_includes=org.spmjava.dsl.**",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/",
                "-dict=" + dictionary,
                "-max_len=8192",
                "-timeout=10",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                "-max_total_time=" + duration.toSeconds(),
                corpus.toString(),
                seeds.toString());
    }

    /** Every typedef of the repository, right or wrong. */
    private static Path seeds() throws IOException {
        Path seeds = Files.createDirectories(FOLDER.resolve("seeds"));
        List<Path> typedefs = new ArrayList<>();
        for (String room : List.of("dsl-grammar", "examples", "tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".spmtype"))
                        .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                        .forEach(typedefs::add);
            }
        }
        assertThat(typedefs).hasSizeGreaterThan(100);
        for (Path typedef : typedefs) {
            String name = ROOT.relativize(typedef).toString().replace('/', '-');
            Files.copy(typedef, seeds.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return seeds;
    }

    private static Path dictionary() throws IOException {
        StringBuilder lines = new StringBuilder();
        Stream.of(
                        SYMBOLS.stream(),
                        Stream.of(Head.values()).map(Head::keyword),
                        Stream.of(State.values()).map(State::keyword),
                        Stream.of(ValueType.values()).map(ValueType::keyword))
                .flatMap(words -> words)
                .forEach(word -> lines.append('"').append(escaped(word)).append("\"\n"));
        return Files.writeString(FOLDER.resolve("words.dict"), lines);
    }

    private static String escaped(String word) {
        StringBuilder out = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("\\x%02x", b));
        }
        return out.toString();
    }

    /** The input that broke something, to be pinned by a test of the language. */
    private static String finding() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> findings = files.filter(
                            file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .toList();
            StringBuilder out = new StringBuilder();
            for (Path finding : findings) {
                out.append(finding).append(":\n").append(Files.readString(finding, StandardCharsets.ISO_8859_1));
            }
            return out.toString();
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("spm.fuzz.duration is `" + text + "`: write 30s, 1m or 1h, for example");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
