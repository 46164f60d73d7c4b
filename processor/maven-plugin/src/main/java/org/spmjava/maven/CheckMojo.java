package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.spmjava.statecheck.Finding;
import org.spmjava.statecheck.Severity;
import org.spmjava.statecheck.StateCheckReport;

/**
 * Checks the compiled classes of the module: that no code does on a Spoke what belongs to the Hub, nor while online
 * what must be done before, however many calls lead there, through libraries and other modules too. The module's tests
 * are not checked: a test may call anything from anywhere.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CheckMojo extends AbstractMojo {

    private static final String MARKED = CheckMojo.class.getName() + ".marked";

    /** Skips this goal, if true. */
    @Parameter(property = "spm.check.skip", defaultValue = "false")
    private boolean skip;

    /** Skips all goals of this plugin, if true. */
    @Parameter(property = "spm.skip", defaultValue = "false")
    private boolean skipAll;

    /** Whether a mistake fails the build. If not, mistakes are shown as warnings. */
    @Parameter(property = "spm.check.failOnError", defaultValue = "true")
    private boolean failOnError;

    /**
     * Whether to show each place where the check could not see what is called, such as a call by reflection, rather
     * than to say how many there are.
     */
    @Parameter(property = "spm.check.notes", defaultValue = "false")
    private boolean showNotes;

    /**
     * {@code json}: beside the log, write what is found to {@code diagnostics-check.jsonl} in {@code target/spm}, for
     * programs; {@code text}: do not.
     */
    @Parameter(property = "spm.diagnostics", defaultValue = "text")
    private String diagnostics;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classesDirectory;

    @Parameter(defaultValue = "${project.build.directory}/spm", readonly = true, required = true)
    private File memoryDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private BuildContext buildContext;

    /** For Maven, which fills in the fields. */
    public CheckMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipAll) {
            getLog().info("Skipped.");
        } else if (classesDirectory.isDirectory()) {
            check();
        }
    }

    private void check() throws MojoExecutionException, MojoFailureException {
        Path directory = memoryDirectory.toPath();
        Path memory = directory.resolve("check");
        JsonReport json = Diagnostics.of(diagnostics).report(directory, "check");
        ClassCheck.Result result;
        try {
            if (json.isMissing()) {
                Files.deleteIfExists(memory);
            }
            result = new ClassCheck(classesDirectory.toPath(), classPath(), memory, plugin.getVersion()).run(showNotes);
            if (result.report().isPresent()) {
                json.write(result.report().get());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("The classes cannot be read: " + e.getMessage(), e);
        }
        if (result.report().isPresent()) {
            report(result.report().get());
        } else {
            getLog().info("Nothing changed in the classes and the class path.");
        }
        if (result.unknown() > 0 && !showNotes) {
            getLog().info(CheckText.unknown(result.unknown()));
        }
        if (result.report().isPresent() && failOnError) {
            List<Finding> errors = result.report().get().errors();
            if (!errors.isEmpty()) {
                throw new MojoFailureException(CheckText.failure(errors));
            }
        }
    }

    /** What the classes were compiled with, without the classes themselves. */
    private List<Path> classPath() throws MojoExecutionException {
        try {
            return project.getCompileClasspathElements().stream()
                    .map(Path::of)
                    .filter(path -> !path.equals(classesDirectory.toPath()))
                    .toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The class path is not known: " + e.getMessage(), e);
        }
    }

    private void report(StateCheckReport report) {
        removeMarkers();
        SourceFiles sources = new SourceFiles(
                project.getCompileSourceRoots().stream().map(Path::of).toList(), classesDirectory.toPath());
        List<String> marked = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Path file = sources.of(finding);
            if (finding.severity() != Severity.NOTE) {
                boolean fails = failOnError && finding.severity() == Severity.ERROR;
                buildContext.addMessage(
                        file.toFile(),
                        finding.line(),
                        CheckText.COLUMN,
                        CheckText.of(finding),
                        fails ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                        null);
                marked.add(file.toString());
            } else if (showNotes) {
                getLog().info(CheckText.withPlace(file, finding));
            }
        }
        buildContext.setValue(MARKED, marked);
        getLog().info(CheckText.summary(report));
    }

    /** In an editor: those that this goal set when it ran last. */
    private void removeMarkers() {
        if (buildContext.getValue(MARKED) instanceof List<?> marked) {
            marked.forEach(file -> buildContext.removeMessages(new File(file.toString())));
        }
    }
}
