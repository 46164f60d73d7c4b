package org.spmjava.benchmarks.speed.peer;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;

/** The other process of {@link AeronSubmitter}: sends back what it gets. */
final class AeronWorker {

    private static final int CONDUCTOR_PERIOD = 1024;

    private AeronWorker() {}

    /**
     * Runs it, until it is ended.
     *
     * @param args the driver's directory, and which worker it is
     */
    public static void main(String[] args) {
        int worker = Integer.parseInt(args[1]);
        Worker.ready("");
        try (Aeron aeron = Aeron.connect(
                        new Aeron.Context().aeronDirectoryName(args[0]).useConductorAgentInvoker(true));
                Subscription tasks = aeron.addSubscription(AeronSubmitter.CHANNEL, AeronSubmitter.TO_WORKER + worker);
                ExclusivePublication results =
                        aeron.addExclusivePublication(AeronSubmitter.CHANNEL, AeronSubmitter.FROM_WORKER + worker)) {
            FragmentHandler sendBack = (buffer, offset, length, header) -> {
                while (results.offer(buffer, offset, length) < 0) {
                    Thread.yield();
                }
            };
            for (int turn = 0; !aeron.isClosed(); turn++) {
                if (tasks.poll(sendBack, AeronSubmitter.POLL_LIMIT) == 0) {
                    Thread.yield();
                }
                if (turn % CONDUCTOR_PERIOD == 0) {
                    aeron.conductorAgentInvoker().invoke();
                }
            }
        }
    }
}
