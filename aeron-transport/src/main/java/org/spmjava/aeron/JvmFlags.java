package org.spmjava.aeron;

import org.agrona.UnsafeApi;
import org.spmjava.api.error.SPMError;

/** What the Hub's JVM must have been started with; the Spokes' JVMs get it from their launcher. */
final class JvmFlags {

    private static final String PACKAGE = "jdk.internal.misc";

    private JvmFlags() {}

    /**
     * Checks this JVM.
     *
     * @throws SPMError if a flag is missing; says which, and where to put it
     */
    static void require() {
        Module reaching = UnsafeApi.class.getModule();
        if (!Object.class.getModule().isExported(PACKAGE, reaching)) {
            String to = reaching.isNamed() ? reaching.getName() : "ALL-UNNAMED";
            throw new SPMError("Aeron needs access to the package " + PACKAGE + " of java.base. Start this JVM with"
                    + " '--add-exports java.base/" + PACKAGE + "=" + to + "', or put"
                    + " 'Add-Exports: java.base/" + PACKAGE
                    + "' into the manifest of the jar that 'java -jar' starts.");
        }
    }
}
