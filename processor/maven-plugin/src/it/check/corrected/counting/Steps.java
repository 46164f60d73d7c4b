package counting;

import org.spmjava.api.annotation.Hub;

final class Steps {
    private Steps() {}

    static long count(long number) {
        String name = System.getProperty("counting.step", "java.lang.Long");
        try {
            return number + Class.forName(name).getModifiers();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Hub
    static void show(long n) {
        System.out.println(n);
    }
}
