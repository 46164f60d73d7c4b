package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.report.MadeUp.spoke;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Verdict;

/** Lanes in a file of bounded size. */
class StripTest {

    private static List<Strip> strips(MadeUp session, int most) {
        return Strip.of(session.recording.snapshot().lanes(), most);
    }

    private static long count(Strip.Piece piece) {
        return piece instanceof Strip.Many many ? many.count() : 1;
    }

    @Test
    void fewTasksAreShownOneByOne() {
        List<Strip> strips = strips(MadeUp.failing(), 38);

        assertThat(strips).hasSize(2);
        assertThat(strips.stream().flatMap(strip -> strip.pieces().stream()))
                .hasSize(38)
                .allSatisfy(piece -> assertThat(piece).isInstanceOf(Strip.One.class));
    }

    @Test
    void ofManyTasksNoneIsLostAndFailuresStandAlone() {
        List<Strip.Piece> pieces = strips(MadeUp.many(50_000, 4), 2_000).stream()
                .flatMap(strip -> strip.pieces().stream())
                .toList();

        assertThat(pieces).hasSizeLessThanOrEqualTo(2_000);
        assertThat(pieces.stream().mapToLong(StripTest::count).sum()).isEqualTo(50_000);
        assertThat(pieces)
                .filteredOn(piece ->
                        piece instanceof Strip.One one && one.bar().task().verdict() == Verdict.EVAL_UNCAUGHT)
                .hasSize(5);
    }

    @Test
    void workIsAddedUpAndCommandsStayApart() {
        MadeUp session = new MadeUp();
        session.list(0)
                .task("a", spoke(0, 1), 0, 2)
                .task("b", spoke(0, 1), 3, 2)
                .task("c", spoke(0, 1), 900, 2)
                .returns(1_000);
        session.list(1_000)
                .task("d", spoke(0, 1), 0, 2)
                .task("e", spoke(0, 1), 2, 2)
                .returns(10);

        List<Strip.Piece> pieces = strips(session, 3).get(0).pieces();

        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(0)).isInstanceOfSatisfying(Strip.Many.class, many -> {
            assertThat(many.count()).isEqualTo(2);
            assertThat(many.busyNs()).isEqualTo(4_000);
            assertThat(many.startNs()).isZero();
            assertThat(many.endNs()).isEqualTo(5_000);
        });
        assertThat(pieces.get(2))
                .isInstanceOfSatisfying(
                        Strip.Many.class,
                        many -> assertThat(many.command().number()).isEqualTo(2));
    }

    @Test
    void manyFailuresTakeNoRoomFromWhatReturned() {
        MadeUp session = new MadeUp();
        MadeUp.Command list = session.list(0);
        for (int task = 0; task < 20; task++) {
            list.task("late", Verdict.EVAL_TIMEOUT, spoke(0, 1), 100 * task, 5, "late");
            list.task("well", spoke(0, 1), 100 * task + 10, 5);
            list.task("well", spoke(0, 1), 100 * task + 20, 5);
        }
        list.returns(2_000);

        assertThat(strips(session, 40).get(0).pieces()).hasSize(60);
    }

    @Test
    void failuresBeyondTheLimitAreShownAllTheSame() {
        MadeUp session = new MadeUp();
        MadeUp.Command list = session.list(0);
        for (int task = 0; task < 20; task++) {
            list.task("task", Verdict.EVAL_TIMEOUT, spoke(0, 1), 10 * task, 5, "late");
        }
        list.returns(200);

        assertThat(strips(session, 3).get(0).pieces()).hasSize(20);
    }
}
