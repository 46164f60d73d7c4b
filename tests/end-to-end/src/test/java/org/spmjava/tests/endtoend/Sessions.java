package org.spmjava.tests.endtoend;

import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;

/** The sessions in which every example must give the same result as its serial oracle. */
enum Sessions {
    /** In this process, as if there were five. */
    SERIAL {
        @Override
        VirtualCloud open() {
            return SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(5));
        }
    },
    /** Two processes. */
    SPOKES {
        @Override
        VirtualCloud open() {
            return AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(2));
        }
    };

    abstract VirtualCloud open();
}
