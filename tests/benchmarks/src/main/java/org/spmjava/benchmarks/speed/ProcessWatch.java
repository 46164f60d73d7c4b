package org.spmjava.benchmarks.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a process uses, and all that it started. Thread-safe. */
final class ProcessWatch {

    /** Less than this is a matter of rounding. */
    private static final double NOTEWORTHY_SECONDS = 0.02;

    private record Identity(long pid, long startTicks) {}

    private final long root;
    private final double reapedBefore;
    private final Map<Identity, ProcessUse> seen = new LinkedHashMap<>();

    /** Watches a process that this one has started and not awaited, while no other child of this one ends. */
    ProcessWatch(long root) throws IOException {
        this.root = root;
        reapedBefore = Proc.self().reapedSeconds();
    }

    /** Looks at every process of it that is there. */
    synchronized void look() throws IOException {
        Map<Long, Proc.Look> everyone = Proc.everyone();
        for (Proc.Look look : everyone.values()) {
            if (isOfIt(look, everyone)) {
                Identity identity = new Identity(look.pid(), look.startTicks());
                ProcessUse before = seen.get(identity);
                String role = Proc.role(look.pid());
                long peakBytes = Proc.peakBytes(look.pid());
                seen.put(
                        identity,
                        new ProcessUse(
                                role.isEmpty() && before != null ? before.role() : role,
                                look.pid(),
                                look.cpuSeconds(),
                                before == null ? peakBytes : Math.max(before.peakBytes(), peakBytes)));
            }
        }
    }

    /** Processor time of all that were seen, up to the last look at each. */
    synchronized double cpuSeconds() {
        return seen.values().stream().mapToDouble(ProcessUse::cpuSeconds).sum();
    }

    /**
     * Every process that was seen, in the order of their ids. Once all have ended and been awaited, also what is
     * missing from the whole: those that ended unseen, and what the others used after the last look at them.
     */
    synchronized List<ProcessUse> uses() throws IOException {
        List<ProcessUse> uses = new ArrayList<>(seen.values());
        uses.sort(Comparator.comparingLong(ProcessUse::pid));
        double unseen = Proc.self().reapedSeconds() - reapedBefore - cpuSeconds();
        if (unseen > NOTEWORTHY_SECONDS) {
            uses.add(new ProcessUse("(ended)", 0, unseen, 0));
        }
        return uses;
    }

    private boolean isOfIt(Proc.Look look, Map<Long, Proc.Look> everyone) {
        Proc.Look at = look;
        while (at != null && at.pid() != root) {
            at = everyone.get(at.parent());
        }
        return at != null;
    }
}
