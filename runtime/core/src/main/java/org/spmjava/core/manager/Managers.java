package org.spmjava.core.manager;

import java.util.List;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;

/** Which interpreter manages what. */
public final class Managers {

    private Managers() {}

    /**
     * Makes the interpreter of one command.
     *
     * @param pattern the pattern
     * @param policy a policy that goes with it
     * @param grain a grain that goes with both
     * @param predecessors of each task that was pushed, in their order; looked at for a DAG alone
     * @param repetitions how often a payload is evaluated; looked at for {@link Policy#REPEAT} alone
     * @return the interpreter
     */
    public static Manager of(Pattern pattern, Policy policy, Grain grain, List<int[]> predecessors, int repetitions) {
        return switch (pattern) {
            case LIST -> new ListManager(predecessors.size(), policy);
            case DAG -> new DagManager(predecessors, policy);
            case AGGREGATE ->
                policy == Policy.DECENTRALIZED
                        ? new DecentralizedManager(predecessors.size())
                        : new ListManager(predecessors.size(), policy);
            case GRAPH, GRID -> new UnitManager();
            case TEMPLATE ->
                grain == Grain.GENERAL
                        ? new UnitManager()
                        : policy == Policy.REPEAT ? new RepeatManager(repetitions) : new TemplateManager(policy);
        };
    }
}
