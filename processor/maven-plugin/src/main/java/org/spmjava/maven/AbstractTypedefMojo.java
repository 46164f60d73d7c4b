package org.spmjava.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** What the goals that look at typedefs have in common: how they tell Maven and an editor what is wrong. */
abstract class AbstractTypedefMojo extends AbstractMojo {

    /** Skips all goals of this plugin, if true. */
    @Parameter(property = "spm.skip", defaultValue = "false")
    private boolean skip;

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
            long begin = System.nanoTime();
            List<Outcome> outcomes = look();
            getLog().debug("Looked for " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms.");
            for (Outcome outcome : outcomes) {
                outcome.summary().ifPresent(getLog()::info);
                report(outcome);
            }
            Optional<String> failure = Outcome.failure(outcomes);
            if (failure.isPresent()) {
                throw new MojoFailureException(failure.get());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The typedefs cannot be read, or what follows from them cannot be written: " + e.getMessage(), e);
        }
    }

    /** On the command line the build context logs; in an editor it marks the line. */
    private void report(Outcome outcome) {
        outcome.checked().forEach(typedef -> buildContext.removeMessages(typedef.toFile()));
        for (Finding finding : outcome.findings()) {
            int severity = finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            buildContext.addMessage(
                    finding.file().toFile(), finding.line(), finding.column(), finding.text(), severity, null);
        }
    }
}
