package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Log {
    @Self
    static void line(VirtualCloud cloud, String line) {
        if (cloud != null) {
            System.err.println(cloud.inter() + line);
        }
    }
}
