package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.value.Mixed;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.ValueType;

/** What payloads, their builders and managers do. */
class PayloadTest {

    private static final ReturnType A_STRING = new ReturnType(Optional.of(new Scalar(ValueType.STRING)), true);

    private static String main(String body) {
        return """
                public final class Main implements Generated.Program {
                    public Main() {}
                    @Override public Object run(FakeCloud cloud) throws Exception {
                        List<Object> received = new ArrayList<>();
                        %s
                    }
                }
                """.formatted(body);
    }

    private static String evaluator(String expression) {
        return """
                final class Primes {
                    private Primes() {}
                    static String taskEval(PrimesTask task) { return String.valueOf(%s); }
                }
                """.formatted(expression);
    }

    /** Runs the statements with a manager whose next stage is the user's first deferred field, or the last stage. */
    private static Object withFields(String fields, String body) {
        String begin = """
                PrimesManager manager = PrimesManager.define(cloud, status -> received.add(status.returnValue()));
                var task = manager.task().label("l").module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1));
                """;
        ManagerSpec spec = Typedefs.pinterp(Typedefs.withFields(fields), A_STRING);
        return Generated.run(spec, evaluator("task"), main(begin + body));
    }

    @Test
    void theSpokeSeesWhereItRunsAndTheUsersFields() {
        String body = """
                PrimesManager manager = PrimesManager.define(cloud, status -> received.add(status.returnValue()));
                manager.task().label("l").module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1))
                        .nMin(2).nMax(5).relaunchPre(false).push();
                manager.manage(null, null, null, null, null);
                return received.get(0);
                """;
        String evaluator = evaluator(
                "task.nMin() + \" \" + task.nMax() + \" \" + task.spm().core().nameHost() + task.spm().core().whoAmI()"
                        + " + task.spm().core().relaunchPre() + task.spm().core().relaunchPost()");

        assertThat(Generated.run(Typedefs.pinterp(Typedefs.PRIMES, A_STRING), evaluator, main(body)))
                .isEqualTo("2 5 Optional[host]Optional[spoke-0.1]Optional[false]Optional.empty");
    }

    @Test
    void theRuntimeIsToldWhatItMustKnow() {
        FakeCloud cloud = new FakeCloud();
        String body = """
                PrimesManager manager = PrimesManager.define(cloud, status -> {});
                manager.task().label("l").module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1))
                        .nMin(2).nMax(5).relaunchPost(true).path("a.jar", "b.jar").modulePreload(Main.class).push();
                PrimesTask pushed = (PrimesTask) cloud.pushed.get(0);
                return new PrimesManager.Definition().meta(pushed);
                """;
        ManagerSpec spec = Typedefs.pinterp(Typedefs.PRIMES, A_STRING);

        Object meta = Generated.run(cloud, spec, evaluator("task"), main(body));

        assertThat(meta)
                .hasToString("TaskMeta[label=l, timeout=after PT1S, relaunchPre=false, relaunchPost=true,"
                        + " path=[a.jar, b.jar], modulePreload=[ModuleRef[className=demo.Main]]]");
        assertThat(cloud.definition.signature()).isEqualTo("demo.Primes#signature::Primes");
        assertThat(cloud.definition.pattern()).isEqualTo(Pattern.LIST);
        assertThat(cloud.definition.grain()).isEqualTo(Grain.COARSE);
        assertThat(cloud.definition.fingerprint()).isEqualTo(spec.fingerprint());
    }

    @Test
    void whatTheTypedefLacksIsOffOrEmpty() {
        Object meta = withFields(
                "", "task.push(); return new PrimesManager.Definition().meta(" + "(PrimesTask) cloud.pushed.get(0));");

        assertThat(meta).asString().contains("relaunchPre=false, relaunchPost=false, path=[], modulePreload=[]");
    }

    @Test
    void anApiIsAppliedToTypedArguments() {
        String body = """
                ShellsManager manager = ShellsManager.define(cloud, status -> received.add(status.returnValue()));
                manager.task().label("l").api(Shell.POLICY_C)
                        .apiArgs(new Shell.Args("uptime", Timeout.afterSeconds(2)))
                        .timeout(Timeout.afterSeconds(10)).push();
                manager.manage(null, null, null, null, null);
                return ((SpmRecord) received.get(0)).fields();
                """;

        assertThat(Generated.run(Typedefs.papply(Pattern.LIST), "final class Shells {}", main(body)))
                .isInstanceOfSatisfying(Map.class, fields -> {
                    assertThat(fields.get("api")).isEqualTo(Mixed.of("coprocess.shell.policyC"));
                    assertThat(fields.get("arguments")).asString().contains("value=uptime");
                });
    }

    @Test
    void apiAndArgumentsAreSetTogetherWhereverTheTypedefHasThem() {
        String typedef = Typedefs.SHELL
                .formatted("list")
                .replace("dict<string,mixed> apiArgs = deferred;", "")
                .replace(
                        "scalar<stringSnippet> label",
                        "dict<string,mixed> apiArgs = None;\nscalar<stringSnippet> label");
        ManagerSpec spec = new ManagerSpec(
                ClassName.get("demo", "Shells"),
                "Shell.spmtype",
                Typedefs.task(typedef, Head.LIST),
                "s",
                new Management("ISOLATED", "COARSE", Optional.empty()),
                List.of(),
                ReturnType.OF_API,
                "g");
        String body = """
                ShellsManager manager = ShellsManager.define(cloud, status -> {});
                manager.task().label("l").api(Shell.POLICY_A)
                        .apiArgs(new Shell.Args("uptime", Timeout.afterSeconds(2)))
                        .timeout(Timeout.afterSeconds(10)).push();
                return cloud.arrived.equals(cloud.pushed);
                """;

        assertThat(Generated.run(spec, "final class Shells {}", main(body))).isEqualTo(true);
    }

    @Test
    void severalModulesAreChosenByName() {
        ManagerSpec one = Typedefs.pinterp(Typedefs.withFields(""), A_STRING);
        ManagerSpec spec = new ManagerSpec(
                one.annotatedClass(),
                one.typedefFile(),
                one.task(),
                one.signature(),
                one.management(),
                List.of(ClassName.get("demo", "Trial"), ClassName.get("demo", "Main", "SegmentedSieve")),
                A_STRING,
                one.generator());
        String main = """
                public final class Main implements Generated.Program {
                    public Main() {}
                    static final class SegmentedSieve {
                        private SegmentedSieve() {}
                        static String taskEval(PrimesTask task) { return "sieve"; }
                    }
                    @Override public Object run(FakeCloud cloud) throws Exception {
                        List<Object> received = new ArrayList<>();
                        PrimesManager manager =
                                PrimesManager.define(cloud, status -> received.add(status.returnValue()));
                        for (PrimesTask.Module module : List.of(
                                PrimesTask.Module.SEGMENTED_SIEVE, PrimesTask.Module.TRIAL)) {
                            manager.task().label("l").module(module).timeout(Timeout.afterSeconds(1)).push();
                        }
                        manager.manage(null, null, null, null, null);
                        return received;
                    }
                }
                """;
        String trial = "final class Trial { static String taskEval(PrimesTask task) { return \"trial\"; } }";

        assertThat(Generated.run(spec, main, trial)).isEqualTo(List.of("sieve", "trial"));
    }

    @Test
    void everyPushIsASnapshot() {
        Object pushed =
                withFields("tuple<long> numbers = deferred; scalar<bytes> data = deferred; scalar<int> n = None;", """
                List<Long> numbers = new ArrayList<>(List.of(1L));
                byte[] data = {1};
                var last = task.numbers(numbers).data(data);
                last.push();
                numbers.add(2L);
                data[0] = 2;
                last.n(7).push();
                PrimesTask first = (PrimesTask) cloud.pushed.get(0);
                first.data()[0] = 3;
                PrimesTask second = (PrimesTask) cloud.pushed.get(1);
                return List.of(first.numbers(), first.data()[0], first.n(), second.data()[0], second.n());
                """);

        assertThat(pushed).isEqualTo(List.of(List.of(1L), (byte) 1, Optional.empty(), (byte) 1, Optional.of(7)));
    }

    @Test
    void payloadsWithBytesAreEqualByValue() {
        Object equal = withFields(
                "scalar<bytes> a = deferred; tuple<bytes> b = None; dict<string,bytes> key = None; scalar<bytes> that ="
                        + " None;",
                """
                byte[] x = {1};
                byte[] y = {2};
                task.a(x).b(List.of(x)).key(Map.of("k", x)).that(x).push();
                task.a(y).b(List.of(x)).key(Map.of("k", x)).that(x).push();
                task.a(x).b(List.of(y)).key(Map.of("k", x)).that(x).push();
                task.a(x).b(List.of(x)).key(Map.of("k", y)).that(x).push();
                task.a(x).b(List.of(x)).key(Map.of("k", x)).that(y).push();
                return cloud.pushed.stream().map(cloud.arrived.get(0)::equals).toList();
                """);

        assertThat(equal).isEqualTo(List.of(true, false, false, false, false));
    }

    @Test
    void snippetsAreCheckedWhereTheyAreSet() {
        String fields = "scalar<stringSnippet> one = deferred; tuple<stringSnippet> many = deferred;"
                + " dict<stringSnippet,stringSnippet> dict = deferred; scalar<stringSnippet> maybe = None;";
        String tooLong = "\"x\".repeat(35)";
        for (String set : List.of(
                "task.one(%s)",
                "task.one(\"\").many(List.of(%s))",
                "task.one(\"\").many(List.of()).dict(Map.of(%s, \"\"))",
                "task.one(\"\").many(List.of()).dict(Map.of(\"\", %s))",
                "task.one(\"\").many(List.of()).dict(Map.of()).maybe(%s)")) {
            assertThatThrownBy(() -> withFields(fields, set.formatted(tooLong) + "; return null;"))
                    .as(set)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 34 characters");
        }
    }

    @Test
    void nullIsRefusedWhereItIsSet() {
        for (String set : List.of(
                "task.text(null)",
                "task.text(\"\").numbers(null)",
                "task.text(\"\").numbers(Arrays.asList(1L, null))",
                "task.text(\"\").numbers(List.of()).span(null)")) {
            assertThatThrownBy(() -> withFields(
                            "scalar<string> text = deferred; tuple<long> numbers = deferred; scalar<duration> span ="
                                    + " None;",
                            set + "; return null;"))
                    .as(set)
                    .isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void whatIsLeftOutDoesNotCompile() {
        Compilation compilation = Generated.compile(
                Typedefs.pinterp(Typedefs.PRIMES, A_STRING),
                evaluator("task"),
                main("PrimesManager.define(cloud, status -> {}).task().label(\"l\")"
                        + ".module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1)).nMin(2).push();"
                        + " return null;"));

        assertThat(compilation).failed();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("cannot find symbol");
        assertThat(compilation).hadErrorContaining("NMaxStage");
    }

    @Test
    void everyLegalNameOfAFieldIsAName() {
        StringBuilder fields = new StringBuilder();
        StringBuilder setters = new StringBuilder("task");
        for (String name : List.of(
                "in",
                "out",
                "sink",
                "key",
                "that",
                "other",
                "value",
                "wire",
                "arguments",
                "stages_",
                "pushStage",
                "handle",
                "record",
                "var",
                "_x",
                "Stages",
                "Codec",
                "Core",
                "of",
                "api",
                "apiArgs")) {
            fields.append("scalar<string> %s = deferred;\n".formatted(name));
            setters.append(".%s(\"\")".formatted(name));
        }
        // Those that Java or the payload itself needs are told apart by an underscore.
        for (String name : List.of(
                "label",
                "timeout",
                "module",
                "Objects",
                "List",
                "Snippets",
                "Stat",
                "TaskStat",
                "WireFields",
                "yield")) {
            fields.append("tuple<stringSnippet> %s = deferred;\n".formatted(name));
            setters.append(".%s_(List.of())".formatted(name));
        }

        assertThat(withFields(fields.toString(), setters + ".push(); return cloud.arrived.equals(cloud.pushed);"))
                .isEqualTo(true);
    }
}
