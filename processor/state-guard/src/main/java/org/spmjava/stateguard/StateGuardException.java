package org.spmjava.stateguard;

import java.util.List;

/** Methods that cannot be guarded; what could be, is. */
public final class StateGuardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    StateGuardException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return one line a problem, at least one
     */
    public List<String> problems() {
        return problems;
    }
}
