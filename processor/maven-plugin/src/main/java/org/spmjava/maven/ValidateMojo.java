package org.spmjava.maven;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks every typedef of the module and of its tests, always, and writes nothing but the report that is asked for:
 * {@code mvn spm:validate}. What is imported from libraries is not looked at.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractTypedefMojo {

    /** Where the typedefs are. Need not exist. */
    @Parameter(property = "spm.typedefDirectory", defaultValue = "${project.basedir}/src/main/spmtype")
    private File typedefDirectory;

    /** Where the typedefs of the tests are. Need not exist. */
    @Parameter(property = "spm.testTypedefDirectory", defaultValue = "${project.basedir}/src/test/spmtype")
    private File testTypedefDirectory;

    /** For Maven, which fills in the fields. */
    public ValidateMojo() {}

    @Override
    Map<String, Outcome> look() throws IOException {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("main", check(typedefDirectory));
        outcomes.put("test", check(testTypedefDirectory));
        return outcomes;
    }

    private static Outcome check(File directory) throws IOException {
        TypedefDirectory typedefs = TypedefDirectory.read(directory.toPath());
        return new Outcome(typedefs.size(), typedefs.files(), typedefs.checkAlone(), false);
    }
}
