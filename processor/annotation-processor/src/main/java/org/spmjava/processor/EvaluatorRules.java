package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.spmjava.codegen.ManagerGenerator;
import org.spmjava.codegen.ReturnType;

/** What a module must be: a class with one method that a generated manager can call on a Spoke. */
final class EvaluatorRules {

    private final ClassName task;
    private final ParameterRules parameters;
    private final ReturnTypes returnTypes;
    private final Reporter reporter;

    /**
     * @param task the payload class; it does not exist yet, so it is known by its name alone
     * @param parameters what an evaluator takes
     * @param returnTypes what a task can return
     * @param reporter told of every mistake
     */
    EvaluatorRules(ClassName task, ParameterRules parameters, ReturnTypes returnTypes, Reporter reporter) {
        this.task = task;
        this.parameters = parameters;
        this.returnTypes = returnTypes;
        this.reporter = reporter;
    }

    /** The methods of a module that look like evaluators. */
    static List<ExecutableElement> candidates(TypeElement module) {
        return ElementFilter.methodsIn(module.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(ManagerGenerator.EVALUATOR))
                .toList();
    }

    /** The evaluator of a module, or empty if what is wrong with it was reported. */
    Optional<Evaluator> check(TypeElement module) {
        List<ExecutableElement> candidates = candidates(module);
        String name = module.getSimpleName().toString();
        if (candidates.isEmpty()) {
            Optional<ExecutableElement> meant = likelyMeant(module);
            Element place = meant.isPresent() ? meant.get() : module;
            reporter.at(
                    place,
                    Complaint.noEvaluator(
                            name,
                            parameters.wanted(),
                            meant.map(method -> method.getSimpleName().toString())));
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            reporter.at(candidates.get(1), Complaint.severalEvaluators(name));
            return Optional.empty();
        }
        ExecutableElement method = candidates.get(0);
        List<Complaint> complaints = complaints(module, method);
        complaints.forEach(complaint -> reporter.at(method, complaint));
        Optional<ReturnType> returned = returnTypes.of(method.getReturnType());
        return complaints.isEmpty() && StateDemand.EVALUATOR.isMetBy(method)
                ? returned.map(type ->
                        new Evaluator(ClassName.get(module), method, type, JavaTypes.display(method.getReturnType())))
                : Optional.empty();
    }

    /** A method of another name that is annotated as evaluators are. */
    private static Optional<ExecutableElement> likelyMeant(TypeElement module) {
        return ElementFilter.methodsIn(module.getEnclosedElements()).stream()
                .filter(method -> ApiNames.has(method, ApiNames.SPOKE) && ApiNames.has(method, ApiNames.ONLINE))
                .findFirst();
    }

    private List<Complaint> complaints(TypeElement module, ExecutableElement method) {
        String name = module.getSimpleName().toString();
        List<Complaint> complaints = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            complaints.add(Complaint.evaluatorNotStatic(name));
        }
        hidden(method).ifPresent(element -> complaints.add(hidden(name, element)));
        if (!method.getTypeParameters().isEmpty()) {
            complaints.add(Complaint.evaluatorGeneric(name));
        }
        parameters.check(name, method).ifPresent(complaints::add);
        if (returnTypes.of(method.getReturnType()).isEmpty()) {
            complaints.add(
                    Complaint.evaluatorReturns(name, JavaTypes.display(method.getReturnType()), task.simpleName()));
        }
        complaints.addAll(StateDemand.EVALUATOR.check(method, "The evaluator `" + name + ".taskEval`"));
        return complaints;
    }

    private Complaint hidden(String name, Element element) {
        String hidden = element.getSimpleName().toString();
        return packageOf(element).equals(task.packageName())
                ? Complaint.evaluatorPrivate(name, hidden)
                : Complaint.evaluatorInAnotherPackage(name, hidden);
    }

    /** What keeps the generated manager from calling the method, if anything does. */
    private Optional<Element> hidden(ExecutableElement method) {
        boolean samePackage = packageOf(method).equals(task.packageName());
        for (Element element = method; !(element instanceof PackageElement); element = element.getEnclosingElement()) {
            boolean visible = samePackage ? !element.getModifiers().contains(Modifier.PRIVATE) : isPublic(element);
            if (!visible) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Members of interfaces are public without saying so, and javac says so for them. */
    private static boolean isPublic(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC);
    }

    private static String packageOf(Element element) {
        Element enclosing = element;
        while (!(enclosing instanceof PackageElement)) {
            enclosing = enclosing.getEnclosingElement();
        }
        return ((PackageElement) enclosing).getQualifiedName().toString();
    }
}
