package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What an evaluator takes: its task, and what it may communicate by. */
final class ParameterRules {

    private final ClassName task;
    private final Optional<Combination> chosen;
    private final Combinations combinations;

    /**
     * @param task the payload class, which does not exist yet
     * @param chosen how the tasks are managed, or empty if what is wrong with that was reported
     */
    ParameterRules(ClassName task, Optional<Combination> chosen, Combinations combinations) {
        this.task = task;
        this.chosen = chosen;
        this.combinations = combinations;
    }

    /** What an evaluator should be: its name and what it takes. */
    String wanted() {
        String second = chosen.flatMap(Combination::handle)
                .map(handle -> ", " + handle.simpleName() + " " + lastWord(handle))
                .orElse("");
        return "taskEval(" + task.simpleName() + " task" + second + ")";
    }

    /** {@code GraphCommunicator} becomes {@code communicator}. */
    private static String lastWord(ClassName type) {
        String name = type.simpleName();
        int last = name.length() - 1;
        while (last > 0 && !Character.isUpperCase(name.charAt(last))) {
            last--;
        }
        return Character.toLowerCase(name.charAt(last)) + name.substring(last + 1);
    }

    /** What is wrong with what a method takes, if anything is. */
    Optional<Complaint> check(String module, ExecutableElement method) {
        // What it is handed follows from what is chosen.
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        List<? extends VariableElement> parameters = method.getParameters();
        boolean beginsWell = !parameters.isEmpty() && isNamed(parameters.get(0).asType(), task);
        Optional<ClassName> handle =
                beginsWell && parameters.size() == 2 ? handle(parameters.get(1).asType()) : Optional.empty();
        boolean takesTaskAndHandle = beginsWell && (parameters.size() == 1 || handle.isPresent());
        Combination combination = chosen.get();
        if (takesTaskAndHandle && handle.equals(combination.handle())) {
            return Optional.empty();
        }
        String taken = JavaTypes.parameters(method);
        if (handle.isPresent()) {
            return Optional.of(ManagementComplaints.handleOfAnotherGrain(
                    module, taken, wanted(), combination, handle.get(), combinations.handing(handle.get())));
        } else if (combination.handle().isEmpty()) {
            return Optional.of(ofCoarseGrain(module, method, beginsWell));
        } else if (takesTaskAndHandle) {
            return Optional.of(
                    ManagementComplaints.handleMissing(module, taken, wanted(), combination, coarse(combination)));
        }
        return Optional.of(ManagementComplaints.parametersOfFineGrain(module, taken, wanted(), combination));
    }

    private Complaint ofCoarseGrain(String module, ExecutableElement method, boolean beginsWell) {
        String taken = JavaTypes.parameters(method);
        return beginsWell
                ? Complaint.evaluatorTakesMore(module, taken, task.simpleName())
                : Complaint.evaluatorParameters(module, taken, task.simpleName());
    }

    /** The coarse combination of the same pattern, if there is one; of the same policy before others. */
    private Optional<Combination> coarse(Combination fine) {
        List<Combination> coarse = combinations.of(fine.pattern()).stream()
                .filter(combination -> combination.handle().isEmpty())
                .toList();
        return coarse.stream()
                .filter(combination -> combination.policy().equals(fine.policy()))
                .findFirst()
                .or(() -> coarse.stream().findFirst());
    }

    private Optional<ClassName> handle(TypeMirror type) {
        return combinations.handles().stream()
                .filter(handle -> isNamed(type, handle))
                .findFirst();
    }

    /**
     * In the first round the task's type is an error to javac, which knows its simple or its imported name. So is a
     * type whose import was forgotten: that is said by javac, and need not be said again.
     */
    private static boolean isNamed(TypeMirror type, ClassName wanted) {
        if (type.getKind() != TypeKind.ERROR && type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        String name = element.getQualifiedName().toString();
        return name.equals(wanted.canonicalName()) || name.equals(wanted.simpleName());
    }
}
