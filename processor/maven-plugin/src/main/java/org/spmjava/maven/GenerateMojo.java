package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks every typedef of the module, tells the annotation processor where they are, and sees to it that a changed
 * typedef is compiled. The typedefs are copied beside the classes, so that other modules may import them.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {

    /** Where the typedefs are. Need not exist. */
    @Parameter(property = "spm.typedefDirectory", defaultValue = "${project.basedir}/src/main/spmtype")
    private File typedefDirectory;

    /** Where to write; becomes a source root. */
    @Parameter(
            property = "spm.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/spm",
            required = true)
    private File outputDirectory;

    /** For Maven, which fills in the fields. */
    public GenerateMojo() {}

    @Override
    Map<String, Outcome> look() throws IOException {
        return generate(Kind.MAIN, typedefDirectory.toPath(), outputDirectory.toPath());
    }
}
