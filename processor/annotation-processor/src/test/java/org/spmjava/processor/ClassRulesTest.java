package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the annotated class. */
class ClassRulesTest {

    private static final String ANNOTATION = "@TaskManager(typedef = \"Shell.spmtype\")\n";

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void aTypedefOfTasksThatApplyAnApi() {
        project = new Project(root).typedef("Shell.spmtype", Project.SHELL_TYPEDEF);
    }

    private List<String> errors(String source) {
        return project.source("demo.Outer", source).errors();
    }

    @Test
    void classesEnumsAndRecordsMayBeAnnotatedAndBeNested() {
        assertThat(errors("class Outer {\n" + ANNOTATION + "static class A {}\n" + ANNOTATION + "enum B { X }\n"
                        + ANNOTATION + "record C(ATask a, BManager b) {}\n}"))
                .isEmpty();
    }

    @Test
    void anInterfaceIsNoClass() {
        assertThat(errors(ANNOTATION + "interface Outer {}"))
                .singleElement()
                .asString()
                .startsWith("3: `Outer` is not a class.");
    }

    @Test
    void anInnerClassHasAnInstanceAroundIt() {
        assertThat(errors("class Outer {\n" + ANNOTATION + "class Inner {}\n}"))
                .singleElement()
                .asString()
                .startsWith("4: `Inner` is an inner class.");
    }

    @Test
    void aPrivateClassIsHiddenFromItsNeighbours() {
        assertThat(errors("class Outer {\n" + ANNOTATION + "private static class Hidden {}\n}"))
                .singleElement()
                .asString()
                .startsWith("4: `Hidden` is private.");
    }

    @Test
    void aClassInAPrivateClassIsHiddenToo() {
        assertThat(errors("class Outer { private static class Hidden {\n" + ANNOTATION + "static class Inner {}\n} }"))
                .singleElement()
                .asString()
                .startsWith("4: `Hidden` is private, and with it `Inner`.");
    }

    @Test
    void aGenericClassIsNoManager() {
        assertThat(errors(ANNOTATION + "class Outer<T> {}"))
                .singleElement()
                .asString()
                .startsWith("3: `Outer` has type parameters.");
    }

    @Test
    void twoClassesOfOneNameInOnePackageClash() {
        assertThat(errors("class Outer {\n" + ANNOTATION + "static class A {}\nstatic class Other {\n" + ANNOTATION
                        + "static class A {}\n} }"))
                .singleElement()
                .asString()
                .startsWith("7: `ATask` cannot be generated: `demo.Outer.A` has it generated already.");
    }

    @Test
    void aClassOfTheGeneratedNameClashes() {
        project.source("demo.OuterManager", "class OuterManager {}");

        assertThat(errors(ANNOTATION + "class Outer { OuterTask task; }"))
                .singleElement()
                .asString()
                .startsWith("3: `OuterManager` cannot be generated: there is a class of that name already.");
    }

    @Test
    void theSignatureIsTheClassAndWhatTheUserSays() {
        project.source(
                "demo.Named",
                "@TaskManager(typedef = \"Shell.spmtype\", signature = \"signature::mainHub\") class Named {}");

        assertThat(project.generated("demo.NamedManager")).contains("return \"demo.Named#signature::mainHub\";");
        project.source("demo.Outer", "class Outer {\n" + ANNOTATION + "static class A {}\n}");
        assertThat(project.generated("demo.AManager")).contains("return \"demo.Outer.A#signature::A\";");
    }
}
