package demo;

import org.spmjava.api.annotation.*;

class Log {
    @Self
    static String line(String line) {
        return whoAmI() + line;
    }

    @Spoke
    static String whoAmI() {
        return "spoke-1";
    }
}
