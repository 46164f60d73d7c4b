package library;

import org.spmjava.api.annotation.Self;

/** As harmless as it looks. */
public final class Reports {
    private Reports() {}

    public static void progress(long done) {
        if (done > 0) {
            show(done);
        }
    }

    @Self
    private static void show(long done) {
        System.out.println(done);
    }
}
