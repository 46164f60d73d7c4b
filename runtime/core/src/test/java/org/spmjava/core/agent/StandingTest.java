package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spmjava.api.closure.RequiredState.HUB;
import static org.spmjava.api.closure.RequiredState.HUB_OFFLINE;
import static org.spmjava.api.closure.RequiredState.HUB_ONLINE;
import static org.spmjava.api.closure.RequiredState.OFFLINE;
import static org.spmjava.api.closure.RequiredState.ONLINE;
import static org.spmjava.api.closure.RequiredState.SPOKE;
import static org.spmjava.api.closure.RequiredState.SPOKE_OFFLINE;
import static org.spmjava.api.closure.RequiredState.SPOKE_ONLINE;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.Guard;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.RequiredState;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.core.SerialVirtualCloud;

/** Which demands of annotated methods are met where, in the Hub's process. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandingTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    private static final Set<RequiredState> ALL = EnumSet.allOf(RequiredState.class);
    private static final Set<RequiredState> ON_THE_OFFLINE_HUB = EnumSet.of(HUB, OFFLINE, HUB_OFFLINE);
    private static final Set<RequiredState> ON_THE_ONLINE_HUB = EnumSet.of(HUB, ONLINE, HUB_ONLINE);
    private static final Set<RequiredState> ON_AN_OFFLINE_SPOKE = EnumSet.of(SPOKE, OFFLINE, SPOKE_OFFLINE);
    private static final Set<RequiredState> ON_AN_ONLINE_SPOKE = EnumSet.of(SPOKE, ONLINE, SPOKE_ONLINE);

    private static final Map<String, Set<RequiredState>> MET = new HashMap<>();

    /** The demands that are met in the calling thread. */
    private static Set<RequiredState> met() {
        Set<RequiredState> met = EnumSet.noneOf(RequiredState.class);
        for (RequiredState required : RequiredState.values()) {
            try {
                Guard.require(required);
                met.add(required);
            } catch (SPMInvariantViolation refused) {
                assertThat(refused.expected()).isEqualTo(required.toString());
            }
        }
        return met;
    }

    /** Those in a thread that this one starts. */
    private static Set<RequiredState> metInANewThread() throws Exception {
        FutureTask<Set<RequiredState>> task = new FutureTask<>(StandingTest::met);
        new Thread(task).start();
        return task.get();
    }

    private static VirtualCloud cloud() {
        return SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1));
    }

    /** Evaluates a deed on a virtual Spoke. */
    private static void evaluate(VirtualCloud cloud, Callable<?> deed) throws Exception {
        manage(
                cloud,
                new Trial.AsList(),
                deed,
                status -> assertThat(status.exception()).isEmpty());
    }

    private static void manage(
            VirtualCloud cloud, Trial.Definition definition, Callable<?> deed, StatusCallback<Trial, String> onStatus)
            throws Exception {
        ManagerHandle<Trial, String> list = cloud.define(definition, onStatus);
        list.push(Trial.of("deed", () -> String.valueOf(deed.call())));
        list.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    @Test
    void withoutAnOpenSessionNothingIsEnforced() {
        assertThat(met()).isEqualTo(ALL);
        VirtualCloud cloud = cloud();
        assertThat(met()).isEqualTo(ON_THE_OFFLINE_HUB);
        cloud.close();
        cloud.close();
        assertThat(met()).isEqualTo(ALL);
    }

    @Test
    void aStatusCallbackIsOnTheOnlineHubAndSoIsEveryThreadMeanwhile() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            manage(cloud, new Trial.AsList(), () -> "done", status -> {
                MET.put("callback", met());
                MET.put("thread", metInANewThread());
            });
            assertThat(MET.get("callback")).isEqualTo(ON_THE_ONLINE_HUB);
            assertThat(MET.get("thread")).isEqualTo(ON_THE_ONLINE_HUB);
            assertThat(met()).isEqualTo(ON_THE_OFFLINE_HUB);
            assertThat(metInANewThread()).isEqualTo(ON_THE_OFFLINE_HUB);
        }
    }

    @Test
    void theThreadThatPlaysASpokeIsOnOneAndBackOnTheHubAfterwards() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            evaluate(cloud, () -> MET.put("evaluator", met()));
            assertThat(MET.get("evaluator")).isEqualTo(ON_AN_ONLINE_SPOKE);
            assertThat(met()).isEqualTo(ON_THE_OFFLINE_HUB);
        }
    }

    /** A module that is preloaded. */
    static final class Preloaded {
        static {
            MET.put("preloaded", met());
        }

        private Preloaded() {}
    }

    /** With a module to preload. */
    public static final class Preloading extends Trial.Definition {
        @Override
        public Pattern pattern() {
            return Pattern.LIST;
        }

        @Override
        public TaskMeta meta(Trial trial) {
            return new TaskMeta(trial.what(), LONG, false, false, List.of(), List.of(ModuleRef.of(Preloaded.class)));
        }
    }

    @Test
    void modulesArePreloadedOnAnOfflineSpoke() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            manage(
                    cloud,
                    new Preloading(),
                    () -> "done",
                    status -> assertThat(status.returnValue()).isEqualTo("done"));
            assertThat(MET.get("preloaded")).isEqualTo(ON_AN_OFFLINE_SPOKE);
        }
    }

    @Test
    void aThreadThatAnEvaluatorStartedMayDoTheEvaluatorsWorkOrTheHubs() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            ExecutorService shared = Executors.newSingleThreadExecutor();
            try {
                evaluate(
                        cloud,
                        () -> MET.put("stray", shared.submit(StandingTest::met).get()));
                Set<RequiredState> allButTheOfflineHub = EnumSet.complementOf(EnumSet.of(HUB_OFFLINE));
                assertThat(MET.get("stray")).isEqualTo(allButTheOfflineHub);
                // Nobody is online any more; of whose work it does now, nothing is known.
                Set<RequiredState> allOffline = EnumSet.of(HUB, SPOKE, OFFLINE, HUB_OFFLINE, SPOKE_OFFLINE);
                assertThat(shared.submit(StandingTest::met).get()).isEqualTo(allOffline);
            } finally {
                shared.shutdown();
            }
        }
    }

    @Test
    void aThreadThatWasThereBeforeMayDoAnEvaluatorsWorkOnlyWhileThereIsOne() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            ExecutorService shared = Executors.newSingleThreadExecutor();
            try {
                assertThat(shared.submit(StandingTest::met).get()).isEqualTo(ON_THE_OFFLINE_HUB);
                evaluate(
                        cloud,
                        () -> MET.put("pool", shared.submit(StandingTest::met).get()));
                assertThat(MET.get("pool")).isEqualTo(EnumSet.complementOf(EnumSet.of(HUB_OFFLINE)));
                assertThat(shared.submit(StandingTest::met).get()).isEqualTo(ON_THE_OFFLINE_HUB);
            } finally {
                shared.shutdown();
            }
        }
    }

    @Test
    void ofTwoSessionsOneIsOnlineAndAnotherThreadMayServeTheOther() throws Exception {
        try (VirtualCloud cloud = cloud();
                VirtualCloud other = cloud()) {
            assertThat(met()).isEqualTo(ON_THE_OFFLINE_HUB);
            manage(cloud, new Trial.AsList(), () -> "done", status -> {
                MET.put("callback", met());
                MET.put("thread", metInANewThread());
                evaluate(other, () -> "nested");
                MET.put("callback again", met());
            });
            assertThat(MET.get("callback")).isEqualTo(ON_THE_ONLINE_HUB);
            assertThat(MET.get("callback again")).isEqualTo(ON_THE_ONLINE_HUB);
            assertThat(MET.get("thread")).isEqualTo(EnumSet.of(HUB, OFFLINE, ONLINE, HUB_OFFLINE, HUB_ONLINE));
        }
    }

    @Test
    void aSessionThatIsClosedWhileOnlineLeavesNothingBehind() throws Exception {
        VirtualCloud other = cloud();
        VirtualCloud closed = cloud();
        manage(closed, new Trial.AsList(), () -> "done", status -> {
            closed.close();
            MET.put("thread", metInANewThread());
        });
        assertThat(MET.get("thread")).isEqualTo(ON_THE_OFFLINE_HUB);
        assertThat(met()).isEqualTo(ON_THE_OFFLINE_HUB);
        other.close();
        assertThat(met()).isEqualTo(ALL);
    }

    @Test
    void whatIsRefusedIsPutIntoWords() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            assertThatThrownBy(() -> Guard.require(SPOKE)).hasMessageContaining("expected Spoke, found Hub, offline");
            manage(
                    cloud,
                    new Trial.AsList(),
                    () -> {
                        assertThatThrownBy(() -> Guard.require(HUB_OFFLINE))
                                .hasMessageContaining("expected Hub, offline, found Spoke (spoke-0.1), online");
                        return "done";
                    },
                    status -> {
                        assertThat(status.returnValue()).isEqualTo("done");
                        assertThatThrownBy(() -> Guard.require(OFFLINE))
                                .hasMessageContaining("expected offline, found Hub, online (command 1)");
                    });
        }
    }
}
