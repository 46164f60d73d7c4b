package org.spmjava.core.spoke;

import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.SpokeMessage;

/** What a Spoke's core wants done. */
public sealed interface SpokeEffect {

    /**
     * A message is to be sent to the Hub, after those sent before.
     *
     * @param message the message
     */
    record Send(SpokeMessage message) implements SpokeEffect {}

    /**
     * A task is to be evaluated; exactly one Returned or Threw follows, unless the process halts first.
     *
     * @param definition the binary name of the generated definition class
     * @param fingerprint the typedef's fingerprint as the Hub knows it
     * @param rank this Spoke's rank within the command
     * @param task the task
     */
    record Evaluate(String definition, long fingerprint, int rank, Assign task) implements SpokeEffect {}

    /**
     * The process is to end at once, after what was sent has left.
     *
     * @param reason why, in one line
     */
    record Halt(String reason) implements SpokeEffect {}
}
