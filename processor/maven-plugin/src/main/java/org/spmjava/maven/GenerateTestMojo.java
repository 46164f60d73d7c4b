package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Does for the typedefs of the module's tests what {@code generate} does for the others. */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {

    /** Where the typedefs of the tests are. Need not exist. */
    @Parameter(property = "spm.testTypedefDirectory", defaultValue = "${project.basedir}/src/test/spmtype")
    private File typedefDirectory;

    /** Where to write; becomes a source root of the tests. */
    @Parameter(
            property = "spm.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/spm",
            required = true)
    private File outputDirectory;

    /** For Maven, which fills in the fields. */
    public GenerateTestMojo() {}

    @Override
    Map<String, Outcome> look() throws IOException {
        return generate(Kind.TEST, typedefDirectory.toPath(), outputDirectory.toPath());
    }
}
