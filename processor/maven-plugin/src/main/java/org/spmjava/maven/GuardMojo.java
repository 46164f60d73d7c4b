package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.spmjava.stateguard.StateGuard;
import org.spmjava.stateguard.StateGuardException;

/**
 * Gives every compiled method that says {@code @Hub}, {@code @Spoke}, {@code @Offline} or {@code @Online} a guard,
 * which throws at run time where it is called in the wrong place.
 */
@Mojo(name = "guard", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class GuardMojo extends AbstractMojo {

    /** Where the compiled classes are. Need not exist. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /** Does nothing, if true. */
    @Parameter(property = "spm.skip", defaultValue = "false")
    private boolean skip;

    /** For Maven, which fills in the fields. */
    public GuardMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        try {
            getLog().info(StateGuard.weave(classesDirectory.toPath()).summary());
        } catch (StateGuardException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The classes cannot be read or written: " + e, e);
        }
    }
}
