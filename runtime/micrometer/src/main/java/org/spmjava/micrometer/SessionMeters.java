package org.spmjava.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/**
 * Meters of one session:
 *
 * <ul>
 *   <li>{@code spm.tasks}, a counter by {@code verdict}: tasks that have their final status
 *   <li>{@code spm.task.duration}, a timer: how long those took that were started
 *   <li>{@code spm.spokes}, a gauge: Spokes that are up
 *   <li>{@code spm.spokes.left}, a counter: Spokes whose process has ended, for whatever reason
 *   <li>{@code spm.commands}, a timer: commands that have concluded, and how long they took
 *   <li>{@code spm.residue}, a counter: what conclusions could not show to be released
 *   <li>{@code spm.events}, a counter by {@code event} and {@code interpretation}
 *   <li>{@code spm.news.missed}, a counter: events and ends of tasks that are in none of the others, since they came
 *       too fast
 * </ul>
 *
 * <p>Meters lag behind the session by what its observers' thread has not heard yet; when {@code manage} returns, all of
 * the command has been heard, unless that takes longer than a second.
 */
public final class SessionMeters implements SessionObserver {

    private static final String EVENTS = "spm.events";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Verdict, Counter> tasks = new EnumMap<>(Verdict.class);
    private final Map<ManagerEvent, Map<Interpretation, Counter>> events = new EnumMap<>(ManagerEvent.class);
    /** By incarnation: one that ends without ever having joined leaves too. Known to the observers' thread alone. */
    private final Set<Long> up = new HashSet<>();

    private final AtomicInteger spokes = new AtomicInteger();
    private final Timer taskDuration;
    private final Timer commands;
    private final Counter spokesLeft;
    private final Counter residue;
    private final Counter missed;

    /**
     * Registers the meters; they begin to count when this observes a session.
     *
     * @param registry where
     * @param tags what tells this session from others in the same registry; may be none
     */
    public SessionMeters(MeterRegistry registry, Tag... tags) {
        this.registry = registry;
        this.tags = Tags.of(tags);
        for (Verdict verdict : Verdict.values()) {
            tasks.put(
                    verdict,
                    Counter.builder("spm.tasks")
                            .description("Tasks that have their final status")
                            .tags(this.tags.and("verdict", verdict.toString()))
                            .register(registry));
        }
        taskDuration = Timer.builder("spm.task.duration")
                .description("How long tasks took that were started")
                .tags(this.tags)
                .register(registry);
        commands = Timer.builder("spm.commands")
                .description("Commands that have concluded, and how long they took")
                .tags(this.tags)
                .register(registry);
        Gauge.builder("spm.spokes", spokes, AtomicInteger::get)
                .description("Spokes that are up")
                .tags(this.tags)
                .strongReference(true)
                .register(registry);
        spokesLeft = counter("spm.spokes.left", "Spokes whose process has ended, for whatever reason");
        residue = counter("spm.residue", "What conclusions could not show to be released");
        missed = counter("spm.news.missed", "Events and ends of tasks that came too fast to be counted");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    @Override
    public void onTask(int command, int task, Conclusion.Outcome outcome) {
        tasks.get(outcome.verdict()).increment();
        if (outcome.spoke().isPresent()) {
            taskDuration.record(outcome.duration());
        }
    }

    @Override
    public void onEvent(int command, ManagerEvent event, int task, Interpretation interpretation) {
        events.computeIfAbsent(event, unused -> new EnumMap<>(Interpretation.class))
                .computeIfAbsent(
                        interpretation,
                        made -> Counter.builder(EVENTS)
                                .description("What managers recognised, by what they made of it")
                                .tags(tags.and("event", event.name(), "interpretation", made.name()))
                                .register(registry))
                .increment();
    }

    @Override
    public void onConcluded(int command, Duration duration, List<String> left) {
        commands.record(duration);
        residue.increment(left.size());
    }

    @Override
    public void onSpokeJoined(SpokeIdentity spoke) {
        up.add(spoke.incarnation());
        spokes.set(up.size());
    }

    @Override
    public void onSpokeLeft(SpokeIdentity spoke, String reason) {
        up.remove(spoke.incarnation());
        spokes.set(up.size());
        spokesLeft.increment();
    }

    @Override
    public void onMissed(long count) {
        missed.increment(count);
    }
}
