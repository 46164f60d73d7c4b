package org.spmjava.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a typedef imports, out of roots, directories and jars; and what lies outside of them. */
class ImportsTest {

    private static final String OFFERED = "META-INF/spmtype/shared/colors.spmtype";

    /** Compiles if the imported enum has the constant. */
    private static final String USER = """
            @TaskManager(typedef = "Paint.spmtype")
            final class Paint {
                @Spoke @Online
                static boolean taskEval(PaintTask task) {
                    return task.color() == PaintTask.Color.%s;
                }
            }
            """;

    @TempDir
    Path directory;

    private Path root;
    private Path elsewhere;

    @BeforeEach
    void aRootAndADirectoryElsewhere() throws IOException {
        root = Files.createDirectory(directory.resolve("root"));
        elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    }

    private Project project(String constant) {
        return new Project(root)
                .typedef(
                        "Paint.spmtype",
                        "import \"shared/colors.spmtype\";\n"
                                + Project.PRIMES_TYPEDEF.replace("nMin ", "color :: scalar<Color> = deferred; nMin "))
                .source("demo.Paint", USER.formatted(constant));
    }

    private Path jar(String name, String entry, byte[] content) throws IOException {
        Path jar = elsewhere.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content);
        }
        return jar;
    }

    private Path jar(String name, String colors) throws IOException {
        return jar(name, OFFERED, colors.getBytes(StandardCharsets.UTF_8));
    }

    private Project with(Project project, Path... libraries) {
        StringBuilder option = new StringBuilder("-Aspm.typedefs=" + root);
        for (Path library : libraries) {
            option.append(File.pathSeparator).append(library);
        }
        return project.withoutRoots().option(option.toString());
    }

    @Test
    void aJarOffersTypedefs() throws IOException {
        Path jar = jar("colors.jar", "enum Color { RED, GREEN };");

        assertThat(with(project("GREEN"), jar).errors()).isEmpty();
    }

    @Test
    void aClassDirectoryOffersTypedefs() throws IOException {
        Path file = elsewhere.resolve("classes/" + OFFERED);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "enum Color { RED, GREEN };");

        assertThat(with(project("GREEN"), elsewhere.resolve("classes")).errors())
                .isEmpty();
    }

    @Test
    void aClassDirectoryOnTheClassPathNeedsNoOption() throws IOException {
        Path file = elsewhere.resolve("classes/" + OFFERED);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "enum Color { RED, GREEN };");
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Project project =
                project("GREEN").option("-classpath").option(elsewhere.resolve("classes") + File.pathSeparator + own);

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void noLinkLeadsOutOfAClassDirectory() throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("colors.spmtype"), "enum Color { RED };");
        Path file = elsewhere.resolve("classes/" + OFFERED);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, outside);

        assertThat(with(project("RED"), elsewhere.resolve("classes")).errors())
                .singleElement()
                .asString()
                .contains("error [SPM-E603]: There is no typedef `shared/colors.spmtype` to import.");
    }

    @Test
    void twoLibrariesThatOfferDifferentFilesOfOneNameAreReported() throws IOException {
        Path red = jar("red.jar", "enum Color { RED };");
        Path green = jar("green.jar", "enum Color { GREEN };");

        assertThat(with(project("RED"), red, green).errors())
                .singleElement()
                .asString()
                .contains("error [SPM-E606]: There is more than one typedef `shared/colors.spmtype` to import: `" + red
                        + "`, `" + green + "`.");
    }

    @Test
    void twoLibrariesThatOfferTheSameFileAgree() throws IOException {
        Path one = jar("one.jar", "enum Color { RED };");
        Path two = jar("two.jar", "enum Color { RED };");

        assertThat(with(project("RED"), one, two).errors()).isEmpty();
    }

    @Test
    void aJarThatIsDamagedOrGoneOffersNothing() throws IOException {
        Path jar = jar("colors.jar", "enum Color { RED };");
        Path damaged = Files.writeString(elsewhere.resolve("damaged.jar"), "no jar");

        assertThat(with(project("RED"), damaged, elsewhere.resolve("gone.jar"), jar)
                        .errors())
                .isEmpty();
    }

    @Test
    void aFileBelowTheRootsComesBeforeThatOfAJar() throws IOException {
        Path jar = jar("colors.jar", "enum Color { RED };");
        Project project = project("OWN").typedef("shared/colors.spmtype", "enum Color { OWN };");

        assertThat(with(project, jar).errors()).isEmpty();
    }

    /** Javac shows neither the META-INF of a jar nor what is on the module path. */
    @Test
    void whatTheMavenPluginFoundComesBeforeTheClassPath() throws IOException {
        Path jar = jar("colors.jar", "enum Color { RED };");
        Path found = elsewhere.resolve("spm/META-INF/spm/imports/shared/colors.spmtype");
        Files.createDirectories(found.getParent());
        Files.writeString(found, "enum Color { FOUND };");
        Project project = project("FOUND")
                .option("-sourcepath")
                .option(elsewhere.resolve("spm").toString());

        assertThat(with(project, jar).errors()).isEmpty();
    }

    @Test
    void aMistakeInAJarIsReportedWithItsOwnPlace() throws IOException {
        Path jar = jar("colors.jar", "enum Color { RED, RED };");

        assertThat(with(project("RED"), jar).errors())
                .singleElement()
                .asString()
                .startsWith("2: shared/colors.spmtype:1:19: error [SPM-E509]");
    }

    @Test
    void aFileOfAJarThatIsNotTextIsReported() throws IOException {
        Path jar = jar("colors.jar", OFFERED, "enum Color { RED }; # ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(with(project("RED"), jar).errors())
                .singleElement()
                .asString()
                .contains("error [SPM-E607]: The typedef `shared/colors.spmtype` cannot be imported: it is not UTF-8.");
    }

    @Test
    void typedefsAreUtf8WhateverTheEncodingOfSources() throws IOException {
        Path jar = jar("colors.jar", "# Größe, 日本\nenum Color { RED };");
        Project project = project("RED").option("-encoding").option("US-ASCII");

        assertThat(with(project, jar).compile()).succeededWithoutWarnings();
    }

    @Test
    void noNameLeadsOutOfAJar() throws IOException {
        Path jar = jar("colors.jar", "META-INF/spmtype/../colors.spmtype", new byte[0]);
        Project project = new Project(root)
                .typedef("Paint.spmtype", "import \"../colors.spmtype\";\n" + Project.PRIMES_TYPEDEF)
                .source("demo.Paint", "@TaskManager(typedef = \"Paint.spmtype\") final class Paint {}");

        assertThat(with(project, jar).errors())
                .singleElement()
                .asString()
                .contains("error [SPM-E602]: `../colors.spmtype` cannot be the name of an imported file.");
    }

    @Test
    void aLinkLeadsToAFileBelowTheRoots() throws IOException {
        Project project = project("LINKED").typedef("palettes/modern.spmtype", "enum Color { LINKED };");
        Files.createDirectories(root.resolve("shared"));
        Files.createSymbolicLink(root.resolve("shared/colors.spmtype"), root.resolve("palettes/modern.spmtype"));

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void noLinkLeadsOutOfTheRoots() throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("colors.spmtype"), "enum Color { RED };");
        Files.createDirectories(root.resolve("shared"));
        Files.createSymbolicLink(root.resolve("shared/colors.spmtype"), outside);
        Path jar = jar("colors.jar", "enum Color { RED };");

        assertThat(with(project("RED"), jar).errors())
                .singleElement()
                .asString()
                .contains("error [SPM-E607]: The typedef `shared/colors.spmtype` cannot be imported: it is a link that"
                        + " leads out of the typedef roots.");
    }

    @Test
    void noLinkLeadsAClassOutOfTheRoots() throws IOException {
        Files.writeString(elsewhere.resolve("Shell.spmtype"), Project.SHELL_TYPEDEF);
        Files.createSymbolicLink(root.resolve("outside"), elsewhere);
        Project project = new Project(root)
                .source("demo.Each", "@TaskManager(typedef = \"outside/Shell.spmtype\") class Each {}");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: The typedef " + root.resolve("outside/Shell.spmtype")
                        + " cannot be read: it is a link that leads out of the typedef roots.");
    }

    @Test
    void aLinkThatLeadsNowhereIsNoTypedef() throws IOException {
        Files.createSymbolicLink(root.resolve("Shell.spmtype"), elsewhere.resolve("gone"));
        Project project =
                new Project(root).source("demo.Each", "@TaskManager(typedef = \"Shell.spmtype\") class Each {}");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: There is no typedef `Shell.spmtype` in ");
    }

    @Test
    void aRootMayItselfBeALink() throws IOException {
        Files.writeString(elsewhere.resolve("Shell.spmtype"), Project.SHELL_TYPEDEF);
        Path link = Files.createSymbolicLink(root.resolve("typedefs"), elsewhere);
        Project project = new Project(root)
                .withoutRoots()
                .option("-Aspm.typedefs=" + link)
                .source("demo.Each", "@TaskManager(typedef = \"Shell.spmtype\") class Each {}");

        assertThat(project.errors()).isEmpty();
    }
}
