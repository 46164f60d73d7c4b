package org.spmjava.core.spoke;

import java.util.List;
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
     * The Spokes of a command are known, and may talk to each other; comes before its task that does.
     *
     * @param command the command's number
     * @param incarnations in the order of their ranks
     */
    record FormUnit(int command, List<Long> incarnations) implements SpokeEffect {}

    /**
     * The task's question is answered.
     *
     * @param answer the encoded answer; null if there is none
     * @param refusal why there is none, in one line; null if there is one
     */
    record Answer(byte[] answer, String refusal) implements SpokeEffect {}

    /**
     * A command is over: nothing is to be left of it here.
     *
     * @param command the command's number
     */
    record Forget(int command) implements SpokeEffect {}

    /**
     * The process is to end at once, after what was sent has left.
     *
     * @param reason why, in one line
     */
    record Halt(String reason) implements SpokeEffect {}
}
