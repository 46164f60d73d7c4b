package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spmjava.api.Grain;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Primitive;
import org.spmjava.api.Verdict;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.Managers;

/** What a manager answers when an event happens to it, in each situation in which it can, in words. */
final class Interpreted {

    private static final int SPOKES = Stage.SPOKES;

    private final Stage stage;
    private final Set<String> answers = new LinkedHashSet<>();

    private Interpreted(Stage stage) {
        this.stage = stage;
    }

    /** The answers, none if the event cannot happen. */
    static Set<String> of(Stage stage, ManagerEvent event) {
        Interpreted asked = new Interpreted(stage);
        asked.ask(event);
        return asked.answers;
    }

    private void ask(ManagerEvent event) {
        switch (event) {
            case INVOKED -> say(fresh().invoked());
            case SPOKE_ACQUIRED -> acquired();
            case SPOKES_MISSING -> say(fresh().spokesMissing());
            case UNIT_FORMED -> unitFormed();
            case SCHEDULED -> scheduled();
            case UNSTARTED -> say(running().unstarted(0, 0));
            case SPOKE_LOST -> spokeLost();
            case CALLBACK_RETURNED -> say(running().callbackReturned());
            case STOPPED -> stopped();
            case CALLBACK_THREW -> say(running().callbackThrew());
            case EXECUTION_EXPIRED -> say(running().executionExpired());
            case DROPPED -> dropped();
            case OFFLINE -> say(running().offline());
            case PRELOADING -> say(running().preloading(0));
            case ONLINE -> say(running().online(0));
            case PRIMITIVE_USED -> say(running().primitiveUsed(0, Primitive.ASK));
            case RETURNED -> returned();
            case PRELOADING_THREW -> say(running().uncaught(0, Verdict.LOAD_UNCAUGHT));
            case EVALUATION_THREW -> say(running().uncaught(0, Verdict.EVAL_UNCAUGHT));
            case TERMINATED -> say(running().terminated(0, Verdict.EVAL_KILL));
            case TIMED_OUT -> say(running().terminated(0, Verdict.EVAL_TIMEOUT));
        }
    }

    private void say(Interpretation interpretation) {
        answers.add(interpretation.toString());
    }

    private void acquired() {
        Manager manager = fresh();
        manager.spokeAcquired(0);
        answers.add(
                switch (manager.acquisition()) {
                    case OPEN -> "it takes what waits";
                    case UNTIL_DEADLINE -> "it brings a task of its own";
                    case BEFORE_START -> "it waits for the others";
                });
    }

    private void unitFormed() {
        if (fresh().isUnit()) {
            Manager manager = fresh();
            int before = manager.taskCount();
            manager.unitFormed(SPOKES);
            boolean each = manager.taskCount() - before == SPOKES;
            answers.add(each ? "each has one task" : "nothing");
        }
    }

    /** Told from how many tasks a Spoke gets that asks as often as it can. */
    private void scheduled() {
        Manager manager = started();
        int taken = 0;
        while (manager.next(0) != Manager.NONE) {
            taken++;
        }
        boolean all = taken == stage.tasks();
        answers.add(taken == 1 ? "it takes its own" : all ? "it takes the next" : "it takes the next that is ready");
    }

    private void spokeLost() {
        Manager before = running();
        say(before.spokeLost(1));
        Manager after = running();
        after.returned(0);
        say(after.spokeLost(0));
    }

    /** While tasks wait, and when none does. */
    private void stopped() {
        say(running().stopped());
        Manager manager = running();
        int task;
        do {
            task = manager.next(0);
        } while (task != Manager.NONE);
        say(manager.stopped());
    }

    private void dropped() {
        Manager manager = fresh();
        int task = manager.drop();
        answers.add(task == Manager.NONE ? "nothing" : "it ends `" + Verdict.DROPPED + "`");
    }

    /** The first, one after the other, up to the last. */
    private void returned() {
        Manager manager = running();
        ArrayList<Integer> have = new ArrayList<>(List.of(0, 1, 2));
        while (!have.isEmpty()) {
            say(manager.returned(have.remove(0)));
            for (int task = manager.next(0); task != Manager.NONE; task = manager.next(0)) {
                have.add(task);
            }
        }
    }

    private Manager fresh() {
        int[] none = TaskSpec.NO_PREDECESSORS;
        boolean dag = stage.row().pattern() == Pattern.DAG;
        boolean one = stage.isClone() || stage.policy() == Policy.REPEAT;
        List<int[]> predecessors = dag
                ? List.of(none, none, none, new int[] {0}, new int[] {1})
                : Collections.nCopies(one ? 1 : Stage.TASKS, none);
        return Managers.of(stage.row().pattern(), stage.policy(), stage.row().grain(), predecessors, Stage.TASKS);
    }

    private Manager started() {
        Manager manager = fresh();
        for (int spoke = 0; spoke < SPOKES; spoke++) {
            manager.spokeAcquired(spoke);
        }
        if (stage.row().grain() == Grain.GENERAL) {
            manager.unitFormed(SPOKES);
        }
        return manager;
    }

    private Manager running() {
        Manager manager = started();
        for (int spoke = 0; spoke < SPOKES; spoke++) {
            manager.next(spoke);
        }
        return manager;
    }
}
