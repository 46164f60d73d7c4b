package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    static void main(String[] arguments) {
        System.setProperty("primes.step", arguments[0]);
        System.setProperty("java.util.logging.config.file", arguments[1]);
        System.err.println(System.getProperty("user.name"));
    }

    @Online
    @Spoke
    static String taskEval(long n) {
        System.setProperty("primes.step", "evaluating");
        return System.getProperty("user.name") + System.getProperty("primes.step") + System.lineSeparator();
    }
}
