package org.spmjava.examples.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spmjava.examples.sat.Engine.Outcome;

/** The embedded solver, beside brute force. */
class EmbeddedEngineTest {

    private static final int VARIABLES = 14;
    private static final long PRODUCT = 46_337L * 46_327;

    @Test
    void itSaysWhatBruteForceSays() {
        for (int seed = 1; seed <= 150; seed++) {
            Formula formula = RandomFormulas.nearThreshold(VARIABLES, seed);
            try (EmbeddedEngine engine = new EmbeddedEngine(formula, seed % 4, seed, (clause, glue) -> {})) {
                Outcome outcome = engine.solve(new int[0], () -> false);
                assertThat(outcome == Outcome.SATISFIABLE)
                        .as("seed " + seed)
                        .isEqualTo(RandomFormulas.isSatisfiable(formula));
                if (outcome == Outcome.SATISFIABLE) {
                    assertThat(formula.firstFalsified(engine.model())).isZero();
                }
            }
        }
    }

    /** Two that search different cubes in different ways, are interrupted, and learn from each other. */
    @Test
    void whatIsLearntUnderCubesFollowsFromTheFormulaAlone() {
        for (int seed = 1; seed <= 40; seed++) {
            Formula formula = RandomFormulas.nearThreshold(VARIABLES, 1_000 + seed);
            List<int[]> models = models(formula);
            List<int[]> learnt = new ArrayList<>();
            try (EmbeddedEngine one = new EmbeddedEngine(formula, 0, 0, (clause, glue) -> learnt.add(clause));
                    EmbeddedEngine other = new EmbeddedEngine(formula, 2, seed, (clause, glue) -> learnt.add(clause))) {
                Random random = new Random(seed);
                for (int round = 0; round < 12; round++) {
                    EmbeddedEngine engine = random.nextBoolean() ? one : other;
                    int[] cube = random.ints(1, VARIABLES + 1)
                            .distinct()
                            .limit(random.nextInt(5))
                            .map(variable -> random.nextBoolean() ? variable : -variable)
                            .toArray();
                    learnt.forEach(engine == one ? other::learn : one::learn);
                    boolean right = models.stream().anyMatch(model -> satisfies(model, cube));
                    assertThat(engine.solve(cube, () -> false) == Outcome.SATISFIABLE)
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(right);
                    if (!right) {
                        assertThat(IntStream.of(engine.core()).boxed())
                                .isSubsetOf(IntStream.of(cube).boxed().toList());
                        assertThat(models).noneMatch(model -> satisfies(model, engine.core()));
                    }
                }
            }
            assertThat(learnt)
                    .allSatisfy(clause -> assertThat(models)
                            .allMatch(model -> IntStream.of(clause).anyMatch(literal -> satisfies(model, literal))));
        }
    }

    private static List<int[]> models(Formula formula) {
        return IntStream.range(0, 1 << VARIABLES)
                .mapToObj(bits -> IntStream.rangeClosed(1, VARIABLES)
                        .map(i -> (bits >> i - 1 & 1) == 1 ? i : -i)
                        .toArray())
                .filter(model -> formula.firstFalsified(model) == 0)
                .toList();
    }

    private static boolean satisfies(int[] model, int... literals) {
        return IntStream.of(literals).allMatch(literal -> model[Math.abs(literal) - 1] == literal);
    }

    @Test
    void aSearchThatWasLeftGoesOn() {
        Formula formula = Multiplier.factors(PRODUCT, 16, 16);
        try (EmbeddedEngine engine = new EmbeddedEngine(formula, 0, 0, (clause, glue) -> {})) {
            int left = 0;
            Outcome outcome = engine.solve(new int[0], () -> true);
            while (outcome == Outcome.LEFT) {
                left++;
                outcome = engine.solve(new int[0], () -> true);
            }
            assertThat(left).isPositive();
            assertThat(outcome).isEqualTo(Outcome.SATISFIABLE);
            assertThat(Multiplier.factor(engine.model(), 0, 16) * Multiplier.factor(engine.model(), 16, 16))
                    .isEqualTo(PRODUCT);
        }
    }

    @Test
    void aNumberIsAProductIfItIsNotPrime() {
        for (int number = 4; number < 150; number++) {
            int composite = number;
            boolean product = IntStream.range(2, number).anyMatch(divisor -> composite % divisor == 0);
            try (EmbeddedEngine engine =
                    new EmbeddedEngine(Multiplier.factors(number, 7, 4), 0, 0, (clause, glue) -> {})) {
                assertThat(engine.solve(new int[0], () -> false) == Outcome.SATISFIABLE)
                        .as("number " + number)
                        .isEqualTo(product);
            }
        }
    }

    @Test
    void anEmptyClauseRefutesEverything() {
        try (EmbeddedEngine engine = new EmbeddedEngine(Formula.of(2, 1, 0, 0), 0, 0, (clause, glue) -> {})) {
            assertThat(engine.solve(new int[] {2}, () -> false)).isEqualTo(Outcome.REFUTED);
            assertThat(engine.core()).isEmpty();
        }
    }
}
