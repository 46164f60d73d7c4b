package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.EvaluationContext;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.core.SerialVirtualCloud;

/** Serial sessions in which tasks wait, and in which time is not the machine's. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialUnitsTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    /** Each waits for a word of the other. */
    public static final class Polite extends Trial.Definition {

        private static final Channel<String> WORDS = Channel.of("words", Codecs.STRING);

        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }

        @Override
        public Grain grain() {
            return Grain.GENERAL;
        }

        @Override
        public String evaluate(Trial trial, EvaluationContext context) {
            Communicator tasks = context.handle(Communicator.class);
            return tasks.receive(1 - tasks.rank(), WORDS);
        }
    }

    @Test
    void aTaskThatWaitedInVainIsForgottenInTheNextCommand() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            ManagerHandle<Trial, String> polite = cloud.define(new Polite(), status -> {});
            polite.push(Trial.of("after you"));
            Conclusion stuck = polite.manage(cloud.intraAll(), SpokeCount.of(2), SpokeCount.DEFAULT, LONG, LONG);
            assertThat(stuck.explain(0)).contains("the tasks wait for each other");
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("for three"));
            Conclusion none = list.manage(
                    cloud.intraAll(),
                    SpokeCount.of(3),
                    SpokeCount.DEFAULT,
                    org.spmjava.api.Timeout.afterMillis(50),
                    LONG);
            assertThat(none.count(Verdict.DROPPED)).isEqualTo(1);
        }
    }

    /** Each tells the other a word, and the first looks for one all the time. */
    public static final class Eager extends Trial.Definition {

        private static final Channel<String> WORDS = Channel.of("words", Codecs.STRING);

        @Override
        public Pattern pattern() {
            return Pattern.TEMPLATE;
        }

        @Override
        public Grain grain() {
            return Grain.GENERAL;
        }

        @Override
        public String evaluate(Trial trial, EvaluationContext context) {
            Communicator tasks = context.handle(Communicator.class);
            if (tasks.rank() == 0) {
                tasks.send(1, WORDS, tasks.receive(1, WORDS));
                return poll(tasks, 1);
            }
            tasks.send(0, WORDS, "first");
            poll(tasks, 0);
            tasks.send(0, WORDS, "second");
            return "";
        }

        private static String poll(Communicator tasks, int from) {
            Optional<String> word = Optional.empty();
            while (word.isEmpty()) {
                word = tasks.poll(from, WORDS);
            }
            return word.get();
        }
    }

    @Test
    void aTaskThatLooksForAMessageAllTheTimeLetsTheOthersSendIt() throws Exception {
        List<String> words = new ArrayList<>();
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            ManagerHandle<Trial, String> eager = cloud.define(new Eager(), status -> words.add(status.returnValue()));
            eager.push(Trial.of("who is first"));
            assertThat(eager.manage(cloud.intraAll(), SpokeCount.of(2), SpokeCount.DEFAULT, LONG, LONG)
                            .concludedWell())
                    .isTrue();
        }
        assertThat(words).containsExactlyInAnyOrder("second", "");
    }

    /** Each task takes five seconds, and nobody waits for them. */
    private static final class FiveSeconds implements Circumstances {
        private long nowNs;

        @Override
        public long nowNs() {
            return nowNs;
        }

        @Override
        public void pass() {
            nowNs += 1_000_000;
        }

        @Override
        public List<Long> turns(List<Long> incarnations) {
            return incarnations;
        }

        @Override
        public long startNs(SpokeIdentity spoke) {
            return 0;
        }

        @Override
        public Fate fate(SpokeIdentity spoke) {
            return new Fate(Fate.End.REPORTED, 5_000_000_000L);
        }
    }

    @Test
    void whatIsExplainedIsSoByTheClockOfTheSession() throws Exception {
        List<String> said = new ArrayList<>();
        try (VirtualCloud cloud = VirtualClouds.serial(1, new FiveSeconds())) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> said.add(cloud.explain(1)));
            list.push(Trial.of("a"));
            list.push(Trial.of("b"));
            list.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
        }
        assertThat(said.get(0)).contains("Task 1 'b' runs on", ", since 0 ms; its deadline passes in 60 s.");
        assertThat(said.get(1)).contains("Task 1 'b' returned on", " after 5000 ms.");
    }

    @Test
    void observersAreToldTheDurationThatTheConclusionHas() throws Exception {
        List<Duration> told = new ArrayList<>();
        try (VirtualCloud cloud = VirtualClouds.serial(1, new FiveSeconds())) {
            cloud.observe(new SessionObserver() {
                @Override
                public void onConcluded(int command, Duration duration, List<String> residue) {
                    told.add(duration);
                }
            });
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("a"));
            Conclusion conclusion = list.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
            assertThat(conclusion.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(told).containsExactly(conclusion.duration());
        }
    }
}
