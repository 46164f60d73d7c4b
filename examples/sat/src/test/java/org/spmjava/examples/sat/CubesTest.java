package org.spmjava.examples.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spmjava.examples.sat.Deal.Deed;
import org.spmjava.examples.sat.Deal.News;
import org.spmjava.examples.sat.Deal.Order;
import org.spmjava.examples.sat.Deal.Report;

class CubesTest {

    private static final int[] NOTHING = {};
    private static final Dealer.Plan PLAN = new Dealer.Plan(4, 100, 2, 10);

    private static Report report(News news, int cube, int... numbers) {
        return Report.of(new Report(news, cube, numbers).encoded());
    }

    private static Order answer(Dealer dealer, int rank, Report report, long nowNs) {
        return Order.of(dealer.answer(rank, report, nowNs).encoded());
    }

    @Test
    void whatIsEasyIsNeverSplit() {
        Cubes cubes = new Cubes();
        Dealer dealer = new Dealer(cubes, PLAN);
        Order order = answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        assertThat(order.deed()).isEqualTo(Deed.WORK);
        assertThat(order.literals()).isEmpty();
        assertThat(answer(dealer, 1, report(News.NONE, Deal.NO_CUBE), 5).cube()).isEqualTo(order.cube());
        assertThat(answer(dealer, 0, report(News.WORKING, order.cube()), 99).deed())
                .isEqualTo(Deed.WORK);
        Order last = answer(dealer, 1, report(News.REFUTED, order.cube()), 99);
        assertThat(last.deed()).isEqualTo(Deed.END);
        assertThat(last.first()).isTrue();
        Order other = answer(dealer, 0, report(News.WORKING, order.cube()), 99);
        assertThat(other.deed()).isEqualTo(Deed.END);
        assertThat(other.first()).isFalse();
        assertThat(cubes.areAllRefuted()).isTrue();
    }

    @Test
    void theLowestOfThoseWhoWorkOnTheWholeSplitsItAndEachGetsAPart() {
        Cubes cubes = new Cubes();
        Dealer dealer = new Dealer(cubes, PLAN);
        answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        answer(dealer, 1, report(News.NONE, Deal.NO_CUBE), 0);
        assertThat(answer(dealer, 1, report(News.WORKING, 0), 100).deed()).isEqualTo(Deed.WORK);
        Order split = answer(dealer, 0, report(News.WORKING, 0), 100);
        assertThat(split.deed()).isEqualTo(Deed.SPLIT);
        assertThat(split.parts()).isEqualTo(4);
        assertThat(split.literals()).isEmpty();

        Order first = answer(dealer, 0, report(News.SPLIT, 0, 5, 7, 0, 0, -9, 0, 0), 101);
        Order second = answer(dealer, 1, report(News.WORKING, 0), 102);

        assertThat(first.literals()).containsExactly(5, 7);
        assertThat(second.literals()).containsExactly(5, -7);
        assertThat(cubes.open()).isEqualTo(4);
        Order third = answer(dealer, 0, report(News.REFUTED, first.cube(), 7), 103);
        assertThat(third.literals()).containsExactly(-5, -9);
        assertThat(answer(dealer, 1, report(News.REFUTED, second.cube(), 5, -7), 104)
                        .literals())
                .containsExactly(-5, 9);
    }

    @Test
    void whoHasNoCubeHelpsUntilTheOtherHasSplitItsOwn() {
        Cubes cubes = new Cubes();
        Dealer dealer = new Dealer(cubes, PLAN);
        answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        Order mine = answer(dealer, 0, report(News.SPLIT, 0, 3, 0, 0), 0);
        Order theirs = answer(dealer, 1, report(News.NONE, Deal.NO_CUBE), 0);
        assertThat(theirs.literals()).containsExactly(-3);

        Order help = answer(dealer, 1, report(News.REFUTED, theirs.cube(), -3), 5);
        assertThat(help.cube()).isEqualTo(mine.cube());
        assertThat(answer(dealer, 0, report(News.WORKING, mine.cube()), 9).deed())
                .isEqualTo(Deed.WORK);
        Order split = answer(dealer, 0, report(News.WORKING, mine.cube()), 10);
        assertThat(split.deed()).isEqualTo(Deed.SPLIT);
        assertThat(split.literals()).containsExactly(3);
        assertThat(answer(dealer, 0, report(News.SPLIT, mine.cube(), 4, 0, 0), 11)
                        .literals())
                .containsExactly(3, 4);
        assertThat(answer(dealer, 1, report(News.WORKING, help.cube()), 11).literals())
                .containsExactly(3, -4);
    }

    @Test
    void whatCannotBeSplitIsWorkedOnForAsLongAgainBeforeThatIsTriedAgain() {
        Dealer dealer = new Dealer(new Cubes(), PLAN);
        answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        assertThat(answer(dealer, 0, report(News.WORKING, 0), 100).deed()).isEqualTo(Deed.SPLIT);
        assertThat(answer(dealer, 0, report(News.SPLIT, 0, 0), 101).deed()).isEqualTo(Deed.WORK);
        assertThat(answer(dealer, 0, report(News.WORKING, 0), 200).deed()).isEqualTo(Deed.WORK);
        assertThat(answer(dealer, 0, report(News.WORKING, 0), 201).deed()).isEqualTo(Deed.SPLIT);
    }

    /** Variable 1 looks best, until 3 is found to be false and 1 to be true for that: then 4 and 5 are left. */
    @Test
    void whatProvesToBeDecidedIsNotSplitBy() {
        int[] ofWhatIsLeft = {-1, 4, 5, 0, -1, -4, 5, 0, -1, 4, -5, 0, -1, 6, 7, 0, -1, -6, -7, 0};
        int[] ofOne = {1, 8, 0, 1, 9, 0, 1, 10, 0, 1, 11, 0, 1, 15, 0, 1, 16, 0};
        int[] ofThree = {-3, 12, 0, -3, -12, 0, 3, 13, 0, 3, 14, 0, -13, -14, 1, 0};
        Formula formula = Formula.of(16, ofWhatIsLeft).and(ofOne).and(ofThree);
        int[] tree = new Lookahead(formula).split(NOTHING, new double[0], 2);
        assertThat(tree).hasSize(3);
        assertThat(Math.abs(tree[0])).isBetween(4, 7);
    }

    @Test
    void whatIsRefutedStaysSoWhenAllMembersAreLost() {
        Cubes cubes = new Cubes();
        Dealer dealer = new Dealer(cubes, PLAN);
        answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        Order mine = answer(dealer, 0, report(News.SPLIT, 0, 3, 0, 4, 0, 0), 0);
        answer(dealer, 0, report(News.REFUTED, mine.cube(), 3), 1);

        Dealer next = new Dealer(cubes, PLAN);

        assertThat(cubes.facts()).containsExactly(-3, 0);
        assertThat(cubes.waiting()).isEqualTo(2);
        assertThat(answer(next, 1, report(News.NONE, Deal.NO_CUBE), 2).literals())
                .containsExactly(-3, 4);
    }

    @Test
    void timeThatIsUpEndsAll() {
        Cubes cubes = new Cubes();
        Dealer dealer = new Dealer(cubes, PLAN);
        answer(dealer, 0, report(News.NONE, Deal.NO_CUBE), 0);
        dealer.stop();
        assertThat(answer(dealer, 0, report(News.WORKING, 0), 1).deed()).isEqualTo(Deed.END);
        assertThat(cubes.areAllRefuted()).isFalse();
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThatThrownBy(() -> new Cubes().split(0, new int[] {1, 0}, 0)).hasMessageStartingWith("less than a tree");
        assertThatThrownBy(() -> new Cubes().split(0, new int[] {1, 0, 0, 0}, 0))
                .hasMessageStartingWith("more than a tree");
    }

    /** Whatever members report in whatever order, an assignment is in no open cube only if a core forbids it. */
    @Test
    void openCubesCoverAllThatIsNotRefuted() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Formula formula = RandomFormulas.nearThreshold(8, seed);
            Lookahead lookahead = new Lookahead(formula);
            Cubes cubes = new Cubes();
            Dealer dealer = new Dealer(cubes, PLAN);
            List<Order> orders = new ArrayList<>();
            for (int rank = 0; rank < 3; rank++) {
                orders.add(answer(dealer, rank, report(News.NONE, Deal.NO_CUBE), 0));
            }
            List<int[]> cores = new ArrayList<>();
            for (int step = 1; step < 40 && !dealer.isOver(); step++) {
                int rank = random.nextInt(3);
                Order order = orders.get(rank);
                Report next = report(News.WORKING, order.cube());
                if (order.deed() == Deed.SPLIT) {
                    int[] tree = lookahead.split(order.literals(), new double[0], order.parts());
                    next = report(News.SPLIT, order.cube(), tree);
                } else if (random.nextInt(3) == 0) {
                    int[] core = IntStream.of(order.literals())
                            .filter(literal -> random.nextInt(4) > 0)
                            .toArray();
                    cores.add(core);
                    next = report(News.REFUTED, order.cube(), core);
                }
                orders.set(rank, answer(dealer, rank, next, 30L * step));
                assertCovered(cubes, cores, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void assertCovered(Cubes cubes, List<int[]> cores, String where) {
        for (int bits = 0; bits < 1 << 8; bits++) {
            int assignment = bits;
            boolean forbidden = cores.stream().anyMatch(core -> holds(core, assignment));
            long open =
                    cubes.openCubes().filter(cube -> holds(cube, assignment)).count();
            assertThat(open).as(where).isLessThanOrEqualTo(1);
            assertThat(open == 1 || forbidden).as(where).isTrue();
        }
    }

    private static boolean holds(int[] literals, int bits) {
        return IntStream.of(literals.length == 0 ? NOTHING : literals)
                .allMatch(literal -> (bits >> Math.abs(literal) - 1 & 1) == 1 == literal > 0);
    }
}
