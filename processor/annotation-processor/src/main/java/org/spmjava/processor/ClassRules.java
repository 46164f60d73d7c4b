package org.spmjava.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** What an annotated class must be: something that generated neighbours can name. */
final class ClassRules {

    private ClassRules() {}

    static List<Complaint> check(TypeElement element) {
        String name = element.getSimpleName().toString();
        List<Complaint> complaints = new ArrayList<>();
        if (!element.getKind().isClass()) {
            complaints.add(Complaint.notAClass(name));
        }
        if (!element.getTypeParameters().isEmpty()) {
            complaints.add(Complaint.genericClass(name));
        }
        for (Element e = element; e instanceof TypeElement type; e = e.getEnclosingElement()) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                complaints.add(Complaint.privateClass(name, type.getSimpleName().toString()));
            }
            if (type.getNestingKind() == NestingKind.MEMBER
                    && !type.getModifiers().contains(Modifier.STATIC)) {
                complaints.add(Complaint.innerClass(type.getSimpleName().toString()));
            }
        }
        return complaints;
    }
}
