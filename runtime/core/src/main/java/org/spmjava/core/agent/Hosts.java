package org.spmjava.core.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of hosts. */
public final class Hosts {

    private Hosts() {}

    /**
     * The name of this host, as the kernel has it; without asking the network where that can be avoided.
     *
     * @return {@code localhost} if it cannot be told
     */
    public static String localName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException noSuchFile) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "localhost";
            }
        }
    }
}
