package org.spmjava.dsl.format;

import org.antlr.v4.runtime.Token;

/** For every token that was written, the gap in front of it. */
final class Gaps {

    private final Gap[] gaps;

    Gaps(int tokens) {
        this.gaps = new Gap[tokens];
    }

    void put(Token token, Gap gap) {
        gaps[token.getTokenIndex()] = gap;
    }

    /** The end of the file is the one token in front of which nobody puts anything. */
    Gap before(Token token) {
        Gap gap = gaps[token.getTokenIndex()];
        return gap == null ? Gap.closing(-1) : gap;
    }
}
