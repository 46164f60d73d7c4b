package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final int MANY = 1_000;

    private final Signatures signatures = new Signatures();

    private String read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer message =
                ByteBuffer.allocate(bytes.length + 2).put((byte) 1).put(bytes).put((byte) 2);
        message.position(1);
        String read = signatures.read(message, bytes.length);
        assertThat(message.get()).isEqualTo((byte) 2);
        return read;
    }

    @Test
    void everySignatureIsReadAsItWasWrittenHoweverManyThereAre() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < MANY; i++) {
                String text = "größe " + i;
                assertThat(new String(signatures.bytes(text), StandardCharsets.UTF_8))
                        .isEqualTo(text);
                assertThat(read(text)).isEqualTo(text);
            }
        }
        assertThat(read("")).isEmpty();
        assertThat(signatures.bytes("")).isEmpty();
    }

    @Test
    void whatWasReadLastIsNotMadeAgain() {
        assertThat(read("heat")).isSameAs(read("heat"));
        assertThat(signatures.bytes("heat")).isSameAs(signatures.bytes("heat"));
    }

    @Test
    void signaturesThatAreKeptInOnePlaceAreNotMistakenForEachOther() {
        assertThat(read("ab x")).isEqualTo("ab x");
        assertThat(read("cd x")).isEqualTo("cd x");
        assertThat(signatures.bytes("Aa")).isNotEqualTo(signatures.bytes("BB"));
    }
}
