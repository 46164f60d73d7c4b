package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much memory links may take. */
class PeerTermsTest {

    private static final int KIB = 1024;
    private static final int LEAST = 128 * KIB;
    private static final long PLENTY = 1L << 40;

    @Test
    void theMoreLinksThereAreTheShorterTheyAre() {
        assertThat(IntStream.of(0, 1, 2, 3, 6, 7, 15, 31, 63, 1000)
                        .map(links -> PeerTerms.length(LEAST, links, PLENTY) / KIB)
                        .toArray())
                .containsExactly(4096, 2048, 2048, 1024, 1024, 512, 256, 128, 128, 128);
    }

    @Test
    void twoThatTalkHaveALogThatHoldsManyLongMessages() {
        assertThat(PeerTerms.length(LEAST, 0, PLENTY)).isEqualTo(4096 * KIB);
        assertThat(PeerTerms.mtu(4096 * KIB)).isEqualTo(65504);
        assertThat(PeerTerms.mtu(LEAST)).isEqualTo(16 * KIB);
    }

    @Test
    void whereMemoryIsScarceALinkTakesASmallShareOfIt() {
        assertThat(PeerTerms.length(LEAST, 0, 64L << 20)).isEqualTo(256 * KIB);
        assertThat(PeerTerms.length(LEAST, 0, 1)).isEqualTo(LEAST);
    }

    @Test
    void shortWaysToTheHubMeanShortLinks() {
        assertThat(PeerTerms.length(64 * KIB, 0, PLENTY)).isEqualTo(2048 * KIB);
    }
}
