package org.spmjava.testing.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The pure cores and the simulator once more, in a loader of their own, with one source changed. */
final class MutatedCores extends ClassLoader {

    private static final Path SOURCES = Path.of("..", "core", "src", "main", "java", "org", "spmjava", "core");
    private static final Pattern OWN = Pattern.compile(
            "org\\.spmjava\\.(core\\.(manager|tracker|hub|spoke|message)|testing\\.simulation)\\.[^.]+");

    private final Map<String, byte[]> mutated = new TreeMap<>();

    private MutatedCores() {
        super(MutatedCores.class.getClassLoader());
    }

    /** The cores as they are. */
    static MutatedCores unchanged() {
        return new MutatedCores();
    }

    /**
     * The cores with a bug.
     *
     * @throws IllegalStateException if the text to change is not there exactly once, or does not compile any more
     */
    static MutatedCores with(Mutant mutant) {
        try {
            MutatedCores cores = new MutatedCores();
            cores.compile(mutant.file(), mutant.apply(Files.readString(SOURCES.resolve(mutant.file()))));
            return cores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(String file, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            new InMemory(files),
                            null,
                            List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                            null,
                            List.of(new Source(file, source)))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    /** The first seed that finds something wrong, if one does. */
    OptionalLong firstFailure(long seeds) throws ReflectiveOperationException {
        var simulation = loadClass(Simulation.class.getName()).getConstructor(long.class);
        var run = simulation.getDeclaringClass().getMethod("run");
        for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
            try {
                run.invoke(simulation.newInstance(seed));
            } catch (InvocationTargetException broken) {
                if (broken.getCause() instanceof AssertionError) {
                    return OptionalLong.of(seed);
                }
                throw broken;
            }
        }
        return OptionalLong.empty();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known == null && OWN.matcher(name).matches()) {
                byte[] bytes = mutated.containsKey(name) ? mutated.get(name) : original(name);
                known = defineClass(name, bytes, 0, bytes.length);
            }
            return known == null ? super.loadClass(name, resolve) : known;
        }
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///org/spmjava/core/" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            mutated.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
