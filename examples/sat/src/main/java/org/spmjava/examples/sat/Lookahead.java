package org.spmjava.examples.sat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the variables by which a search is split, by looking one decision ahead: the best one constrains much whether
 * it is true or false. The measure is that of march (M. Heule, H. van Maaren, <i>Look-Ahead Based SAT Solvers</i>, in
 * Handbook of Satisfiability, 2009): of both values, the weighted number of clauses that become shorter, multiplied;
 * the splits are the cubes of M. Heule et al., <i>Cube and Conquer</i>, HVC 2011. Not thread-safe.
 */
final class Lookahead {

    /** A clause counts a fifth of one that is a literal shorter. */
    private static final double SHORTER = 5;

    private static final int LONGEST_WEIGHED = 12;
    private static final int CANDIDATES = 24;

    private final int variables;
    private final int[][] clauses;
    /** For each literal, the clauses that it is in. */
    private final int[][] occurrences;

    private final byte[] values;
    private final int[] satisfied;
    private final int[] free;
    private final double[] weights = new double[LONGEST_WEIGHED + 1];
    private final int[] trail;
    private int assigned;
    private double reduced;

    Lookahead(Formula formula) {
        variables = formula.variables();
        clauses = new int[formula.clauses()][];
        int[] counts = new int[2 * variables + 2];
        int[] filled = {0};
        formula.forEachClause((literals, begin, end) -> {
            // Twice the same literal would count twice.
            int[] clause =
                    IntStream.range(begin, end).map(i -> literals[i]).distinct().toArray();
            clauses[filled[0]++] = clause;
            for (int literal : clause) {
                counts[index(literal)]++;
            }
        });
        occurrences = new int[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            occurrences[i] = new int[counts[i]];
        }
        satisfied = new int[clauses.length];
        free = new int[clauses.length];
        for (int c = clauses.length - 1; c >= 0; c--) {
            free[c] = clauses[c].length;
            for (int literal : clauses[c]) {
                occurrences[index(literal)][--counts[index(literal)]] = c;
            }
        }
        values = new byte[variables + 1];
        trail = new int[variables];
        for (int size = 2; size <= LONGEST_WEIGHED; size++) {
            weights[size] = Math.pow(SHORTER, 2.0 - size);
        }
    }

    private static int index(int literal) {
        return literal > 0 ? 2 * literal : -2 * literal + 1;
    }

    /**
     * Splits a cube.
     *
     * @param given literals that hold: the cube's, and whatever is known
     * @param activity of each variable, from index 1, in a search: the most active ones are looked at as well; may be
     *     empty
     * @param parts how many cubes there are to be, at most
     * @return a tree in preorder: an inner node is the literal that its first branch has and its second branch has not,
     *     a leaf is 0
     */
    int[] split(int[] given, double[] activity, int parts) {
        int[] tree = new int[2 * parts - 1];
        int base = assigned;
        boolean consistent = true;
        for (int literal : given) {
            consistent = consistent && assume(literal);
        }
        int used = consistent ? grow(tree, 0, activity, parts) : 1;
        undo(base);
        return Arrays.copyOf(tree, used);
    }

    private int grow(int[] tree, int at, double[] activity, int parts) {
        int literal = parts < 2 ? 0 : best(activity);
        if (literal == 0) {
            tree[at] = 0;
            return at + 1;
        }
        tree[at] = literal;
        int next = branch(tree, at + 1, literal, activity, parts - parts / 2);
        return branch(tree, next, -literal, activity, parts / 2);
    }

    private int branch(int[] tree, int at, int literal, double[] activity, int parts) {
        int base = assigned;
        int next;
        if (assume(literal)) {
            next = grow(tree, at, activity, parts);
        } else {
            tree[at] = 0;
            next = at + 1;
        }
        undo(base);
        return next;
    }

    /** The literal to split by, which makes less of the formula than its negation does; 0 if there is none. */
    private int best(double[] activity) {
        int best = 0;
        double most = -1;
        for (int variable : candidates(activity)) {
            if (values[variable] != 0) {
                continue;
            }
            double positive = weigh(variable);
            double negative = weigh(-variable);
            if (positive < 0 && negative < 0) {
                return 0;
            }
            if (positive < 0 || negative < 0) {
                // It fails: the other value holds in all of this branch.
                assume(positive < 0 ? -variable : variable);
                continue;
            }
            double score = positive * negative * 1024 + positive + negative;
            if (score > most) {
                most = score;
                best = positive > negative ? variable : -variable;
            }
        }
        // What failed later has decided it: the choice is to be made anew, among fewer.
        return best != 0 && values[Math.abs(best)] != 0 ? best(activity) : best;
    }

    private double weigh(int literal) {
        int base = assigned;
        reduced = 0;
        boolean consistent = assume(literal);
        double weight = reduced;
        undo(base);
        return consistent ? weight : -1;
    }

    private List<Integer> candidates(double[] activity) {
        double[] positive = new double[variables + 1];
        double[] negative = new double[variables + 1];
        for (int c = 0; c < clauses.length; c++) {
            if (satisfied[c] == 0) {
                double weight = weights[Math.min(LONGEST_WEIGHED, Math.max(2, free[c]))];
                for (int literal : clauses[c]) {
                    (literal > 0 ? positive : negative)[Math.abs(literal)] += weight;
                }
            }
        }
        double[] occurring = new double[variables + 1];
        for (int variable = 1; variable <= variables; variable++) {
            occurring[variable] = positive[variable] * negative[variable];
        }
        int active = activity.length > variables ? CANDIDATES / 2 : 0;
        return IntStream.concat(highest(occurring, CANDIDATES - active), highest(activity, active))
                .distinct()
                .boxed()
                .toList();
    }

    private IntStream highest(double[] measure, int many) {
        return IntStream.rangeClosed(1, many == 0 ? 0 : variables)
                .filter(variable -> values[variable] == 0 && measure[variable] > 0)
                .boxed()
                .sorted((one, other) -> Double.compare(measure[other], measure[one]))
                .limit(many)
                .mapToInt(Integer::intValue);
    }

    /** Assigns a literal and all that follows by unit propagation; false if that is a contradiction. */
    private boolean assume(int literal) {
        if (isFalse(literal)) {
            return false;
        }
        int head = assigned;
        boolean consistent = isTrue(literal) || assign(literal);
        while (consistent && head < assigned) {
            consistent = propagate(trail[head++]);
        }
        return consistent;
    }

    private boolean propagate(int literal) {
        for (int c : occurrences[index(-literal)]) {
            if (satisfied[c] == 0 && free[c] <= 1) {
                if (free[c] == 0) {
                    return false;
                }
                for (int other : clauses[c]) {
                    if (values[Math.abs(other)] == 0) {
                        assign(other);
                        break;
                    }
                }
            }
        }
        return true;
    }

    private boolean assign(int literal) {
        values[Math.abs(literal)] = (byte) (literal > 0 ? 1 : -1);
        trail[assigned++] = literal;
        for (int c : occurrences[index(literal)]) {
            satisfied[c]++;
            free[c]--;
        }
        for (int c : occurrences[index(-literal)]) {
            free[c]--;
            if (satisfied[c] == 0 && free[c] >= 2) {
                reduced += weights[Math.min(LONGEST_WEIGHED, free[c])];
            }
        }
        return true;
    }

    private void undo(int base) {
        while (assigned > base) {
            int literal = trail[--assigned];
            values[Math.abs(literal)] = 0;
            for (int c : occurrences[index(literal)]) {
                satisfied[c]--;
                free[c]++;
            }
            for (int c : occurrences[index(-literal)]) {
                free[c]++;
            }
        }
    }

    private boolean isTrue(int literal) {
        return values[Math.abs(literal)] == (literal > 0 ? 1 : -1);
    }

    private boolean isFalse(int literal) {
        return values[Math.abs(literal)] == (literal > 0 ? -1 : 1);
    }
}
