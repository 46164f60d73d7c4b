package org.spmjava.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** In which form findings are told, beside the log. */
enum Diagnostics {
    /** In the log alone. */
    TEXT,
    /** In a file of JSON Lines too. */
    JSON;

    /** The form that a user asked for. */
    static Diagnostics of(String name) throws MojoExecutionException {
        for (Diagnostics form : values()) {
            if (form.name().equalsIgnoreCase(name)) {
                return form;
            }
        }
        throw new MojoExecutionException("spm.diagnostics is `text` or `json`, and not `" + name + "`.");
    }

    /** The file of what {@code about} names. */
    JsonReport report(Path directory, String about) {
        return new JsonReport(directory.resolve("diagnostics-" + about + ".jsonl"), this == JSON);
    }
}
