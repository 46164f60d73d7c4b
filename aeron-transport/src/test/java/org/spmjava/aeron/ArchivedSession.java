package org.spmjava.aeron;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;

/** A whole program: runs one task on each of two Spokes, and ends the session when its input ends. */
final class ArchivedSession {

    static final String READY = "the task has returned";

    private ArchivedSession() {}

    /**
     * Runs it.
     *
     * @param flags of the Spokes
     */
    public static void main(String[] flags) throws Exception {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(CloudOptions.defaults()
                .withSpokes(2)
                .withSpokeHeapBytes(64L << 20)
                .withSpokeJvmFlags(List.copyOf(Arrays.asList(flags))))) {
            ManagerHandle<Deed, String> list = cloud.define(new Deed.ListDefinition(), status -> {});
            list.push(new Deed("deed", TimeUnit.SECONDS.toMillis(10)));
            Conclusion conclusion = list.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(30),
                    Timeout.afterSeconds(60));
            if (!conclusion.concludedWell()) {
                throw new IllegalStateException(conclusion.toString());
            }
            System.out.println(READY);
            awaitEndOfInput();
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Whatever is said to it.
        }
    }
}
