package org.spmjava.examples.sat;

import java.util.Arrays;

/**
 * A formula in conjunctive normal form. Literals are those of DIMACS: variables count from 1, a negative number is a
 * variable's negation. Immutable.
 */
public final class Formula {

    private final int variables;
    private final int clauses;
    private final int[] literals;

    private Formula(int variables, int clauses, int[] literals) {
        this.variables = variables;
        this.clauses = clauses;
        this.literals = literals;
    }

    /**
     * A formula of clauses that are written one behind the other.
     *
     * @param variables how many variables there are, at least 0
     * @param literals of the clauses, with a 0 after each; copied
     * @return the formula
     * @throws IllegalArgumentException if a literal is of no variable, or the last clause does not end
     */
    public static Formula of(int variables, int... literals) {
        int clauses = 0;
        for (int literal : literals) {
            if (literal == Integer.MIN_VALUE || Math.abs(literal) > variables) {
                throw new IllegalArgumentException(literal + " is no literal of " + variables + " variables");
            }
            clauses += literal == 0 ? 1 : 0;
        }
        if (literals.length > 0 && literals[literals.length - 1] != 0) {
            throw new IllegalArgumentException("the last clause does not end with 0");
        }
        return new Formula(variables, clauses, literals.clone());
    }

    /**
     * The same formula with more clauses.
     *
     * @param more their literals, with a 0 after each
     * @return this one if there are none
     */
    Formula and(int[] more) {
        if (more.length == 0) {
            return this;
        }
        int[] all = Arrays.copyOf(literals, literals.length + more.length);
        System.arraycopy(more, 0, all, literals.length, more.length);
        return of(variables, all);
    }

    /**
     * How many variables there are.
     *
     * @return at least 0
     */
    public int variables() {
        return variables;
    }

    /**
     * How many clauses there are.
     *
     * @return at least 0
     */
    public int clauses() {
        return clauses;
    }

    /**
     * The clauses, one behind the other.
     *
     * @return their literals, with a 0 after each; a copy
     */
    public int[] literals() {
        return literals.clone();
    }

    /** Calls back for each clause, with where its literals begin and end. */
    void forEachClause(ClauseVisitor visitor) {
        int begin = 0;
        for (int i = 0; i < literals.length; i++) {
            if (literals[i] == 0) {
                visitor.visit(literals, begin, i);
                begin = i + 1;
            }
        }
    }

    /** Looks at a clause: the literals from {@code begin} up to, not including, {@code end}; not to be changed. */
    @FunctionalInterface
    interface ClauseVisitor {
        void visit(int[] literals, int begin, int end);
    }

    /**
     * Whether an assignment satisfies the formula; written without any part of a solver, to judge them.
     *
     * @param model for each variable, in order, itself or its negation
     * @return 0 if all clauses are satisfied, else the number of the first that is not, from 1
     * @throws IllegalArgumentException if the model does not say of each variable, in order, what it is
     */
    public int firstFalsified(int[] model) {
        if (model.length != variables) {
            throw new IllegalArgumentException(
                    "the model is of " + model.length + " variables, the formula of " + variables);
        }
        for (int i = 0; i < model.length; i++) {
            if (Math.abs(model[i]) != i + 1) {
                throw new IllegalArgumentException(
                        "literal " + model[i] + " stands where variable " + (i + 1) + " does");
            }
        }
        int clause = 1;
        boolean satisfied = false;
        for (int literal : literals) {
            if (literal != 0) {
                satisfied |= model[Math.abs(literal) - 1] == literal;
            } else if (satisfied) {
                clause++;
                satisfied = false;
            } else {
                return clause;
            }
        }
        return 0;
    }
}
