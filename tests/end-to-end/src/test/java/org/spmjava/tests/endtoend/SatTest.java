package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.sat.Dimacs;
import org.spmjava.examples.sat.Formula;
import org.spmjava.examples.sat.Multiplier;
import org.spmjava.examples.sat.Sample;
import org.spmjava.examples.sat.Sat;
import picocli.CommandLine;

/** The solver, beside brute force, arithmetic and another solver. */
@ExtendWith(Census.class)
class SatTest {

    private static final Path MINISAT = Path.of("/usr/bin/minisat");
    private static final String MAIN = "org.spmjava.examples.sat.Sat";

    @TempDir
    private Path directory;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    private Path write(Formula formula) throws IOException {
        Path file = Files.createTempFile(directory, "formula", ".cnf");
        return Files.writeString(file, dimacs(formula));
    }

    private static String dimacs(Formula formula) {
        StringBuilder text = new StringBuilder("p cnf " + formula.variables() + " " + formula.clauses() + "\n");
        IntStream.of(formula.literals()).forEach(literal -> text.append(literal).append(literal == 0 ? '\n' : ' '));
        return text.toString();
    }

    private static Formula random(int variables, double clausesPerVariable, long seed) {
        Random random = new Random(seed);
        int[] literals = new int[4 * (int) (variables * clausesPerVariable)];
        for (int at = 0; at < literals.length; at += 4) {
            int[] chosen = random.ints(1, variables + 1).distinct().limit(3).toArray();
            for (int i = 0; i < 3; i++) {
                literals[at + i] = random.nextBoolean() ? chosen[i] : -chosen[i];
            }
        }
        return Formula.of(variables, literals);
    }

    /** A pigeon more than there are holes: easy to see, hard to prove by resolution. */
    private static Formula pigeons(int holes) {
        List<Integer> literals = new ArrayList<>();
        for (int pigeon = 0; pigeon <= holes; pigeon++) {
            for (int hole = 1; hole <= holes; hole++) {
                literals.add(pigeon * holes + hole);
            }
            literals.add(0);
        }
        for (int hole = 1; hole <= holes; hole++) {
            for (int one = 0; one <= holes; one++) {
                for (int other = 0; other < one; other++) {
                    literals.addAll(List.of(-(one * holes + hole), -(other * holes + hole), 0));
                }
            }
        }
        return Formula.of(
                (holes + 1) * holes,
                literals.stream().mapToInt(Integer::intValue).toArray());
    }

    private Report run(VirtualCloud cloud, Path file, String... options) throws Exception {
        lines.clear();
        notes.clear();
        Sat sat = new Sat();
        new CommandLine(sat)
                .parseArgs(Stream.concat(Stream.of(file.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return sat.run(session(cloud));
    }

    private Session session;

    private Session session(VirtualCloud cloud) {
        if (session == null) {
            session = new Session(cloud, new Console(lines::add, notes::add, false));
        }
        return session;
    }

    private boolean isSatisfiable() {
        assertThat(lines).anyMatch(line -> line.matches("s (UN)?SATISFIABLE"));
        return lines.contains("s SATISFIABLE");
    }

    private static int[] model(List<String> output) {
        int[] values = output.stream()
                .filter(line -> line.startsWith("v "))
                .flatMap(line -> Stream.of(line.substring(2).split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(values[values.length - 1]).isZero();
        return IntStream.of(values).limit(values.length - 1).toArray();
    }

    private static boolean minisat(Formula formula) throws Exception {
        Process process = new ProcessBuilder(MINISAT.toString(), "-verb=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(dimacs(formula).getBytes(StandardCharsets.US_ASCII));
        }
        int exitCode = process.waitFor();
        assertThat(exitCode).isIn(10, 20);
        return exitCode == 10;
    }

    private static boolean bruteForce(Formula formula) {
        int variables = formula.variables();
        return IntStream.range(0, 1 << variables)
                .anyMatch(bits -> formula.firstFalsified(IntStream.rangeClosed(1, variables)
                                .map(i -> (bits >> i - 1 & 1) == 1 ? i : -i)
                                .toArray())
                        == 0);
    }

    @ParameterizedTest
    @EnumSource
    void smallFormulasAreDecidedAsByBruteForce(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            for (int seed = 0; seed < 20; seed++) {
                Formula formula = random(12, 3.9 + seed % 4 * 0.4, seed);
                Report report = run(cloud, write(formula), "--whole", "0", "--cubes", "6");
                assertThat(report.wentWell()).isTrue();
                assertThat(isSatisfiable()).as("seed " + seed).isEqualTo(bruteForce(formula));
                if (isSatisfiable()) {
                    assertThat(formula.firstFalsified(model(lines))).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "units", "short"})
    void largerOnesAreDecidedAsByAnotherSolver(String share) throws Exception {
        assumeTrue(Files.isExecutable(MINISAT), "minisat is not installed");
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            for (int seed = 0; seed < 12; seed++) {
                Formula formula = random(130, 4.1 + seed % 3 * 0.15, 100 + seed);
                run(cloud, write(formula), "--whole", "0", "--share", share, "--seed", Integer.toString(seed));
                assertThat(isSatisfiable()).as("seed " + seed).isEqualTo(minisat(formula));
            }
        }
    }

    @Test
    void aNativeSolverDecidesTheSameAndLeavesNoProcess() throws Exception {
        assumeTrue(Files.isExecutable(MINISAT), "minisat is not installed");
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            for (int seed = 0; seed < 6; seed++) {
                Formula formula = random(150, 4.1 + seed % 3 * 0.15, 200 + seed);
                run(cloud, write(formula), "--solver", "minisat", "--whole", "0");
                assertThat(isSatisfiable()).as("seed " + seed).isEqualTo(minisat(formula));
            }
            // A prime number: there is time for nothing.
            run(cloud, write(Multiplier.factors(1_073_676_287L, 16, 16)), "--solver", "minisat", "--timeout", "1");
            assertThat(Census.processes(line -> line.contains("minisat"))).isEmpty();
        }
    }

    @Test
    void theFirstAnswerEndsAllOthersAtOnce() throws Exception {
        long product = 46_337L * 46_327L;
        Formula formula = Multiplier.factors(product, 16, 16);
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            Report report = run(cloud, write(formula));
            assertThat(report.wentWell()).isTrue();
            int[] model = model(lines);
            assertThat(formula.firstFalsified(model)).isZero();
            assertThat(Multiplier.factor(model, 0, 16) * Multiplier.factor(model, 16, 16))
                    .isEqualTo(product);
            Conclusion conclusion = report.conclusions().get(0);
            assertThat(conclusion.concludedWell()).as(conclusion.toString()).isTrue();
            String ended = lines.stream()
                    .filter(line -> line.startsWith("c ended "))
                    .findFirst()
                    .orElseThrow();
            assertThat(Integer.parseInt(ended.split(" ")[2])).isBetween(0, 1_000);
        }
    }

    @Test
    void whatIsNotDecidedInTimeIsUnknown() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            Report report = run(cloud, write(pigeons(12)), "--timeout", "2");
            assertThat(lines).contains("s UNKNOWN");
            assertThat(report.wentWell()).isFalse();
            Conclusion conclusion = report.conclusions().get(0);
            assertThat(conclusion.concludedWell()).as(conclusion.toString()).isTrue();
            assertThat(conclusion.duration()).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void theSearchGoesOnWithoutTheRefutedCubesWhenASpokeIsKilled() throws Exception {
        List<SpokeIdentity> joined = new CopyOnWriteArrayList<>();
        Path file = Path.of(Sample.unpack(directory).get(0));
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            cloud.observe(new org.spmjava.api.SessionObserver() {
                @Override
                public void onSpokeJoined(SpokeIdentity spoke) {
                    joined.add(spoke);
                }
            });
            CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> notes.stream().anyMatch(it -> it.endsWith(" open")));
                Spokes.kill(joined.get(1).whoAmI());
            });
            Report report = run(cloud, file, "--whole", "100", "--cubes", "16", "--expect", "UNSATISFIABLE");
            killed.join();
            assertThat(lines)
                    .anyMatch(line -> line.startsWith("c the Spokes have ended without an answer: "))
                    .anyMatch(line -> line.startsWith("c beginning again, without the "))
                    .contains("s UNSATISFIABLE");
            assertThat(report.wentWell()).isTrue();
            assertThat(report.conclusions()).hasSize(2);
        }
    }

    @Test
    void itWritesWhatTheCompetitionsAskForAndEndsAsTheyWant() throws Exception {
        Formula formula = random(90, 3.5, 1);
        Java.Run satisfiable = Java.run(MAIN, "-j", "1", write(formula).toString());
        assertThat(satisfiable.exitCode()).as(satisfiable.output()).isEqualTo(10);
        assertThat(satisfiable.output().lines()).contains("s SATISFIABLE");
        List<String> output = satisfiable.output().lines().toList();
        assertThat(output.subList(0, output.size() - 1)).allMatch(line -> line.matches("[csv] .*"));
        assertThat(formula.firstFalsified(model(output))).isZero();
        Path refuted = write(pigeons(3));
        assertThat(Java.run(MAIN, "--serial", refuted.toString()).exitCode()).isEqualTo(20);
        assertThat(Java.run(MAIN, "--serial", refuted.toString(), "--expect", "SATISFIABLE")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void badInputIsToldInALine() throws Exception {
        Path file = Files.writeString(directory.resolve("bad.cnf"), "p cnf 2 1\n1 3 0\n");
        for (String[] args : new String[][] {
            {file.toString(), "bad.cnf:2: literal 3, but the header says 2 variables"},
            {directory.resolve("no.cnf").toString(), "no.cnf: there is no such file"},
        }) {
            Java.Run run = Java.run(MAIN, "--serial", args[0]);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output().strip())
                    .startsWith("sat: ")
                    .endsWith(args[1])
                    .doesNotContain("\n");
        }
        assertThat(Java.run(MAIN, "--serial", "--share", "all", file.toString()).output())
                .isEqualTo("sat: --share is none, units or short, not all\n");
    }

    @Test
    void dataFromElsewhereIsRead() throws Exception {
        Path blocks = Path.of("../../../shared/data/sat/bw_large.d.cnf.gz");
        assumeTrue(Files.exists(blocks), "../shared/data is not there");
        assertThat(Dimacs.read(blocks).variables()).isPositive();
    }
}
