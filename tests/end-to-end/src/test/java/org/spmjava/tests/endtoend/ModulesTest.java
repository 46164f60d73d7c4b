package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A program in a module: generated code compiles there, and its Hub runs from the module path, with its Spokes. */
@ExtendWith(Census.class)
class ModulesTest {

    // tag::module-info[]
    private static final String MODULE = """
            module surveys {
                requires org.spmjava.aeron;
                requires org.spmjava.core;
                requires org.spmjava.api;
                // Automatic modules cannot say what they need of modules that are none.
                requires jdk.unsupported;
                requires org.slf4j;
                // The annotation @Generated, for the compiler alone.
                requires static java.compiler;
                // A serial session makes the generated definitions that a Spoke would.
                exports org.spmjava.tests.endtoend to org.spmjava.core;
            }
            """;
    // end::module-info[]

    private static final Pattern MODULE_NAME = Pattern.compile("<spm.module.name>(.*)</spm.module.name>");
    private static final Pattern LIBRARY = Pattern.compile("(chronicle|aeron|agrona|slf4j|HdrHistogram)-.*\\.jar");

    @TempDir
    private Path root;

    @Test
    void aProgramInAModuleRunsInASerialSession() throws Exception {
        assertThat(output("serial")).contains("module surveys", "[Place[x=0.0, y=0.0]]", "true");
    }

    @Test
    void aProgramInAModuleRunsWithSpokes() throws Exception {
        assertThat(output("processes")).contains("module surveys", "[Place[x=0.0, y=0.0]]", "true");
    }

    private List<String> output(String cloud) throws Exception {
        Path libraries = libraries();
        Path classes = compile(libraries);
        Path log = root.resolve("log");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-exports=java.base/jdk.internal.misc=org.agrona",
                        "--module-path=" + libraries + File.pathSeparator + classes,
                        "--module=surveys/" + SurveyProgram.class.getName(),
                        cloud)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(log);
        assertThat(program.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private Path compile(Path libraries) throws IOException {
        Path descriptor = Files.writeString(root.resolve("module-info.java"), MODULE);
        Path written = Path.of("src/main/java/org/spmjava/tests/endtoend");
        Path generated = Path.of("target/generated-sources/annotations/org/spmjava/tests/endtoend");
        List<Path> sources = List.of(
                descriptor,
                written.resolve("SurveyProgram.java"),
                written.resolve("Surveys.java"),
                generated.resolve("SurveysTask.java"),
                generated.resolve("SurveysManager.java"));
        Path classes = root.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-requires-automatic,-module",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "17",
                    "--module-path",
                    libraries.toString(),
                    "-d",
                    classes.toString());
            boolean well = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(well).as(said.toString()).isTrue();
        }
        return classes;
    }

    /** What the program needs, as jars: those of this build may be directories yet. */
    private Path libraries() throws IOException {
        Path libraries = Files.createDirectories(root.resolve("libraries"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (LIBRARY.matcher(name).matches() || name.startsWith("spm-")) {
                Files.copy(path, libraries.resolve(name));
            } else if (Files.isDirectory(path) && path.endsWith(Path.of("target", "classes"))) {
                Path room = path.getParent().getParent();
                Matcher module = MODULE_NAME.matcher(Files.readString(room.resolve("pom.xml")));
                if (module.find()) {
                    pack(path, module.group(1), libraries.resolve(room.getFileName() + ".jar"));
                }
            }
        }
        return libraries;
    }

    private static void pack(Path classes, String module, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(classes)) {
            found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest)) {
            for (Path file : files) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
    }
}
