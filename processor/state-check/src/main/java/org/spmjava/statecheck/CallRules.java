package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;

/** What a call must not reach in a state: the rules, in the order in which one is reported rather than another. */
final class CallRules {

    /** One rule: what is wrong with reaching a target in a state, if anything is. */
    private interface Rule {
        Optional<FindingCode> broken(State state, Target target);
    }

    private static final List<Rule> ALL = List.of(
            CallRules::hubOnASpoke,
            CallRules::spokeOnTheHub,
            CallRules::lineOfADoor,
            CallRules::lineOfAMethod,
            CallRules::coarseTask);

    private CallRules() {}

    /** What is wrong with reaching a target in a state; empty if nothing is. */
    static Optional<FindingCode> broken(State state, Target target) {
        if (target.isAllowedEverywhere()) {
            return Optional.empty();
        }
        for (Rule rule : ALL) {
            Optional<FindingCode> code = rule.broken(state, target);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private static Optional<FindingCode> hubOnASpoke(State state, Target target) {
        if (target.side() != Side.HUB || !state.mayBeOnSpoke()) {
            return Optional.empty();
        } else if (state.side() == Side.SELF) {
            return Optional.of(FindingCode.HUB_IN_SELF);
        }
        return Optional.of(target.door().isPresent() ? FindingCode.HUB_DOOR_ON_SPOKE : FindingCode.HUB_METHOD_ON_SPOKE);
    }

    private static Optional<FindingCode> spokeOnTheHub(State state, Target target) {
        if (target.side() != Side.SPOKE) {
            return Optional.empty();
        }
        return switch (state.side()) {
            case HUB ->
                Optional.of(target.door().isPresent() ? FindingCode.PRIMITIVE_ON_HUB : FindingCode.SPOKE_METHOD_ON_HUB);
            case SELF -> Optional.of(FindingCode.SPOKE_IN_SELF);
            case SPOKE, UNSAID -> Optional.empty();
        };
    }

    private static Optional<FindingCode> lineOfADoor(State state, Target target) {
        return target.door().flatMap(door -> door.wrong(state.line()));
    }

    private static Optional<FindingCode> lineOfAMethod(State state, Target target) {
        if (state.line() == Line.ONLINE && target.line() == Line.OFFLINE) {
            return Optional.of(FindingCode.OFFLINE_METHOD_ONLINE);
        } else if (state.line() == Line.OFFLINE && target.line() == Line.ONLINE) {
            return Optional.of(FindingCode.ONLINE_METHOD_OFFLINE);
        }
        return Optional.empty();
    }

    private static Optional<FindingCode> coarseTask(State state, Target target) {
        boolean communicates = state.coarse() && target.door().equals(Optional.of(DoorKind.PRIMITIVE));
        return communicates ? Optional.of(FindingCode.COARSE_TASK_COMMUNICATES) : Optional.empty();
    }
}
