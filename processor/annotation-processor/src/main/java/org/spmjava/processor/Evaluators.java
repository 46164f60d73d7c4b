package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.spmjava.codegen.Management;
import org.spmjava.codegen.ReturnType;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** Finds what evaluates a task: the modules' methods, or the API. */
final class Evaluators {

    private final Declaration declaration;
    private final TaskType task;
    private final Optional<Combination> chosen;
    private final Combinations combinations;
    private final ReturnTypes returnTypes;
    private final Reporter reporter;

    /** @param chosen how the tasks are managed, or empty if what is wrong with that was reported */
    Evaluators(
            Declaration declaration,
            TaskType task,
            Optional<Combination> chosen,
            Combinations combinations,
            ReturnTypes returnTypes,
            Reporter reporter) {
        this.declaration = declaration;
        this.task = task;
        this.chosen = chosen;
        this.combinations = combinations;
        this.returnTypes = returnTypes;
        this.reporter = reporter;
    }

    /** What the tasks return, or empty if what is wrong was reported. */
    Optional<ReturnType> returnType() {
        return switch (task.evaluation()) {
            case PAPPLY -> ofApi();
            case PINTERP -> ofModules();
        };
    }

    /** The evaluator classes that the generated code names: none where the API is applied. */
    static List<ClassName> modules(Declaration declaration, TaskType task) {
        return switch (task.evaluation()) {
            case PAPPLY -> List.of();
            case PINTERP -> declaration.moduleNames();
        };
    }

    private Optional<ReturnType> ofApi() {
        boolean well = true;
        if (declaration.namesModules()) {
            reporter.at(
                    declaration, "modules", Complaint.modulesForApi(task.head().keyword(), declaration.typedef()));
            well = false;
        }
        if (!EvaluatorRules.candidates(declaration.element()).isEmpty()) {
            reporter.at(
                    EvaluatorRules.candidates(declaration.element()).get(0),
                    Complaint.evaluatorForApi(
                            declaration.element().getSimpleName().toString(),
                            task.head().keyword(),
                            declaration.typedef()));
            well = false;
        }
        Optional<Type> declared = declaredReturnValue();
        if (declared.isPresent() && !declared.get().equals(new Scalar(ValueType.RECORD))) {
            reporter.at(
                    declaration,
                    "typedef",
                    Complaint.apiReturnsARecord(declared.get().text()));
            well = false;
        }
        if (isByKey()) {
            reporter.at(
                    declaration,
                    "policy",
                    ReductionComplaints.apiReturnsNoDictionary(
                            chosen.orElseThrow().policy()));
            well = false;
        }
        return well ? Optional.of(ReturnType.OF_API) : Optional.empty();
    }

    private Optional<ReturnType> ofModules() {
        ParameterRules parameters = new ParameterRules(declaration.task(), chosen, combinations);
        EvaluatorRules rules = new EvaluatorRules(declaration.task(), parameters, returnTypes, reporter);
        List<TypeElement> modules = declaration.modules();
        List<Evaluator> evaluators = new ArrayList<>();
        modules.forEach(module -> rules.check(module).ifPresent(evaluators::add));
        boolean complete = evaluators.size() == modules.size() && !declaration.hasUnknownModules();
        return agree(evaluators) & canBeCombined(evaluators) && complete
                ? Optional.of(common(evaluators))
                : Optional.empty();
    }

    /** Whether all return the same, and what the typedef declares, if it does. */
    private boolean agree(List<Evaluator> evaluators) {
        boolean well = true;
        for (Evaluator evaluator : evaluators) {
            Evaluator first = evaluators.get(0);
            Optional<Type> declared = declaredReturnValue();
            if (declared.isPresent()) {
                if (!ReturnTypes.matches(evaluator.returnType(), declared.get())) {
                    reporter.at(
                            evaluator.method(),
                            Complaint.returnTypeDeclared(
                                    evaluator.name(),
                                    evaluator.returned(),
                                    declared.get().text(),
                                    returnTypes.expected(declared.get())));
                    well = false;
                }
            } else if (!evaluator.returnType().type().equals(first.returnType().type())) {
                reporter.at(
                        evaluator.method(),
                        Complaint.returnTypesDiffer(
                                evaluator.name(), evaluator.returned(), first.name(), first.returned()));
                well = false;
            }
        }
        return well;
    }

    /** Whether an aggregate has something to combine; of other patterns, that is nothing to ask. */
    private boolean canBeCombined(List<Evaluator> evaluators) {
        boolean well = true;
        for (Evaluator evaluator : evaluators) {
            Optional<Type> returned = evaluator.returnType().type();
            if (task.head() == Head.AGGREGATE && returned.isEmpty()) {
                reporter.at(evaluator.method(), ReductionComplaints.evaluatorReturnsNothing(evaluator.name()));
                well = false;
            } else if (isByKey() && !(returned.orElseThrow() instanceof Dict)) {
                reporter.at(
                        evaluator.method(),
                        ReductionComplaints.evaluatorReturnsNoDictionary(evaluator.name(), evaluator.returned()));
                well = false;
            }
        }
        return well;
    }

    private boolean isByKey() {
        return chosen.map(Combination::management).filter(Management::isByKey).isPresent();
    }

    /** A primitive in one module and its box in another are one type, which then may be null. */
    private ReturnType common(List<Evaluator> evaluators) {
        // A dictionary that is combined on Spokes is always there.
        boolean nullable = !isByKey()
                && evaluators.stream()
                        .anyMatch(evaluator -> evaluator.returnType().nullable());
        return declaredReturnValue()
                .map(type -> new ReturnType(Optional.of(type), nullable))
                .orElseGet(() -> new ReturnType(evaluators.get(0).returnType().type(), nullable));
    }

    /** The type that the typedef gives to {@code stat.returnValue}, unless it leaves that to the evaluator. */
    private Optional<Type> declaredReturnValue() {
        return task.stat()
                .field("returnValue")
                .map(Field::type)
                .filter(type -> !type.equals(new Scalar(ValueType.AUTO)));
    }
}
