package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MarkedStreamTest {

    private static final byte[] MARK = "MARK".getBytes(StandardCharsets.UTF_8);

    /** Gives a text in pieces of a length, as a pipe may. */
    private static InputStream pieces(String text, int length) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int next;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int room) {
                int n = Math.min(Math.min(length, room), all.length - next);
                System.arraycopy(all, next, into, offset, n);
                next += n;
                return n == 0 ? -1 : n;
            }
        };
    }

    @Test
    void aMarkIsFoundHoweverItIsCutAndIsNoOutput() {
        for (int length = 1; length <= 30; length++) {
            MarkedStream stream = new MarkedStream(pieces("output MARK and more MARK042\n", length), MARK);
            BoundedCapture kept = new BoundedCapture(1_000);
            CompletableFuture<Integer> code = stream.expect(kept);
            stream.pump();
            assertThat(code.join()).isEqualTo(42);
            assertThat(kept.text()).isEqualTo("output MARK and more ");
        }
    }

    @Test
    void outputWithoutAMarkIsKeptUpToTheEndOfTheStream() {
        for (String text : new String[] {"", "MARK04", "MARK042", "MARKabc\n", "MARK042\r", "MAR"}) {
            MarkedStream stream = new MarkedStream(pieces(text, 3), MARK);
            BoundedCapture kept = new BoundedCapture(1_000);
            CompletableFuture<Integer> code = stream.expect(kept);
            stream.pump();
            assertThat(code.join()).isEqualTo(MarkedStream.NO_CODE);
            assertThat(kept.text()).isEqualTo(text);
        }
    }

    @Test
    void aStreamThatIsOverAnswersAtOnce() {
        MarkedStream stream = new MarkedStream(pieces("", 1), MARK);
        stream.pump();
        assertThat(stream.expect(new BoundedCapture(1)).join()).isEqualTo(MarkedStream.NO_CODE);
    }
}
