package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.spmjava.codegen.ManagerGenerator;

/** Who has which class name in this compilation. */
final class GeneratedNames {

    private final Map<String, String> claimed = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    /** Notes the classes that the user wrote. */
    void see(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            written.add(type.getQualifiedName().toString());
        }
    }

    /** Claims the names that a declaration needs, or says who has one of them. */
    Optional<Complaint> claim(Declaration declaration) {
        List<ClassName> names = List.of(declaration.task(), ManagerGenerator.managerOf(declaration.className()));
        for (ClassName name : names) {
            String qualified = name.canonicalName();
            if (written.contains(qualified)) {
                return Optional.of(Complaint.nameTaken(name.simpleName(), "there is a class of that name already"));
            }
            if (claimed.containsKey(qualified)) {
                return Optional.of(Complaint.nameTaken(
                        name.simpleName(), "`" + claimed.get(qualified) + "` has it generated already"));
            }
        }
        names.forEach(name -> claimed.put(
                name.canonicalName(), declaration.element().getQualifiedName().toString()));
        return Optional.empty();
    }

    /** Those of the files whose names nobody has. */
    List<JavaFile> ofFreeNames(List<JavaFile> files) {
        return files.stream()
                .filter(file -> {
                    String name = ClassName.get(
                                    file.packageName(), file.typeSpec().name())
                            .canonicalName();
                    return !written.contains(name) && !claimed.containsKey(name);
                })
                .toList();
    }
}
