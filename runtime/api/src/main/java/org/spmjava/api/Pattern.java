package org.spmjava.api;

import org.spmjava.api.communication.Communicator;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.api.communication.GridCommunicator;
import org.spmjava.api.communication.HubLink;

/**
 * The parallel management patterns; each is the head of a typedef.
 *
 * <p>How tasks are managed decides which communication they may use. What goes together stands here, once: an
 * {@link Allows} for each combination, the pattern's default first. The compiler reads it, the runtime does, and so
 * does the manual.
 *
 * <p>Source: M. B. Amin, <i>A Technical Anatomy of SPM.Python</i>, SciPy 2011, figure "Parallel Management Patterns"
 * (DOI 10.25080/Majora-ebaa42b7-000).
 */
public enum Pattern {
    /** Partition/List: independent tasks in any order. */
    @Allows(policy = Policy.ISOLATED, grain = Grain.COARSE)
    @Allows(policy = Policy.ISOLATED, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.FAIL_FAST, grain = Grain.COARSE)
    @Allows(policy = Policy.FAIL_FAST, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.RACE, grain = Grain.COARSE)
    @Allows(policy = Policy.RACE, grain = Grain.LIMITED, handle = HubLink.class)
    LIST,
    /** Partition/DAG: a task is ready when all its predecessors returned. */
    @Allows(policy = Policy.DESCENDANTS, grain = Grain.COARSE)
    @Allows(policy = Policy.DESCENDANTS, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.FAIL_FAST, grain = Grain.COARSE)
    @Allows(policy = Policy.FAIL_FAST, grain = Grain.LIMITED, handle = HubLink.class)
    DAG,
    /** Partition/Graph: vertices partitioned over Spokes, supersteps with messages along edges until quiet. */
    @Allows(policy = Policy.UNIT, grain = Grain.GENERAL, handle = GraphCommunicator.class)
    GRAPH,
    /** Partition/Grid: a regular domain partitioned over Spokes, halo exchange with neighbours each step. */
    @Allows(policy = Policy.UNIT, grain = Grain.GENERAL, handle = GridCommunicator.class)
    GRID,
    /** PartitionAggregate: map tasks on Spokes, whose results are combined. */
    @Allows(policy = Policy.CENTRALIZED, grain = Grain.COARSE)
    @Allows(policy = Policy.CENTRALIZED, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.DECENTRALIZED, grain = Grain.COARSE)
    AGGREGATE,
    /** Clone: one payload, evaluated by the acquired Spokes. */
    @Allows(policy = Policy.ONCE, grain = Grain.COARSE)
    @Allows(policy = Policy.ONCE, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.ONCE, grain = Grain.GENERAL, handle = Communicator.class)
    @Allows(policy = Policy.REPEAT, grain = Grain.COARSE)
    @Allows(policy = Policy.REPEAT, grain = Grain.LIMITED, handle = HubLink.class)
    @Allows(policy = Policy.RACE, grain = Grain.COARSE)
    @Allows(policy = Policy.RACE, grain = Grain.LIMITED, handle = HubLink.class)
    TEMPLATE
}
