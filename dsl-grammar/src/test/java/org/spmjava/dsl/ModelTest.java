package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Evaluation;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Struct;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.model.ValueType;

class ModelTest {

    @Test
    void theShellListOfTheSourceIsUnderstood() {
        TypedefFile file = Typedefs.model(Typedefs.shellList());
        TaskType task = file.task(Head.LIST).orElseThrow();

        assertThat(file.tasks()).hasSize(1);
        assertThat(task.evaluation()).isEqualTo(Evaluation.PAPPLY);
        assertThat(names(task.meta())).containsExactly("label", "api", "apiArgs", "timeout");
        assertThat(names(task.core())).containsExactly("relaunchPre", "relaunchPost", "nameHost", "whoAmI");
        assertThat(names(task.stat())).containsExactly("exception", "returnValue");
        assertThat(task.meta().field("apiArgs").orElseThrow().type())
                .isEqualTo(new Dict(ValueType.STRING, ValueType.MIXED));
        assertThat(task.stat().field("returnValue").orElseThrow().type()).isEqualTo(new Scalar(ValueType.RECORD));
        assertThat(task.fields()).isEmpty();
        assertThat(task.line()).isEqualTo(1);
    }

    @Test
    void thePrimesOfTheSourceAreUnderstood() {
        TaskType task = Typedefs.model(Typedefs.primes()).task(Head.LIST).orElseThrow();

        assertThat(task.evaluation()).isEqualTo(Evaluation.PINTERP);
        assertThat(names(task.meta())).containsExactly("label", "path", "modulePreload", "module", "timeout");
        assertThat(task.meta().field("modulePreload").orElseThrow().type()).isEqualTo(new Tuple(ValueType.MODULE));
        assertThat(task.meta().field("path").orElseThrow().initializer()).isEqualTo(Absence.NONE);
        assertThat(task.fields()).extracting(Field::name).containsExactly("nMin", "nMax");
        Field nMax = task.field("nMax").orElseThrow();
        assertThat(nMax.type()).isEqualTo(new Scalar(ValueType.LONG));
        assertThat(nMax.initializer()).isEqualTo(Absence.DEFERRED);
        assertThat(nMax.line()).isEqualTo(22);
        assertThat(Typedefs.primes().slice(nMax.span())).isEqualTo("nMax :: scalar<long> = deferred;");
    }

    @Test
    void theSpellingDoesNotCount() {
        String paper = Typedefs.primes().text();
        String slides =
                paper.replaceAll("(\\w+) +:: struct", "struct $1").replaceAll("(\\w+) +:: ([a-z]+<\\w+>)", "$2 $1");

        assertThat(slides).doesNotContain("::").contains("struct meta {").contains("scalar<long> nMin");
        assertThat(fingerprint(slides)).isEqualTo(fingerprint(paper));
    }

    @Test
    void spellingsMayBeMixed() {
        String paper = Typedefs.primes().text();
        String mixed =
                paper.replace("meta :: struct", "struct meta").replace("nMax :: scalar<long>", "scalar<long>\n  nMax");

        assertThat(fingerprint(mixed)).isEqualTo(fingerprint(paper));
    }

    @Test
    void commentsSpacingAndLineEndsDoNotCount() {
        String text = Typedefs.primes().text();

        assertThat(fingerprint("# Above.\n\n" + text.replace(";", " ; # behind")))
                .isEqualTo(fingerprint(text));
        assertThat(fingerprint(text.replace("\n", "\r\n"))).isEqualTo(fingerprint(text));
        assertThat(fingerprint(text.replace("\n", "\r"))).isEqualTo(fingerprint(text));
        assertThat(fingerprint("\uFEFF" + text.replaceAll("[ \n]+", " "))).isEqualTo(fingerprint(text));
    }

    @Test
    void everythingElseCounts() {
        String text = Typedefs.primes().text();

        assertThat(List.of(
                        fingerprint(text),
                        fingerprint(text.replace("task<list>", "task<template>")),
                        fingerprint(text.replace("nMax", "nTop")),
                        fingerprint(text.replace("nMax :: scalar<long>", "nMax :: scalar<int>")),
                        fingerprint(text.replace("nMax :: scalar<long> = deferred", "nMax :: scalar<long> = None")),
                        fingerprint(text.replace("nMin", "n")
                                .replace("nMax", "nMin")
                                .replace("n ::", "nMax ::"))))
                .doesNotHaveDuplicates();
    }

    /** Spokes compare it with the Hub's: whoever changes it must know. */
    @Test
    void theFingerprintIsTheSameInEveryVersion() {
        assertThat(Long.toHexString(fingerprint(Typedefs.shellList().text()))).isEqualTo("3decb80f304ab86c");
        assertThat(Long.toHexString(fingerprint(Typedefs.primes().text()))).isEqualTo("2bf169e1184e287c");
    }

    @Test
    void oneFileMayHoldATaskOfEachHead() {
        String list = Typedefs.shellList().text();
        TypedefFile file = Typedefs.model(Typedefs.text(list + list.replace("<list>", "<template>")));

        assertThat(file.tasks()).extracting(TaskType::head).containsExactly(Head.LIST, Head.TEMPLATE);
        assertThat(file.task(Head.DAG)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyHeadIsUnderstood(Head head) {
        String text = Typedefs.primes().text().replace("task<list>", "task<" + head.keyword() + ">");

        assertThat(Typedefs.model(Typedefs.text(text)).tasks())
                .extracting(TaskType::head)
                .containsExactly(head);
    }

    @Test
    void theSemicolonAfterABraceMayBeLeftOut() {
        String text = Typedefs.primes().text();

        assertThat(fingerprint(text.replace("};", "}"))).isEqualTo(fingerprint(text));
    }

    @Test
    void theCommentDirectlyAboveIsTheDocumentation() {
        String text = Typedefs.primes()
                .text()
                .replace("task<list>", "# Counts primes.\ntask<list>")
                .replace("  nMin", "  # The first number,\n  #   included.\n  nMin")
                .replace("  nMax", "  # Belongs to nobody.\n\n  nMax")
                .replace("= deferred;\n  # Belongs", "= deferred; # behind\n  # Belongs");
        TaskType task = Typedefs.model(Typedefs.text(text)).tasks().get(0);

        assertThat(task.documentation()).contains("Counts primes.");
        assertThat(task.field("nMin").orElseThrow().documentation()).contains("The first number,\n  included.");
        assertThat(task.field("nMax").orElseThrow().documentation()).isEmpty();
    }

    @Test
    void aByteOrderMarkDoesNotHideTheDocumentation() {
        String text = "\uFEFF# Counts primes.\n" + Typedefs.primes().text();

        assertThat(Typedefs.model(Typedefs.text(text)).tasks().get(0).documentation())
                .contains("Counts primes.");
    }

    @Test
    void aCommentBehindAFieldDoesNotDocumentTheNext() {
        String text = Typedefs.primes().text().replace("= deferred;\n  nMax", "= deferred; # of nMin\n  nMax");
        TaskType task = Typedefs.model(Typedefs.text(text)).tasks().get(0);

        assertThat(task.field("nMax").orElseThrow().documentation()).isEmpty();
    }

    @Test
    void collectionsCannotBeChanged() {
        TypedefFile file = Typedefs.model(Typedefs.primes());

        assertThatThrownBy(() -> file.tasks().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> file.tasks().get(0).fields().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> file.tasks().get(0).meta().fields().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<String> names(Struct struct) {
        return struct.fields().stream().map(Field::name).toList();
    }

    private static long fingerprint(String text) {
        return Typedefs.model(Typedefs.text(text)).tasks().get(0).fingerprint();
    }
}
