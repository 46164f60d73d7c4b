package org.spmjava.examples.sat;

import java.util.Arrays;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.RequestReply;

/**
 * What members and the Hub say to each other about cubes: the member asks with a report, the Hub answers with an order.
 */
final class Deal {

    static final RequestReply<int[], int[]> CUBES = RequestReply.of("cubes", Codecs.INTS, Codecs.INTS);

    /** No cube of the Hub's has this number. */
    static final int NO_CUBE = -1;

    private static final int HEADER = 3;

    private Deal() {}

    /** What a member says of its cube. */
    enum News {
        /** It has none yet. */
        NONE,
        /** It is at it. */
        WORKING,
        /** Some of its literals, the numbers, cannot hold together. */
        REFUTED,
        /** It can be split; the numbers are a tree. */
        SPLIT,
        /** There is a model in it. */
        SATISFIED
    }

    /** What a member is to do. */
    enum Deed {
        /** Work on the cube, whose literals the numbers are. */
        WORK,
        /** Split it first, into as many as the first number says; the others are its literals. */
        SPLIT,
        /** End: somebody has the answer, or time is up. */
        END
    }

    /**
     * A member's report.
     *
     * @param news what it says
     * @param cube of which cube
     * @param numbers what belongs to the news
     */
    record Report(News news, int cube, int[] numbers) {

        int[] encoded() {
            return encode(news.ordinal(), cube, 0, numbers);
        }

        static Report of(int[] encoded) {
            return new Report(News.values()[encoded[0]], encoded[1], tail(encoded));
        }
    }

    /**
     * The Hub's order.
     *
     * @param deed what to do
     * @param cube with which cube
     * @param first whether the member is the first to be told the end, and so has to tell the others
     * @param numbers what belongs to the deed
     */
    record Order(Deed deed, int cube, boolean first, int[] numbers) {

        /** Those of the cube. */
        int[] literals() {
            return deed == Deed.SPLIT ? Arrays.copyOfRange(numbers, 1, numbers.length) : numbers.clone();
        }

        /** Into how many it is to be split. */
        int parts() {
            return numbers[0];
        }

        int[] encoded() {
            return encode(deed.ordinal(), cube, first ? 1 : 0, numbers);
        }

        static Order of(int[] encoded) {
            return new Order(Deed.values()[encoded[0]], encoded[1], encoded[2] == 1, tail(encoded));
        }
    }

    private static int[] encode(int kind, int cube, int flag, int[] numbers) {
        int[] encoded = Arrays.copyOf(new int[] {kind, cube, flag}, HEADER + numbers.length);
        System.arraycopy(numbers, 0, encoded, HEADER, numbers.length);
        return encoded;
    }

    private static int[] tail(int[] encoded) {
        return Arrays.copyOfRange(encoded, HEADER, encoded.length);
    }
}
