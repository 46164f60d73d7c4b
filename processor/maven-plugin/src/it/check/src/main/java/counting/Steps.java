package counting;

import org.spmjava.api.annotation.Hub;

final class Steps {
    private Steps() {}

    static long count(long number) {
        for (long n = 1; n < number; n++) {
            Runnable report = () -> show(number);
            report.run();
        }
        return number;
    }

    @Hub
    static void show(long n) {
        System.out.println(n);
    }
}
