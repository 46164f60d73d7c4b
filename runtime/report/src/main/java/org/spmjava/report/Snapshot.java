package org.spmjava.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.spmjava.api.SpokeIdentity;

/**
 * What is known of a session at one moment.
 *
 * @param commands in the order of their numbers
 * @param spokes in the order of their incarnations
 * @param missed how many pieces of news of single tasks were never told
 */
record Snapshot(List<CommandView> commands, List<SpokeLog> spokes, long missed) {

    /** When the last thing happened that is known, from the session's begin. */
    long endNs() {
        long endNs = 0;
        for (CommandView command : commands) {
            endNs = Math.max(endNs, command.endNs());
        }
        for (SpokeLog spoke : spokes) {
            endNs = Math.max(endNs, Math.max(spoke.joinedNs(), spoke.diedEarly() ? spoke.leftNs() : 0));
        }
        return endNs;
    }

    /** Everything that ran, slot by slot. */
    List<Lane> lanes() {
        TreeMap<Integer, Lane.Builder> bySlot = new TreeMap<>();
        for (SpokeLog spoke : spokes) {
            bySlot.computeIfAbsent(spoke.identity().slot(), slot -> new Lane.Builder())
                    .add(spoke);
        }
        for (CommandView command : commands) {
            for (EndedTask task : command.tasks()) {
                if (task.outcome().spoke().isPresent()) {
                    SpokeIdentity spoke = task.outcome().spoke().get();
                    bySlot.computeIfAbsent(spoke.slot(), slot -> new Lane.Builder())
                            .add(spoke, command, task);
                }
            }
        }
        List<Lane> lanes = new ArrayList<>();
        bySlot.forEach((slot, builder) -> lanes.add(builder.lane(slot)));
        return lanes;
    }

    /** What a reader has to know of what is not there; a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (CommandView command : commands) {
            if (command.leftOut() > 0) {
                notes.add("Of command " + command.number() + ", "
                        + String.format(Locale.ROOT, "%,d", command.leftOut())
                        + " tasks are in the totals at the most, and in no picture: there are too many to be kept.");
            }
            if (command.state() != CommandView.State.RETURNED && missed > 0) {
                notes.add("Tasks of command " + command.number()
                        + " may be missing: news came faster than they could be told, and its manage did not return.");
            }
        }
        return notes;
    }
}
