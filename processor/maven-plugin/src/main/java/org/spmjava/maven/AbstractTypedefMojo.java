package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /**
     * {@code json}: beside the log, write what is found to {@code diagnostics-*.jsonl} in {@code target/spm}, for
     * programs; {@code text}: do not.
     */
    @Parameter(property = "spm.diagnostics", defaultValue = "text")
    private String diagnostics;

    @Parameter(defaultValue = "${project.build.directory}/spm", readonly = true, required = true)
    private File memoryDirectory;

    @Inject
    private BuildContext buildContext;

    private Diagnostics form = Diagnostics.TEXT;

    /** For Maven, which fills in the fields. */
    AbstractTypedefMojo() {}

    /**
     * Looks at the typedefs, and says what came of it: of those of {@code main} code, of {@code test} code, or of both.
     */
    abstract Map<String, Outcome> look() throws IOException;

    /** Where to remember. */
    final Path memoryDirectory() {
        return memoryDirectory.toPath();
    }

    /** Whether there has to be a report that is not there. */
    final boolean lacksReport(String kind) {
        return report(kind).isMissing();
    }

    private JsonReport report(String kind) {
        return form.report(memoryDirectory.toPath(), kind);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        form = Diagnostics.of(diagnostics);
        try {
            long begin = System.nanoTime();
            Map<String, Outcome> outcomes = look();
            getLog().debug("Looked for " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms.");
            for (Map.Entry<String, Outcome> outcome : outcomes.entrySet()) {
                outcome.getValue().summary().ifPresent(getLog()::info);
                report(outcome.getKey(), outcome.getValue());
            }
            Optional<String> failure = Outcome.failure(List.copyOf(outcomes.values()));
            if (failure.isPresent()) {
                throw new MojoFailureException(failure.get());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The typedefs cannot be read, or what follows from them cannot be written: " + e.getMessage(), e);
        }
    }

    /** On the command line the build context logs; in an editor it marks the line. */
    private void report(String kind, Outcome outcome) throws IOException {
        if (!outcome.isUnchanged()) {
            report(kind).writeFindings(outcome.findings());
        }
        outcome.checked().forEach(typedef -> buildContext.removeMessages(typedef.toFile()));
        for (Finding finding : outcome.findings()) {
            int severity = finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            buildContext.addMessage(
                    finding.file().toFile(), finding.line(), finding.column(), finding.text(), severity, null);
        }
    }
}
