package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** What the goals have in common: how they tell Maven and an editor what is wrong. */
abstract class AbstractTypedefMojo extends AbstractMojo {

    /** Does nothing, if true. */
    @Parameter(property = "spm.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private BuildContext buildContext;

    /** For Maven, which fills in the fields. */
    AbstractTypedefMojo() {}

    /** Looks at the typedefs, and says what came of it. */
    abstract List<Outcome> look() throws IOException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        try {
            List<Outcome> outcomes = look();
            for (Outcome outcome : outcomes) {
                outcome.summary().ifPresent(getLog()::info);
                report(outcome);
            }
            Optional<String> failure = Outcome.failure(outcomes);
            if (failure.isPresent()) {
                throw new MojoFailureException(failure.get());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The typedefs cannot be read, or the stamp cannot be written: " + e, e);
        }
    }

    final MavenProject project() {
        return project;
    }

    /** Checks and stamps the typedefs of one kind of source. */
    final Outcome generate(Path typedefs, Path sourceRoot, String kind) throws IOException {
        String module = project.getGroupId() + ":" + project.getArtifactId() + ":" + kind;
        Generation generation = new Generation(typedefs, sourceRoot, module, plugin.getVersion());
        Outcome outcome = generation.run();
        if (outcome.changed()) {
            buildContext.refresh(sourceRoot.toFile());
        }
        return outcome;
    }

    /** On the command line the build context logs; in an editor it marks the line. */
    private void report(Outcome outcome) {
        outcome.directory()
                .typedefs()
                .forEach(typedef -> buildContext.removeMessages(typedef.file().toFile()));
        for (Finding finding : outcome.findings()) {
            int severity = finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            buildContext.addMessage(
                    finding.file().toFile(), finding.line(), finding.column(), finding.text(), severity, null);
        }
    }
}
