package org.spmjava.core.communication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spmjava.api.closure.TaskManagerDefinition;

/** What a decentralized aggregate does between its tasks' end and its own. */
public final class Shuffle {

    private Shuffle() {}

    /**
     * Gives each key to the member it belongs to, and combines what this one gets, in the order of the ranks.
     *
     * @param definition says how values travel and are combined; what its tasks return are maps
     * @param kept what this member's tasks returned, combined; null if it had none
     * @param door who may use the unit
     * @param values how values travel
     * @param peers the unit
     * @param <R> the maps' type
     * @return this member's share
     * @throws Exception what the user's code threw
     */
    public static <R> R combine(TaskManagerDefinition<?, R> definition, R kept, Door door, Values values, Peers peers)
            throws Exception {
        DefaultCommunicator unit = new DefaultCommunicator(door, null, values, peers);
        List<Map<Object, Object>> shares = new ArrayList<>();
        for (int rank = 0; rank < unit.size(); rank++) {
            shares.add(new LinkedHashMap<>());
        }
        if (kept != null) {
            ((Map<?, ?>) kept)
                    .forEach((key, value) ->
                            shares.get(Hashing.rankOfKey(key, unit.size())).put(key, value));
        }
        List<R> outgoing = new ArrayList<>();
        for (Map<Object, Object> share : shares) {
            outgoing.add(asResult(share));
        }
        Step step = unit.begin(Operation.EXCHANGE, 0, definition.signature());
        R combined = null;
        for (R share : unit.exchange(step, definition.resultCodec(), outgoing)) {
            if (combined == null || ((Map<?, ?>) combined).isEmpty()) {
                combined = share;
            } else if (!((Map<?, ?>) share).isEmpty()) {
                combined = definition.reduce(combined, share);
            }
        }
        return combined;
    }

    /** The compiler sees to it that such a definition returns maps, and of them only the interface is known. */
    @SuppressWarnings("unchecked")
    private static <R> R asResult(Map<Object, Object> share) {
        return (R) share;
    }
}
