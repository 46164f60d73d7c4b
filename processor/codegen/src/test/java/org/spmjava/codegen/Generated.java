package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Generated classes, compiled in memory together with a program of a user, which runs. */
public final class Generated {

    private static final String IMPORTS = "package demo; import java.time.*; import java.util.*;"
            + " import org.spmjava.api.*; import org.spmjava.api.closure.*; import org.spmjava.api.communication.*;"
            + " import org.spmjava.api.coprocess.*;"
            + " import org.spmjava.api.value.*; import org.spmjava.codegen.*;\n";

    private Generated() {}

    /** What a user's program does with a cloud. */
    @FunctionalInterface
    public interface Program {
        /**
         * Runs.
         *
         * @param cloud the session
         * @return what the test looks at
         * @throws Exception what went wrong
         */
        Object run(FakeCloud cloud) throws Exception;
    }

    /** Compiles without a warning, and gives what the program returns. */
    static Object run(ManagerSpec spec, String... classes) {
        return run(new FakeCloud(), spec, classes);
    }

    /**
     * The same with a cloud to look into afterwards.
     *
     * @param classes the user's, of package {@code demo}; one is {@code Main implements Program}
     */
    static Object run(FakeCloud cloud, ManagerSpec spec, String... classes) {
        Compilation compilation = compile(spec, classes);
        assertThat(compilation).succeededWithoutWarnings();
        try {
            Class<?> main = new Loader(compilation).loadClass("demo.Main");
            return ((Program) main.getConstructor().newInstance()).run(cloud);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Compilation compile(ManagerSpec spec, String... classes) {
        return compile(ManagerGenerator.generate(spec), List.of("-Xlint:all", "-Werror"), classes);
    }

    static Compilation compile(List<JavaFile> files, List<String> options, String... classes) {
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(file -> sources.add(file.toJavaFileObject()));
        for (String source : classes) {
            String name = source.replaceFirst("(?s).*?(?:class|record) (\\w+).*", "$1");
            sources.add(JavaFileObjects.forSourceString("demo." + name, IMPORTS + source));
        }
        return javac().withOptions(options).compile(sources);
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, JavaFileObject> classes = new HashMap<>();

        Loader(Compilation compilation) {
            super(Generated.class.getClassLoader());
            String prefix = "/" + StandardLocation.CLASS_OUTPUT + "/";
            for (JavaFileObject file : compilation.generatedFiles()) {
                String path = file.getName();
                if (path.endsWith(".class")) {
                    String name = path.substring(prefix.length(), path.length() - ".class".length());
                    classes.put(name.replace('/', '.'), file);
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            JavaFileObject file = classes.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try {
                byte[] bytes = file.openInputStream().readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
