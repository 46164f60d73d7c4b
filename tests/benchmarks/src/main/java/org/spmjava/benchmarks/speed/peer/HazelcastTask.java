package org.spmjava.benchmarks.speed.peer;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.concurrent.Callable;

/** A task for Hazelcast that does nothing. */
final class HazelcastTask implements Callable<Integer>, IdentifiedDataSerializable {

    static final int FACTORY = 1;

    @Override
    public Integer call() {
        return 0;
    }

    @Override
    public int getFactoryId() {
        return FACTORY;
    }

    @Override
    public int getClassId() {
        return 1;
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // It has nothing to say.
    }

    @Override
    public void readData(ObjectDataInput in) {
        // The same.
    }
}
