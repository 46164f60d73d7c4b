package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Pattern;

/** Tasks that need others. */
class DagTest {

    private static final String TASK =
            "manager.task().label(\"%s\").api(Shell.POLICY_A).apiArgs(new Shell.Args(\"true\","
                    + " Timeout.afterSeconds(1))).timeout(Timeout.afterSeconds(2))";

    private static String main(String statements) {
        return """
                public final class Main implements Generated.Program {
                    public Main() {}
                    @Override public Object run(FakeCloud cloud) {
                        ShellsManager manager = ShellsManager.define(cloud, status -> {});
                        %s
                        return cloud.needed;
                    }
                }
                """.formatted(statements);
    }

    @Test
    void aTaskOfADagNamesThoseThatItNeeds() {
        String statements = "TaskRef compile = " + TASK.formatted("compile") + ".push();"
                + "TaskRef check = " + TASK.formatted("check") + ".after(compile).push();"
                + TASK.formatted("link") + ".relaunchPost(true).after(compile, check).push();";

        assertThat(Generated.run(Typedefs.papply(Pattern.DAG), "final class Shells {}", main(statements)))
                .isEqualTo(List.of(List.of(), List.of(0), List.of(0, 1)));
    }

    @Test
    void aTaskOfAListNeedsNoOther() {
        String statements = TASK.formatted("link") + ".after().push();";

        Compilation compilation =
                Generated.compile(Typedefs.papply(Pattern.LIST), "final class Shells {}", main(statements));

        assertThat(compilation).hadErrorContaining("method after()");
    }
}
