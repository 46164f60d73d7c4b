package org.spmjava.core.hub;

import static org.spmjava.core.hub.HubUnderTest.EXITED;
import static org.spmjava.core.hub.HubUnderTest.GRACE_MS;
import static org.spmjava.core.hub.HubUnderTest.KILLED;

import java.util.function.Function;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;

/** What can happen to a command, at a moment that each defines; afterwards everything takes its course. */
enum Fault {
    NONE(Stage::running),
    KILLED_WHILE_PRELOADING(stage -> stage.preloading().exits(1, KILLED)),
    EXITED_WHILE_PRELOADING(stage -> stage.preloading().exits(1, EXITED)),
    KILLED_WHILE_EVALUATING(stage -> stage.running().exits(1, KILLED)),
    EXITED_WHILE_EVALUATING(stage -> stage.running().exits(1, EXITED)),
    FELL_SILENT(stage -> fellSilent(stage.running())),
    THREW_WHILE_PRELOADING(stage -> stage.preloading().fails(1, Verdict.LOAD_UNCAUGHT)),
    THREW_WHILE_EVALUATING(stage -> stage.running().fails(1, Verdict.EVAL_UNCAUGHT)),
    RAN_OUT_OF_MEMORY(stage -> stage.running().fails(1, Verdict.EVAL_FATAL)),
    REPORTED_ITS_TIMEOUT(stage -> stage.running().fails(1, Verdict.EVAL_TIMEOUT)),
    IGNORED_THEIR_DEADLINES(stage -> stage.running().at(Stage.LONG_MS + GRACE_MS)),
    OVERRAN_WHILE_PRELOADING(stage -> stage.preloading().at(Stage.LONG_MS + GRACE_MS)),
    CANNOT_BE_ENDED(stage -> stage.running().hideExits().fails(1, Verdict.EVAL_TIMEOUT)),
    EXECUTION_EXPIRED(stage -> stage.running().at(Stage.EXECUTION_MS)),
    CALLBACK_THREW(stage -> stage.running().throwsInCallback()),
    CALLBACK_STOPPED(stage -> stage.running().stops()),
    STOPPED_WHEN_NOTHING_WAITED(stage -> stage.few().stops()),
    SESSION_ENDED(stage -> stage.running().sessionEnds()),
    SPOKES_MISSING(Fault::spokesMissing) {
        @Override
        boolean befalls(Stage stage) {
            return !stage.combining();
        }
    },
    SPOKE_CAME_LATE(Fault::late) {
        @Override
        boolean befalls(Stage stage) {
            return !stage.combining();
        }
    },
    LOST_WHILE_RECALLED(Fault::lostWhileRecalled) {
        @Override
        boolean befalls(Stage stage) {
            return !stage.combining() && !stage.isClone() && stage.policy() != Policy.RACE;
        }
    },
    LOST_AFTER_RETURNING(stage -> stage.few().returns(1).exits(1, KILLED)) {
        @Override
        boolean befalls(Stage stage) {
            return stage.policy() != Policy.RACE;
        }
    },
    REPORTED_TWICE(Fault::reportedTwice),
    ASKED_AND_TOLD(stage -> stage.running().asks(1).tells(1)),
    NEVER_ACKNOWLEDGED(stage -> stage.assigned(
            stage.command(HubUnderTest.withSpokes(Stage.SPOKES), Stage.TASKS).withoutAcknowledgements()));

    private final Function<Stage, Drill> injection;

    Fault(Function<Stage, Drill> injection) {
        this.injection = injection;
    }

    /** Whether there is such a moment. */
    boolean befalls(Stage stage) {
        return true;
    }

    /** Up to right after it has happened. */
    Drill inject(Stage stage) {
        return injection.apply(stage);
    }

    private static Drill fellSilent(Drill drill) {
        drill.fallsSilent(1);
        return drill.at(HubUnderTest.SILENCE_MS);
    }

    private static Drill spokesMissing(Stage stage) {
        HubUnderTest hub = new HubUnderTest(Stage.SPOKES);
        hub.tick();
        hub.join(1);
        hub.join(2);
        return stage.assigned(stage.command(hub, Stage.TASKS).spokes(Stage.SPOKES, Stage.SPOKES))
                .at(HubUnderTest.WAIT_MS);
    }

    private static Drill late(Stage stage) {
        HubUnderTest hub = new HubUnderTest(Stage.SPOKES);
        hub.tick();
        hub.join(1);
        hub.join(2);
        Drill drill = stage.assigned(stage.command(hub, Stage.TASKS)).at(HubUnderTest.WAIT_MS);
        return drill.take(hub.join(Stage.SPOKES));
    }

    /** Task 3 waits behind task 2 at Spoke 1, and is recalled for Spoke 2. */
    private static Drill lostWhileRecalled(Stage stage) {
        HubUnderTest hub = stage.command(HubUnderTest.withSpokes(2), 4);
        return stage.assigned(hub).returns(1).returns(2).at(2).exits(1, KILLED);
    }

    private static Drill reportedTwice(Stage stage) {
        Drill drill = stage.running();
        long attempt = drill.attempt(1);
        return drill.returns(1).take(drill.hub.returns(1, attempt)).take(drill.hub.returns(2, attempt));
    }
}
