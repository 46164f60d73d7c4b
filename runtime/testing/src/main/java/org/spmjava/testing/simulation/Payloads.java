package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import java.nio.ByteBuffer;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.Work;

/** Tasks whose payload is their number, and whose return value is their attempt's. */
final class Payloads {

    private static final byte[] NOTHING = {};

    private Payloads() {}

    /** How many tasks a command has: most have a few, some have many. */
    static int count(Chance chance) {
        return chance.oneIn(6) ? chance.below(600) : chance.below(12);
    }

    static TaskSpec task(int task, Setting setting, boolean relaunches, int[] predecessors) {
        Chance chance = setting.chance();
        return new TaskSpec(
                "task " + task,
                timeoutNs(setting),
                relaunches && chance.oneIn(4),
                relaunches && chance.oneIn(4),
                new byte[] {(byte) (task >> 8), (byte) task},
                predecessors);
    }

    /** Without faults every task is to return. */
    static long timeoutNs(Setting setting) {
        return (setting.faults().healed() ? 600_000 : 1 + setting.chance().below(5_000)) * MS;
    }

    static int number(byte[] payload) {
        return (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }

    static byte[] result(Assign assign) {
        return assign.work() == Work.KEEP
                ? NOTHING
                : ByteBuffer.allocate(12)
                        .putInt(assign.command())
                        .putLong(assign.attempt())
                        .array();
    }

    static byte[] answer(long attempt, int request) {
        return ByteBuffer.allocate(12).putLong(attempt).putInt(request).array();
    }
}
