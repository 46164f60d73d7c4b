package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a manager's policy or grain, or with what its evaluators are handed for it. */
final class ManagementComplaints {

    private ManagementComplaints() {}

    static Complaint several(String attribute, List<String> named) {
        return new Complaint(
                "The annotation names more than one " + attribute + ": " + words(named) + ".",
                "A manager has one " + attribute + ". None at all stands for the default.",
                "Keep one of them.");
    }

    /**
     * @param allowed the policies of the pattern, its default first
     * @param elsewhere the combinations with the policy
     */
    static Complaint policyNotAllowed(
            String pattern, String policy, List<String> allowed, List<Combination> elsewhere) {
        return new Complaint(
                "`Pattern." + pattern + "` has no policy `" + policy + "`.",
                "A policy is what a pattern does where there is a choice, so each pattern has its own: `" + pattern
                        + "` has " + words(allowed) + ".",
                insteadOf("policy", allowed) + ". `" + policy + "` goes with " + words(patterns(elsewhere)) + ".");
    }

    /**
     * @param policy the policy, if the annotation names one
     * @param allowed the grains of pattern and policy, their default first
     * @param elsewhere the combinations with the grain
     */
    static Complaint grainNotAllowed(
            String pattern, Optional<String> policy, String grain, List<String> allowed, List<Combination> elsewhere) {
        String chosen = "`Pattern." + pattern + "`"
                + policy.map(name -> " with `Policy." + name + "`").orElse("");
        return new Complaint(
                chosen + " has no grain `" + grain + "`.",
                "How tasks are managed decides how far they may communicate: " + chosen + " allows " + words(allowed)
                        + ".",
                insteadOf("grain", allowed) + ". `" + grain + "` goes with " + places(elsewhere) + ".");
    }

    private static String insteadOf(String attribute, List<String> allowed) {
        return allowed.size() == 1
                ? "Leave `" + attribute + "` out"
                : "Write one of these, or leave `" + attribute + "` out for `" + allowed.get(0) + "`";
    }

    /** @param named what asks for a fine grain: a constant with its class */
    static Complaint fineGrainForApi(String named, Combination fine) {
        return new Complaint(
                "`" + named + "` does not go with a task that applies an API.",
                "A task with `meta.api` is evaluated by the Spoke's backend, which communicates with nobody, so its grain"
                        + " is coarse; an evaluator of grain `" + fine.grain() + "` is handed a `" + handle(fine)
                        + "`.",
                "Write `scalar<module> module = deferred;` into `meta` in place of `api` and `apiArgs`, and evaluate the"
                        + " tasks in `taskEval`; or choose a coarse grain, and a pattern that has one.");
    }

    /**
     * An evaluator takes what is handed to those of another grain.
     *
     * @param parameters what it takes
     * @param allowed what it may take
     * @param chosen how its tasks are managed
     * @param taken the handle that it takes
     * @param givers the combinations that hand it out
     */
    static Complaint handleOfAnotherGrain(
            String module,
            String parameters,
            String allowed,
            Combination chosen,
            ClassName taken,
            List<Combination> givers) {
        List<Combination> near = nearest(chosen, givers);
        String handed = chosen.handle().isEmpty()
                ? "A coarse task talks to nobody before it concludes, so its evaluator is handed its task alone. "
                : "What an evaluator is handed follows from pattern, policy and grain: this one gets a `"
                        + handle(chosen) + "`. ";
        String other = near.stream()
                .findFirst()
                .filter(giver -> giver.pattern().equals(chosen.pattern()))
                .map(giver -> ", or `" + difference(chosen, giver) + "` into the annotation")
                .orElse(", or manage the tasks by " + words(patterns(near)));
        return Complaint.evaluator(
                module,
                "takes `(" + parameters + ")`, but its grain is `" + chosen.grain() + "`",
                handed + "A `" + taken.simpleName() + "` goes with `Grain."
                        + near.get(0).grain() + "` of " + places(near) + ".",
                "Write `" + allowed + "`" + other + ".");
    }

    /** @param coarse a coarse combination of the same pattern and policy, if there is one */
    static Complaint handleMissing(
            String module, String parameters, String allowed, Combination chosen, Optional<Combination> coarse) {
        return Complaint.evaluator(
                module,
                "takes `(" + parameters + ")`, but its grain is `" + chosen.grain() + "`",
                "A task of this grain communicates, by the `" + handle(chosen)
                        + "` that its evaluator is handed. One that" + " does not communicate is of coarse grain.",
                "Write `" + allowed + "`"
                        + coarse.map(other -> ", or `" + difference(chosen, other) + "` into the annotation")
                                .orElse("")
                        + ".");
    }

    static Complaint parametersOfFineGrain(String module, String parameters, String allowed, Combination chosen) {
        return Complaint.evaluator(
                module,
                "takes `(" + parameters + ")`",
                "A Spoke hands an evaluator of grain `" + chosen.grain() + "` its task and a `" + handle(chosen)
                        + "`, and nothing else.",
                "Write `" + allowed + "`.");
    }

    private static String handle(Combination fine) {
        return fine.handle().orElseThrow().simpleName();
    }

    /** Those of the same pattern and policy, else of the same pattern, else all. */
    private static List<Combination> nearest(Combination chosen, List<Combination> givers) {
        List<Combination> samePattern = givers.stream()
                .filter(giver -> giver.pattern().equals(chosen.pattern()))
                .toList();
        List<Combination> samePolicy = samePattern.stream()
                .filter(giver -> giver.policy().equals(chosen.policy()))
                .toList();
        if (!samePolicy.isEmpty()) {
            return samePolicy;
        }
        return samePattern.isEmpty() ? givers : samePattern;
    }

    /** What to write into the annotation for another combination of the same pattern. */
    private static String difference(Combination chosen, Combination other) {
        String policy = other.policy().equals(chosen.policy()) ? "" : "policy = Policy." + other.policy() + ", ";
        return policy + "grain = Grain." + other.grain();
    }

    /** By pattern, with the policies of each. */
    private static String places(List<Combination> combinations) {
        Map<String, String> policies = combinations.stream()
                .collect(Collectors.toMap(
                        Combination::pattern,
                        combination -> "`" + combination.policy() + "`",
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
        return listed(policies.entrySet().stream()
                .map(place -> "`Pattern." + place.getKey() + "` (" + place.getValue() + ")")
                .toList());
    }

    private static List<String> patterns(List<Combination> combinations) {
        return combinations.stream()
                .map(combination -> "Pattern." + combination.pattern())
                .distinct()
                .toList();
    }

    private static String words(List<String> words) {
        return listed(words.stream().map(word -> "`" + word + "`").toList());
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
