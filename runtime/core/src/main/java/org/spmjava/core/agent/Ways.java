package org.spmjava.core.agent;

import org.spmjava.core.communication.HubLine;
import org.spmjava.core.communication.Peers;

/** The ways out of an evaluation. */
interface Ways extends HubLine {

    /**
     * The unit that this Spoke belongs to.
     *
     * @param command the command's number
     * @return null if the command's Spokes are no unit, or not yet
     */
    Peers peers(int command);
}
