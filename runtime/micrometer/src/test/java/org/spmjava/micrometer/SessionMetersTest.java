package org.spmjava.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.core.SerialVirtualCloud;

/** What a registry has of a session. */
class SessionMetersTest {

    private static final Timeout LONG = Timeout.afterSeconds(300);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    // tag::observe[]
    private static void measure(VirtualCloud cloud, MeterRegistry registry) {
        cloud.observe(new SessionMeters(registry));
    }
    // end::observe[]

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void aSessionIsCounted() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            measure(cloud, registry);
            ManagerHandle<Integer, Integer> shares = cloud.define(new Share(), status -> {});
            List.of(1, 0, 3).forEach(shares::push);
            shares.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);

            assertThat(count("spm.tasks", "verdict", "Returned")).isEqualTo(2);
            assertThat(count("spm.tasks", "verdict", "EvalUncaught")).isEqualTo(1);
            assertThat(count("spm.tasks", "verdict", "TaskDropped")).isZero();
            assertThat(registry.get("spm.task.duration").timer().count()).isEqualTo(3);
            assertThat(registry.get("spm.commands").timer().count()).isEqualTo(1);
            assertThat(registry.get("spm.commands").timer().totalTime(TimeUnit.NANOSECONDS))
                    .isPositive();
            assertThat(registry.get("spm.spokes").gauge().value()).isEqualTo(2);
            assertThat(count("spm.events", "event", "RETURNED", "interpretation", "CONTINUE"))
                    .isEqualTo(2);
            assertThat(count("spm.events", "event", "EVALUATION_THREW", "interpretation", "CONTINUE"))
                    .isEqualTo(1);
            assertThat(count("spm.residue")).isZero();
            assertThat(count("spm.news.missed")).isZero();
        }
    }

    @Test
    void aSpokeThatNeverJoinedDoesNotCountAgainstThoseThatAreUp() {
        SessionMeters meters = new SessionMeters(registry, Tag.of("session", "first"));
        meters.onSpokeJoined(new SpokeIdentity(0, 1, "host"));
        meters.onSpokeLeft(new SpokeIdentity(1, 2, "?"), "it could not be started");
        assertThat(registry.get("spm.spokes").tag("session", "first").gauge().value())
                .isEqualTo(1);
        assertThat(count("spm.spokes.left", "session", "first")).isEqualTo(1);
    }
}
