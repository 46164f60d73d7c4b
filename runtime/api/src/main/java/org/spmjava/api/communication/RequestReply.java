package org.spmjava.api.communication;

import java.util.Objects;
import org.spmjava.api.closure.PayloadCodec;

/**
 * What a task may ask of the Hub: the purpose, and how question and answer travel. Declared once as a constant that
 * both sides share.
 *
 * @param signature names the purpose; what both sides name must be equal
 * @param question how questions travel
 * @param answer how answers travel
 * @param <Q> the questions' type
 * @param <A> the answers' type
 */
public record RequestReply<Q, A>(String signature, PayloadCodec<Q> question, PayloadCodec<A> answer) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the signature is blank
     */
    public RequestReply {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
        if (signature.isBlank()) {
            throw new IllegalArgumentException("a request's signature must not be blank");
        }
    }

    /**
     * Declares a request.
     *
     * @param signature names the purpose
     * @param question how questions travel
     * @param answer how answers travel
     * @param <Q> the questions' type
     * @param <A> the answers' type
     * @return the request
     */
    public static <Q, A> RequestReply<Q, A> of(String signature, PayloadCodec<Q> question, PayloadCodec<A> answer) {
        return new RequestReply<>(signature, question, answer);
    }

    /** The signature. */
    @Override
    public String toString() {
        return signature;
    }
}
