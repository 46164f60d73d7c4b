package org.spmjava.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What the processor looks for of the api, by name: the compiler does not depend on the runtime. */
final class ApiNames {

    static final String TASK_MANAGER = "org.spmjava.api.annotation.TaskManager";
    static final String HUB = "org.spmjava.api.annotation.Hub";
    static final String SPOKE = "org.spmjava.api.annotation.Spoke";
    static final String OFFLINE = "org.spmjava.api.annotation.Offline";
    static final String ONLINE = "org.spmjava.api.annotation.Online";

    static final String ALLOWS = "org.spmjava.api.Allows";
    static final String ALLOWS_TABLE = ALLOWS + ".Table";

    static final String TIMEOUT = "org.spmjava.api.Timeout";
    static final String MIXED = "org.spmjava.api.value.Mixed";
    static final String RECORD = "org.spmjava.api.value.SpmRecord";

    private ApiNames() {}

    /** The annotation of that name on an element, if there is one. */
    static Optional<AnnotationMirror> find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    static boolean has(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }
}
