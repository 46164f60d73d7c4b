package org.spmjava.examples.make.ninja;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text with references to variables, not yet looked up.
 *
 * @param parts in their order
 */
record EvalString(List<Part> parts) {

    /**
     * Literal text, or the name of a variable.
     *
     * @param text the text or the name
     * @param isVariable which of the two
     */
    record Part(String text, boolean isVariable) {}

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * The text with every variable replaced.
     *
     * @param lookup the value of a variable, empty if there is none
     */
    String evaluate(UnaryOperator<String> lookup) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.isVariable() ? lookup.apply(part.text()) : part.text());
        }
        return text.toString();
    }
}
