package org.spmjava.examples.firstsession;

import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;

/** The shortest session: one virtual cloud, one command. */
public final class FirstSession {

    private FirstSession() {}

    /**
     * Counts the primes.
     *
     * @param args none
     * @throws Exception if the command cannot go on
     */
    // tag::session[]
    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(CloudOptions.defaults())) {
            Primes primes = new Primes(cloud);
            Conclusion conclusion = primes.main(cloud.intraAll(), Timeout.afterSeconds(30));
            System.out.println(primes.counts() + ", " + conclusion.counts() + " in " + conclusion.duration());
        }
    }
    // end::session[]
}
