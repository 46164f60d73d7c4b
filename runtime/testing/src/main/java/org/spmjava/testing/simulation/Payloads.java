package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import org.spmjava.core.hub.TaskSpec;

/** Tasks whose payload is their number. */
final class Payloads {

    private Payloads() {}

    /** How many tasks a command has: most have a few, some have many. */
    static int count(Chance chance) {
        return chance.oneIn(6) ? chance.below(600) : chance.below(12);
    }

    static TaskSpec task(int task, Setting setting, boolean relaunches, int[] predecessors) {
        Chance chance = setting.chance();
        // Without faults every task is to return.
        long timeoutMs = setting.faults().healed() ? 600_000 : 1 + chance.below(5_000);
        return new TaskSpec(
                "task " + task,
                timeoutMs * MS,
                relaunches && chance.oneIn(4),
                relaunches && chance.oneIn(4),
                new byte[] {(byte) (task >> 8), (byte) task},
                predecessors);
    }

    static int number(byte[] payload) {
        return (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }
}
