package org.spmjava.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.diagnostic.Severity;

/** Tells javac what is wrong, at the place in Java that has to do with it. */
final class Reporter {

    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /** At a method or a class. */
    void at(Element element, Complaint complaint) {
        messager.printMessage(Kind.ERROR, complaint.toString(), element);
    }

    /** At a value of the annotation, or at the annotation where the value is a default. */
    void at(Declaration declaration, String value, Complaint complaint) {
        print(Kind.ERROR, complaint.toString(), declaration, value);
    }

    /** What the language says of a typedef: its own place is in the text. */
    void typedef(Declaration declaration, Diagnostic diagnostic) {
        Kind kind = diagnostic.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
        String text = DiagnosticRenderer.render(diagnostic).stripTrailing();
        print(kind, text, declaration, "typedef");
    }

    private void print(Kind kind, String text, Declaration declaration, String value) {
        messager.printMessage(kind, text, declaration.element(), declaration.annotation(), declaration.value(value));
    }
}
