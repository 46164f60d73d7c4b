package org.spmjava.benchmarks.speed.peer;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import java.util.function.BiConsumer;

/** A member of the cluster of {@link HazelcastSubmitter}. */
final class HazelcastWorker {

    private static final String LOOPBACK = "127.0.0.1";

    private HazelcastWorker() {}

    /**
     * Runs it, until it is ended.
     *
     * @param args the first port, its own, and how many members there are
     */
    public static void main(String[] args) {
        int firstPort = Integer.parseInt(args[0]);
        int ownPort = Integer.parseInt(args[1]);
        Config config = new Config();
        quiet(config::setProperty);
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getSerializationConfig().addDataSerializableFactory(HazelcastTask.FACTORY, type -> new HazelcastTask());
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(ownPort).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        for (int worker = 0; worker < Integer.parseInt(args[2]); worker++) {
            join.getTcpIpConfig().addMember(LOOPBACK + ":" + (firstPort + worker));
        }
        Hazelcast.newHazelcastInstance(config);
        Worker.ready(LOOPBACK + ":" + ownPort);
    }

    /** No report to its makers, and nothing on the console. */
    static void quiet(BiConsumer<String, String> property) {
        property.accept("hazelcast.phone.home.enabled", "false");
        property.accept("hazelcast.logging.type", "none");
    }
}
