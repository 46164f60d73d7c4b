package org.spmjava.core.agent;

import java.util.List;
import java.util.function.BiConsumer;
import org.spmjava.core.tracker.Exit;

/** Starts and ends the processes of Spokes. */
public interface SpokeLauncher extends AutoCloseable {

    /**
     * Starts a process; returns at once.
     *
     * @param slot the Spoke's slot
     * @param incarnation the Spoke's number, never used before
     * @param transportArguments how it finds the Hub
     * @param onExit told once, from any thread, when the process has ended or could not be started
     */
    void launch(int slot, long incarnation, List<String> transportArguments, BiConsumer<Long, Exit> onExit);

    /**
     * Ends a process and all that it started, by force; returns at once. Nothing happens if it is gone.
     *
     * @param incarnation the Spoke's number
     */
    void destroy(long incarnation);

    /** Ends every process that is left, by force. Idempotent. */
    @Override
    void close();
}
