package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.ExecutableElement;
import org.spmjava.codegen.ReturnType;

/**
 * A method that evaluates tasks, with nothing wrong about it.
 *
 * @param module its class
 * @param method the method, for complaints
 * @param returnType what it returns
 * @param returned the same as the user wrote it
 */
record Evaluator(ClassName module, ExecutableElement method, ReturnType returnType, String returned) {

    String name() {
        return module.simpleName();
    }
}
