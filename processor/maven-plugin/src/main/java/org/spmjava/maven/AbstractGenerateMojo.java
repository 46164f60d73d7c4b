package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;

/** What {@code generate} and {@code generate-test} have in common. */
abstract class AbstractGenerateMojo extends AbstractTypedefMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private BuildContext buildContext;

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** For Maven, which fills in the fields. */
    AbstractGenerateMojo() {}

    /** Main code, or that of tests: what differs between them. */
    enum Kind {
        MAIN(Set.of("compile", "provided", "system")),
        TEST(Set.of("compile", "provided", "system", "runtime", "test"));

        private final Set<String> scopes;

        Kind(Set<String> scopes) {
            this.scopes = scopes;
        }
    }

    /** Checks, stamps and copies the typedefs in {@code typedefs}; what it writes goes to {@code sourceRoot}. */
    final Map<String, Outcome> generate(Kind kind, Path typedefs, Path sourceRoot) throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String module = project.getGroupId() + ":" + project.getArtifactId() + ":" + name;
        Path memory = memoryDirectory().resolve("generate-" + name);
        if (lacksReport(name)) {
            Files.deleteIfExists(memory);
        }
        Outcome outcome = new Generation(
                        typedefs,
                        sourceRoot,
                        classes(kind).resolve(Libraries.OFFERED),
                        module,
                        plugin.getVersion(),
                        memory,
                        () -> libraries(kind))
                .run();
        if (outcome.changed()) {
            buildContext.refresh(sourceRoot.toFile());
        }
        if (Files.isDirectory(typedefs)) {
            addRoot(kind, sourceRoot);
        }
        return Map.of(name, outcome);
    }

    private Path classes(Kind kind) {
        Build build = project.getBuild();
        return Path.of(kind == Kind.MAIN ? build.getOutputDirectory() : build.getTestOutputDirectory());
    }

    private Libraries libraries(Kind kind) throws IOException {
        Dependencies dependencies = new Dependencies(project, session.getRepositorySession(), dependenciesResolver);
        Optional<Path> own = kind == Kind.MAIN ? Optional.empty() : Optional.of(classes(Kind.MAIN));
        return new Libraries(own, dependencies.files(kind.scopes));
    }

    private void addRoot(Kind kind, Path sourceRoot) {
        if (kind == Kind.MAIN) {
            project.addCompileSourceRoot(sourceRoot.toString());
        } else {
            project.addTestCompileSourceRoot(sourceRoot.toString());
        }
    }
}
