package library;

import org.spmjava.api.annotation.Hub;

/** Looks harmless from outside. */
public final class Reports {
    private Reports() {}

    public static void progress(long done) {
        if (done > 0) {
            show(done);
        }
    }

    @Hub
    private static void show(long done) {
        System.out.println(done);
    }
}
