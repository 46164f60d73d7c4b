package org.spmjava.processor;

import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** State annotations that exclude each other. */
final class StateRules {

    private static final String SIDES =
            "The Hub and a Spoke are different processes; a method that may run on either is" + " annotated `@Self`.";
    private static final String LINES =
            "A side is offline or online, never both; a method that does not care has neither" + " annotation.";

    private StateRules() {}

    static void check(RoundEnvironment round, Set<? extends TypeElement> annotations, Reporter reporter) {
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(ApiNames.HUB)) {
                check(round, annotation, ApiNames.SPOKE, "Hub", "Spoke", SIDES, reporter);
            } else if (annotation.getQualifiedName().contentEquals(ApiNames.ONLINE)) {
                check(round, annotation, ApiNames.OFFLINE, "Online", "Offline", LINES, reporter);
            }
        }
    }

    private static void check(
            RoundEnvironment round,
            TypeElement annotation,
            String excluded,
            String name,
            String excludedName,
            String why,
            Reporter reporter) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            if (ApiNames.has(element, excluded)) {
                String method = element.getEnclosingElement().getSimpleName() + "." + element.getSimpleName();
                reporter.at(element, Complaint.contradiction(method, name, excludedName, why));
            }
        }
    }
}
