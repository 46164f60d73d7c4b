package org.spmjava.aeron;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.agent.Hosts;
import org.spmjava.core.agent.ShellBackend;
import org.spmjava.core.agent.SpokeAgent;
import org.spmjava.core.agent.SpokeExit;

/** The main class of a Spoke's process; the Hub's launcher starts it. */
final class AeronSpoke {

    private static final Logger LOG = LoggerFactory.getLogger(AeronSpoke.class);

    private AeronSpoke() {}

    /**
     * Serves the Hub until the session ends.
     *
     * @param args the slot, the incarnation, and how to find the Hub
     */
    public static void main(String[] args) {
        try {
            SpokeIdentity identity =
                    new SpokeIdentity(Integer.parseInt(args[0]), Long.parseLong(args[1]), Hosts.localName());
            List<String> transportArguments = List.of(args).subList(2, args.length);
            AeronSpokeTransport.awaitDriver(transportArguments);
            new SpokeAgent(identity, AeronSpokeTransport.connect(transportArguments), ShellBackend.onDemand()).run();
        } catch (Throwable failed) {
            LOG.error("This Spoke could not start.", failed);
            Runtime.getRuntime().halt(SpokeExit.FAILED);
        }
    }
}
