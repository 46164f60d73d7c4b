package org.spmjava.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * What the state annotations of a method that generated code calls must be: a side, and online.
 *
 * @param who the method's part, with its article
 * @param side where it runs
 * @param whyThisSide why it cannot run on the other one
 * @param whyOnline why it cannot run offline
 */
record StateDemand(String who, Side side, String whyThisSide, String whyOnline) {

    /** What a task is evaluated by. */
    static final StateDemand EVALUATOR = new StateDemand(
            "an evaluator",
            Side.SPOKE,
            "An evaluator runs on a Spoke, which is another process: what the Hub knows is not there.",
            "A Spoke goes online just before it calls the evaluator, and offline just after.");

    /** What a centralized aggregate is combined by. */
    static final StateDemand CENTRALIZED_REDUCTION = new StateDemand(
            "a centralized reduction",
            Side.HUB,
            "A centralized aggregate is combined on the Hub, where all that the tasks return comes together.",
            "What the tasks return is combined before `manage` returns, and until then the Hub is online.");

    /** What a decentralized aggregate is combined by. */
    static final StateDemand DECENTRALIZED_REDUCTION = new StateDemand(
            "a decentralized reduction",
            Side.SPOKE,
            "A decentralized aggregate is combined on Spokes, which are other processes: what the Hub knows is not"
                    + " there.",
            "What the tasks return is combined before `manage` returns, and until then Spokes are online.");

    /** A side of a session. */
    enum Side {
        HUB("@Hub", "on the Hub", "while the Hub is online"),
        SPOKE("@Spoke", "on a Spoke", "while its Spoke is online");

        private final String annotation;
        private final String place;
        private final String time;

        Side(String annotation, String place, String time) {
            this.annotation = annotation;
            this.place = place;
            this.time = time;
        }

        private boolean isSaid(ExecutableElement method) {
            return ApiNames.has(method, this == HUB ? ApiNames.HUB : ApiNames.SPOKE);
        }

        private Side other() {
            return this == HUB ? SPOKE : HUB;
        }
    }

    /**
     * What is wrong, except for annotations that exclude each other: those are reported for every method alike, by
     * {@link StateRules}.
     *
     * @param subject the method, as it begins a sentence
     */
    List<Complaint> check(ExecutableElement method, String subject) {
        List<Complaint> complaints = new ArrayList<>();
        boolean saysSide = side.isSaid(method) || side.other().isSaid(method);
        boolean saysLine = ApiNames.has(method, ApiNames.ONLINE) || ApiNames.has(method, ApiNames.OFFLINE);
        String all = side.annotation + " @Online";
        if (!saysSide && !saysLine) {
            String meaning = who + " runs " + side.place + ", while that is online";
            complaints.add(Complaint.lacks(subject, "`" + side.annotation + "` and `@Online`", meaning, all));
        } else if (!saysSide) {
            complaints.add(Complaint.lacks(subject, "`" + side.annotation + "`", who + " runs " + side.place, all));
        } else if (!saysLine) {
            complaints.add(Complaint.lacks(subject, "`@Online`", who + " runs " + side.time, all));
        }
        if (saysSide && !side.isSaid(method)) {
            complaints.add(Complaint.annotatedElse(subject, side.other().annotation, side.annotation, whyThisSide));
        }
        if (saysLine && !ApiNames.has(method, ApiNames.ONLINE)) {
            complaints.add(Complaint.annotatedElse(subject, "@Offline", "@Online", whyOnline));
        }
        return complaints;
    }

    /** Whether nothing that the method is annotated excludes what it must be. */
    boolean isMetBy(ExecutableElement method) {
        return !side.other().isSaid(method) && !ApiNames.has(method, ApiNames.OFFLINE);
    }
}
