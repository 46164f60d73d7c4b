package org.spmjava.tests.endtoend;

import java.nio.file.Path;
import org.spmjava.api.VirtualCloud;

/**
 * A Hub in a process of its own, to be killed: two Spokes, one that evaluates for ever and one that runs a shell task.
 */
final class HubUnderTest {

    private HubUnderTest() {}

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, status -> {});
            Clouds.push(manager, Deeds.SIGN_IN_AND_LOOP, Path.of(args[0]).toString());
            Clouds.push(manager, Deeds.SIGN_IN_AND_LOOP, Path.of(args[1]).toString());
            Clouds.manage(manager, cloud.intraAll());
        }
    }
}
