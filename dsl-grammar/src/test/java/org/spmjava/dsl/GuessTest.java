package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** What is understood of a file that is broken. */
class GuessTest {

    private static final String WHOLE =
            """
            enum Color { RED, GREEN };
            struct Point { scalar<int> x = deferred; };
            """ + Typedefs.with("scalar<long> nMin = deferred; scalar<Color> color = RED; tuple<Point> at = None;");

    private static TaskType guess(String text) {
        return guess(text, TypedefSources.NONE);
    }

    private static TaskType guess(String text, TypedefSources imports) {
        SourceText source = Typedefs.text(text);
        assertThat(TypedefCompiler.compile(source, imports).hasErrors()).isTrue();
        return TypedefCompiler.guess(source, imports)
                .orElseThrow()
                .task(Head.LIST)
                .orElseThrow();
    }

    private static List<String> fields(List<Field> fields) {
        return fields.stream().map(Field::canonicalText).toList();
    }

    @Test
    void aFileWithoutMistakesMeansWhatItSays() {
        assertThat(TypedefCompiler.guess(Typedefs.text(WHOLE), TypedefSources.NONE))
                .isEqualTo(TypedefCompiler.compile(Typedefs.text(WHOLE)).file());
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "scalr<long>, scalar<long>",
        "lng, long",
        "task<lsit>, task<list>",
        "lable, label",
        "struct mta, struct meta",
        "struct smp, struct spm",
        "= REED, = RED",
        "= deffered, = deferred",
        "tuple<Point at, tuple<Point> at",
        "RED GREEN, 'RED, GREEN'"
    })
    void aMisspeltWordIsTakenForTheNearest(String misspelt, String meant) {
        String broken = WHOLE.replaceFirst(meant, misspelt);
        TaskType expected = TypedefCompiler.compile(Typedefs.text(WHOLE))
                .file()
                .orElseThrow()
                .tasks()
                .get(0);

        assertThat(guess(broken).canonicalText()).isEqualTo(expected.canonicalText());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "scalar<long> nMin = deferred, scalar<long> nMin = deferred; scalar<int> nMin = None",
        "scalar<long> nMin = deferred, scalar<long> nMin = deferred; scalar<int> class = None",
        "scalar<long> nMin = deferred, scalar<long> nMin = deferred; scalar<int> 3n = None",
        "x = deferred; };, x = deferred; }; struct Point { scalar<int> y = None; };",
        "enum Color, struct Meta { }; enum Color",
        "'RED, GREEN', 'RED, GREEN, RED, default'",
    })
    void whatACheckIsAgainstIsLeftOut(String written, String broken) {
        String expected = TypedefCompiler.compile(Typedefs.text(WHOLE))
                .file()
                .orElseThrow()
                .tasks()
                .get(0)
                .canonicalText();

        assertThat(guess(WHOLE.replace(written, broken)).canonicalText()).isEqualTo(expected);
    }

    @Test
    void aFieldOfAnUnknownTypeMayHoldAnything() {
        assertThat(fields(guess(Typedefs.with("scalar<Xyzzy> a = deferred; scalar<Xyzzy> b = None;"))
                        .fields()))
                .containsExactly("scalar<mixed> a=deferred;", "scalar<mixed> b=None;");
    }

    @Test
    void aFieldThatDoesNotSayHowItBeginsMustBeSet() {
        assertThat(fields(guess(Typedefs.with("scalar<int> a = ; scalar<int> b = 0.5;"))
                        .fields()))
                .containsExactly("scalar<int> a=deferred;", "scalar<int> b=deferred;");
    }

    @Test
    void whatEveryTaskHasIsThere() {
        TaskType task = guess("task<list> { scalar<int> a = deferred; };");

        assertThat(task.meta().fields().stream().map(Field::name)).containsExactly("label", "module", "timeout");
        assertThat(fields(task.fields())).containsExactly("scalar<int> a=deferred;");
    }

    @Test
    void aSystemFieldOfAnotherTypeIsTakenAsInMostTypedefs() {
        TaskType task = guess(Typedefs.with("").replace("scalar<timeout> timeout", "scalar<int> timeout"));

        assertThat(fields(task.meta().fields())).contains("scalar<timeout> timeout=deferred;");
    }

    @Test
    void theTypesOfABrokenImportAreUnknown() {
        TypedefSources imports = Typedefs.sources(
                Map.of("broken.spmtype", "enum Color { RED, RED };", "sound.spmtype", "enum Size { SMALL };"));
        TaskType task = guess(
                "import \"broken.spmtype\"; import \"sound.spmtype\";"
                        + Typedefs.with("scalar<Color> c = RED; scalar<Size> s = SMALL;"),
                imports);

        assertThat(fields(task.fields())).containsExactly("scalar<mixed> c=deferred;", "scalar<Size> s=SMALL;");
    }

    @Test
    void aMisspeltImportIsTakenForTheNearest() {
        TypedefSources imports = Typedefs.sources(Map.of("sizes.spmtype", "enum Size { SMALL };"));
        TaskType task = guess("import \"sises.spmtype\";" + Typedefs.with("scalar<Size> s = SMALL;"), imports);

        assertThat(fields(task.fields())).containsExactly("scalar<Size> s=SMALL;");
    }

    @Test
    void ofBracesThatDoNotMatchNothingIsUnderstood() {
        assertThat(TypedefCompiler.guess(Typedefs.text("task<list> {"), TypedefSources.NONE).stream()
                        .flatMap(file -> file.tasks().stream()))
                .isEmpty();
    }
}
