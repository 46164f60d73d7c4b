package org.spmjava.examples.make;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that are all known from the beginning. A second round takes up what was killed, once, and with it, or after a
 * failure, what was dropped though all that it needs can be made.
 */
final class StepsPlan implements Plan {

    private static final int MOST_ATTEMPTS = 2;

    private final List<Step> steps;
    private final boolean keepsGoing;
    private final Fate[] fates;
    private final int[] kills;
    private List<Integer> round = List.of();
    private boolean hasBegun;
    private boolean isStopped;

    /**
     * Makes a plan.
     *
     * @param steps each after those that it waits for
     * @param keepsGoing whether a failure stops only what needs it
     */
    StepsPlan(List<Step> steps, boolean keepsGoing) {
        this.steps = List.copyOf(steps);
        this.keepsGoing = keepsGoing;
        fates = new Fate[steps.size()];
        kills = new int[steps.size()];
    }

    @Override
    public List<Step> next() {
        if (isStopped || hasBegun && round.isEmpty()) {
            return List.of();
        }
        hasBegun = true;
        int[] places = new int[steps.size()];
        List<Integer> now = new ArrayList<>();
        List<Step> chosen = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            places[i] = -1;
            boolean isOpen = fates[i] == null || fates[i] == Fate.DROPPED || fates[i] == Fate.KILLED;
            if (isOpen && step.after().stream().allMatch(needed -> places[needed] >= 0 || fates[needed] == Fate.MADE)) {
                places[i] = chosen.size();
                now.add(i);
                chosen.add(step.waitingFor(placed(step.after(), places), placed(step.turn(), places)));
            }
        }
        round = now;
        return chosen;
    }

    private static List<Integer> placed(List<Integer> steps, int[] places) {
        return steps.stream()
                .map(step -> places[step])
                .filter(place -> place >= 0)
                .toList();
    }

    @Override
    public void concluded(List<Fate> ends) {
        for (int i = 0; i < ends.size(); i++) {
            int step = round.get(i);
            fates[step] = ends.get(i);
            if (ends.get(i) == Fate.KILLED && ++kills[step] == MOST_ATTEMPTS) {
                fates[step] = Fate.FAILED;
            }
            isStopped |= fates[step] == Fate.FAILED && !keepsGoing;
        }
        // A round in which nothing ended is the last.
        isStopped |= ends.stream().allMatch(end -> end == Fate.DROPPED);
    }

    @Override
    public boolean isComplete() {
        for (Fate fate : fates) {
            if (fate != Fate.MADE) {
                return false;
            }
        }
        return true;
    }
}
