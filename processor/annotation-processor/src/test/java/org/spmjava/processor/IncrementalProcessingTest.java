package org.spmjava.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build tool may rely on when it runs the processor for some classes only. */
class IncrementalProcessingTest {

    @TempDir
    Path root;

    @Test
    void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
        String name = "META-INF/gradle/incremental.annotation.processors";
        try (InputStream declared = SpmProcessor.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(declared).isNotNull();
            assertThat(new String(declared.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SpmProcessor.class.getName() + ",isolating\n");
        }
    }

    @Test
    void everyGeneratedFileHasTheAnnotatedClassAsItsOneOrigin() {
        Recorder recorder = new Recorder();
        Compilation compilation = project().compile(recorder);

        assertThat(compilation).succeeded();
        assertThat(recorder.origins)
                .isEqualTo(Map.of(
                        "demo.EachManager", List.of("demo.Each"),
                        "demo.EachTask", List.of("demo.Each"),
                        "demo.OnceManager", List.of("demo.Once"),
                        "demo.OnceTask", List.of("demo.Once")));
    }

    @Test
    void theSameHoldsWhereSomethingIsWrong() {
        Recorder recorder = new Recorder();
        Compilation compilation = project()
                .typedef("Shell.spmtype", "task<list> {")
                .source("demo.Odd", "@TaskManager(typedef = \"Odd.spmtype\") class Odd {}")
                .compile(recorder);

        assertThat(compilation).failed();
        assertThat(recorder.origins.keySet())
                .containsExactly(
                        "demo.EachManager",
                        "demo.EachTask",
                        "demo.OddManager",
                        "demo.OddTask",
                        "demo.OnceManager",
                        "demo.OnceTask");
        assertThat(recorder.origins)
                .allSatisfy((file, origins) ->
                        assertThat(origins).containsExactly(file.replaceFirst("(Task|Manager)$", "")));
    }

    private Project project() {
        return new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF)
                .source("demo.Each", "@TaskManager(typedef = \"Shell.spmtype\") class Each {}")
                .source(
                        "demo.Once",
                        "@TaskManager(typedef = \"Shell.spmtype\", pattern = Pattern.TEMPLATE) class Once {}");
    }

    /** The processor, and what it says about the origin of each file that it writes. */
    private static final class Recorder extends AbstractProcessor {

        private final SpmProcessor processor = new SpmProcessor();
        private final Map<String, List<String>> origins = new TreeMap<>();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Filer filer = recording(environment.getFiler());
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        private Filer recording(Filer filer) {
            return (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("create")) {
                            Element[] elements = (Element[]) arguments[arguments.length - 1];
                            origins.put(
                                    (String) arguments[0],
                                    List.of(elements).stream()
                                            .map(Element::toString)
                                            .toList());
                        }
                        try {
                            return method.invoke(filer, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
