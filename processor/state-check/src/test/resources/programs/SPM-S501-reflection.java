package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(String name) throws Exception {
        Helper.again(name);
        return Class.forName(name).hashCode();
    }
}

class Helper {
    static Object again(String name) throws Exception {
        return Helper.class.getMethod(name).invoke(null);
    }
}
