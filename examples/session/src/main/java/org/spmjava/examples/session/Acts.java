package org.spmjava.examples.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;

/** The four programs in their order, on the inputs that they bring along: the source's own acid test. */
final class Acts {

    private final Stage stage;
    private final Optional<KillOnce> killing;
    private final Console console;
    private final List<String> notSo = new ArrayList<>();

    /**
     * The four.
     *
     * @param killing kills a Spoke in the middle of make; empty where there are no processes to kill
     */
    Acts(Stage stage, Optional<KillOnce> killing) {
        this.stage = stage;
        this.killing = killing;
        console = stage.session().console();
    }

    /**
     * Runs them.
     *
     * @return whether each did what it was asked for, with what it was given
     */
    boolean runAll() throws IOException {
        Pool every = stage.session().pool();
        for (Act act : Act.values()) {
            console.line("");
            console.line("--- " + act);
            switch (act) {
                case MAKE -> make(every);
                case SAT -> onlyWhatMakeUsed(act);
                default -> expect(stage.runSample(act, every), act + " goes well");
            }
        }
        return notSo.isEmpty();
    }

    private void make(Pool every) throws IOException {
        killing.ifPresent(KillOnce::arm);
        expect(stage.runSample(Act.MAKE, every), Act.MAKE + " goes well");
        if (killing.isPresent()) {
            killing.get().disarm();
        }
        if (killing.isPresent() && !spokesOf(Act.MAKE).isEmpty()) {
            expect(killing.get().killed().isPresent(), "a Spoke is killed in the middle of make");
        }
    }

    private void onlyWhatMakeUsed(Act act) throws IOException {
        expect(stage.runSample(act, stage.usedBy(Act.MAKE)), act + " goes well");
        Set<SpokeIdentity> allowed = spokesOf(Act.MAKE);
        expect(
                allowed.isEmpty() || !spokesOf(act).isEmpty() && allowed.containsAll(spokesOf(act)),
                act + " uses the incarnations that make used, " + allowed + ", and not " + spokesOf(act));
    }

    private Set<SpokeIdentity> spokesOf(Act act) {
        Set<SpokeIdentity> spokes = new HashSet<>();
        for (Conclusion conclusion : stage.report(act).map(Report::conclusions).orElse(List.of())) {
            spokes.addAll(conclusion.spokes());
        }
        return spokes;
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            notSo.add(what);
            console.line("NOT SO: " + what);
        }
    }
}
