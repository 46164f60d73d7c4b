package org.spmjava.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spmjava.codegen.Management;
import org.spmjava.dsl.model.Evaluation;

/** Chooses policy and grain: those that the annotation names, if they go with the pattern, and else its first. */
final class ManagementRules {

    private static final String GRAIN = "grain";
    private static final String POLICY = "policy";

    private final Declaration declaration;
    private final Combinations combinations;

    ManagementRules(Declaration declaration, Combinations combinations) {
        this.declaration = declaration;
        this.combinations = combinations;
    }

    /** What is chosen, or empty if what is wrong with it was reported, be it by javac. */
    Optional<Combination> check(Evaluation evaluation, Reporter reporter) {
        if (declaration.hasUnknownConstants()) {
            return Optional.empty();
        }
        boolean one = isOne(POLICY, declaration.policies(), reporter) & isOne(GRAIN, declaration.grains(), reporter);
        if (!one) {
            return Optional.empty();
        }
        List<Combination> ofPattern = combinations.of(declaration.pattern());
        Optional<String> policy = declaration.policies().stream().findFirst();
        Optional<String> grain = declaration.grains().stream().findFirst();
        List<Combination> ofPolicy = ofPattern.stream()
                .filter(combination -> policy.map(combination.policy()::equals).orElse(true))
                .toList();
        if (ofPolicy.isEmpty()) {
            reporter.at(declaration, POLICY, policyNotAllowed(policy.get(), ofPattern));
            return Optional.empty();
        }
        List<Combination> ofGrain = ofPolicy.stream()
                .filter(combination -> grain.map(combination.grain()::equals).orElse(true))
                .toList();
        if (ofGrain.isEmpty()) {
            reporter.at(declaration, GRAIN, grainNotAllowed(policy, grain.get(), ofPolicy));
            return Optional.empty();
        }
        return evaluation == Evaluation.PAPPLY
                ? coarse(ofGrain, grain, reporter)
                : ofGrain.stream().findFirst();
    }

    private boolean isOne(String attribute, List<String> named, Reporter reporter) {
        if (named.size() > 1) {
            reporter.at(declaration, attribute, ManagementComplaints.several(attribute, named));
            return false;
        }
        return true;
    }

    private Complaint policyNotAllowed(String policy, List<Combination> allowed) {
        return ManagementComplaints.policyNotAllowed(
                declaration.pattern(), policy, names(allowed, Combination::policy), combinations.ofPolicy(policy));
    }

    private Complaint grainNotAllowed(Optional<String> policy, String grain, List<Combination> allowed) {
        return ManagementComplaints.grainNotAllowed(
                declaration.pattern(), policy, grain, names(allowed, Combination::grain), combinations.ofGrain(grain));
    }

    private static List<String> names(List<Combination> combinations, Function<Combination, String> name) {
        return combinations.stream().map(name).distinct().toList();
    }

    /** The Spoke's backend, which applies an API, communicates with nobody. */
    private Optional<Combination> coarse(List<Combination> allowed, Optional<String> grain, Reporter reporter) {
        Optional<Combination> coarse = allowed.stream()
                .filter(combination -> combination.handle().isEmpty())
                .findFirst();
        if (coarse.isEmpty()) {
            Combination fine = allowed.get(0);
            reporter.at(
                    declaration,
                    grain.isPresent() ? GRAIN : "pattern",
                    ManagementComplaints.fineGrainForApi(
                            grain.map(name -> "Grain." + name).orElse("Pattern." + declaration.pattern()), fine));
        }
        return coarse;
    }

    /** What the program is probably written for, whatever is wrong with it. */
    Management guess() {
        List<Combination> ofPattern = combinations.of(declaration.pattern());
        Combination first = ofPattern.get(0);
        String policy = declaration.policies().stream().findFirst().orElse(first.policy());
        String grain = declaration.grains().stream().findFirst().orElse(first.grain());
        return ofPattern.stream()
                .filter(combination -> combination.policy().equals(policy))
                .filter(combination -> combination.grain().equals(grain))
                .findFirst()
                .map(Combination::management)
                .orElse(new Management(policy, grain, first.handle()));
    }
}
