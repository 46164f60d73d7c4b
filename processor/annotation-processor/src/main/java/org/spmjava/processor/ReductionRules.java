package org.spmjava.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.spmjava.codegen.ManagerGenerator;
import org.spmjava.codegen.ReturnType;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Type;

/** What an aggregate must have: one method that combines what two tasks return. Nobody else has one. */
final class ReductionRules {

    private final Declaration declaration;
    private final Combination chosen;
    private final ReturnTypes returnTypes;
    private final Reporter reporter;
    private final String name;

    /**
     * @param chosen how the tasks are managed
     * @param reporter told of every mistake
     */
    ReductionRules(Declaration declaration, Combination chosen, ReturnTypes returnTypes, Reporter reporter) {
        this.declaration = declaration;
        this.chosen = chosen;
        this.returnTypes = returnTypes;
        this.reporter = reporter;
        this.name = declaration.element().getSimpleName().toString();
    }

    /**
     * Whether nothing is wrong.
     *
     * @param returned what the tasks return, if that is known
     */
    boolean check(Optional<ReturnType> returned) {
        List<ExecutableElement> candidates = candidates(declaration.element());
        if (declaration.head() != Head.AGGREGATE) {
            candidates.forEach(
                    method -> reporter.at(method, ReductionComplaints.notAnAggregate(name, declaration.pattern())));
            return candidates.isEmpty();
        }
        Optional<Type> combined = returned.flatMap(ReturnType::type).map(this::combined);
        if (candidates.isEmpty()) {
            missing(combined);
            return false;
        } else if (candidates.size() > 1) {
            reporter.at(candidates.get(1), ReductionComplaints.several(name));
            return false;
        }
        ExecutableElement method = candidates.get(0);
        List<Complaint> complaints = complaints(method, combined);
        complaints.forEach(complaint -> reporter.at(method, complaint));
        return complaints.isEmpty() && demand().isMetBy(method);
    }

    private static List<ExecutableElement> candidates(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(ManagerGenerator.REDUCER))
                .toList();
    }

    private boolean isByKey() {
        return chosen.management().isByKey();
    }

    private StateDemand demand() {
        return isByKey() ? StateDemand.DECENTRALIZED_REDUCTION : StateDemand.CENTRALIZED_REDUCTION;
    }

    /** The type of what is combined: what the tasks return, or the values of the dictionaries that they return. */
    private Type combined(Type returned) {
        return isByKey() && returned instanceof Dict dict ? new Scalar(dict.value()) : returned;
    }

    private void missing(Optional<Type> combined) {
        for (TypeElement module : declaration.modules()) {
            for (ExecutableElement method : candidates(module)) {
                reporter.at(
                        method,
                        ReductionComplaints.elsewhere(
                                name, module.getSimpleName().toString()));
                return;
            }
        }
        String why = isByKey()
                ? "A decentralized aggregate combines two values of the same key by the static method `taskReduce` of the"
                        + " annotated class, on Spokes."
                : "A centralized aggregate combines what its tasks return by the static method `taskReduce` of the"
                        + " annotated class, on the Hub.";
        String annotations = isByKey() ? "@Spoke @Online " : "@Hub @Online ";
        reporter.at(declaration.element(), ReductionComplaints.missing(name, why, annotations + header(combined)));
    }

    private String header(Optional<Type> combined) {
        String type = combined.map(returnTypes::expected).orElse(isByKey() ? "V" : "R");
        return "static " + type + " taskReduce(" + type + " left, " + type + " right)";
    }

    private List<Complaint> complaints(ExecutableElement method, Optional<Type> combined) {
        List<Complaint> complaints = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            complaints.add(ReductionComplaints.notStatic(name));
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            complaints.add(ReductionComplaints.hidden(name));
        }
        if (!method.getTypeParameters().isEmpty()) {
            complaints.add(ReductionComplaints.generic(name));
        }
        if (combined.isPresent() && !combines(method, combined.get())) {
            String why = isByKey()
                    ? "It combines two values of the same key, of the dictionaries that the evaluators return, into one."
                    : "It combines what two tasks return into one of the same type.";
            complaints.add(ReductionComplaints.types(
                    name,
                    JavaTypes.parameters(method),
                    JavaTypes.display(method.getReturnType()),
                    why,
                    header(combined)));
        }
        complaints.addAll(demand().check(method, ReductionComplaints.subject(name)));
        return complaints;
    }

    /** A primitive and its box are one type here. */
    private boolean combines(ExecutableElement method, Type combined) {
        return method.getParameters().size() == 2
                && method.getParameters().stream()
                        .allMatch(parameter -> returnTypes.isLike(parameter.asType(), combined))
                && returnTypes.isLike(method.getReturnType(), combined);
    }
}
