package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spmjava.examples.make.ninja.Canonical;
import org.spmjava.examples.make.ninja.Edge;
import org.spmjava.examples.make.ninja.NinjaFile;

/**
 * What has to be done to bring targets up to date, by ninja's rules: an output is out of date if it is not there, if
 * something it is made of is newer or is made anew, or if another command made it.
 */
final class NinjaPlan {

    private static final List<String> SHELL = List.of("/bin/sh", "-c");

    private final NinjaFile file;
    private final Path directory;
    private final BuildLog log;
    private final boolean makesAll;
    private final FileTimes times;
    private final Map<String, Edge> makers = new HashMap<>();
    private final Map<Edge, State> states = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, List<Integer>> stepsOfPools = new HashMap<>();

    /**
     * What is known of an edge.
     *
     * @param isChanged whether what reads its outputs is out of date for sure
     * @param newestNs the time of its newest output; of a phony edge, of the newest file that it stands for
     * @param steps its own step, if it may run; of a phony edge, those that it stands for
     * @param files its outputs; of a phony edge, the files that it stands for
     */
    private record State(boolean isChanged, long newestNs, List<Integer> steps, List<String> files) {}

    private NinjaPlan(NinjaFile file, Path directory, BuildLog log, boolean makesAll) {
        this.file = file;
        this.directory = directory;
        this.log = log;
        this.makesAll = makesAll;
        this.times = new FileTimes(directory);
        for (Edge edge : file.edges()) {
            edge.outputs().forEach(output -> makers.put(output, edge));
        }
    }

    /**
     * Makes a plan.
     *
     * @param targets what to bring up to date; empty for the file's defaults
     * @param makesAll whether everything is out of date, whatever the times of files say
     * @return the steps, each one after those that it waits for
     * @throws IOException if a file's time cannot be read
     * @throws IllegalArgumentException if a target is not known, needs itself, or is made of what nothing makes
     */
    static List<Step> of(NinjaFile file, Path directory, List<String> targets, BuildLog log, boolean makesAll)
            throws IOException {
        NinjaPlan plan = new NinjaPlan(file, directory, log, makesAll);
        Set<Edge> goals = new LinkedHashSet<>();
        for (String target : targets.isEmpty() ? file.defaults() : targets) {
            Edge maker = plan.makers.get(Canonical.path(target));
            if (maker == null) {
                throw new IllegalArgumentException("unknown target `" + target + "`");
            }
            goals.add(maker);
        }
        for (Edge edge : plan.inOrder(goals)) {
            plan.states.put(edge, edge.isPhony() ? plan.phony(edge) : plan.state(edge));
        }
        return plan.steps;
    }

    /** What an edge is made of by other edges. Not by recursion: a build can be deeper than a stack. */
    private List<Edge> inOrder(Set<Edge> goals) {
        List<Edge> inOrder = new ArrayList<>();
        Set<Edge> seen = new HashSet<>();
        Map<Edge, Iterator<String>> open = new HashMap<>();
        for (Edge goal : goals) {
            Deque<Edge> path = new ArrayDeque<>();
            if (seen.add(goal)) {
                path.push(goal);
                open.put(goal, needed(goal).iterator());
            }
            while (!path.isEmpty()) {
                Edge edge = path.peek();
                Iterator<String> rest = open.get(edge);
                if (!rest.hasNext()) {
                    path.pop();
                    open.remove(edge);
                    inOrder.add(edge);
                    continue;
                }
                Edge maker = makers.get(rest.next());
                if (maker != null && open.containsKey(maker)) {
                    throw new IllegalArgumentException("`" + maker.outputs().get(0) + "` needs itself, by way of `"
                            + edge.outputs().get(0) + "`");
                }
                if (maker != null && seen.add(maker)) {
                    path.push(maker);
                    open.put(maker, needed(maker).iterator());
                }
            }
        }
        return inOrder;
    }

    private List<String> needed(Edge edge) {
        List<String> needed = new ArrayList<>(edge.inputs());
        needed.addAll(edge.orderOnlyInputs());
        needed.addAll(discovered(edge));
        return needed;
    }

    private List<String> discovered(Edge edge) {
        BuildLog.Entry entry = log.entry(edge.outputs().get(0));
        return entry == null ? List.of() : entry.discovered();
    }

    private State phony(Edge edge) throws IOException {
        Set<Integer> steps = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        boolean isChanged = false;
        long newestNs = 0;
        for (String input : needed(edge)) {
            State state = stateOf(input, edge);
            isChanged |= state.isChanged;
            newestNs = Math.max(newestNs, state.newestNs);
            steps.addAll(state.steps);
            files.addAll(state.files);
        }
        if (needed(edge).isEmpty()) {
            for (String output : edge.outputs()) {
                long timeNs = times.ofNs(output);
                // A name for nothing: what needs it is made every time.
                isChanged |= timeNs == FileTimes.MISSING;
                newestNs = Math.max(newestNs, timeNs);
            }
        }
        return new State(isChanged, newestNs, List.copyOf(steps), List.copyOf(files));
    }

    private State state(Edge edge) throws IOException {
        BuildLog.Entry entry = log.entry(edge.outputs().get(0));
        boolean isOutdated = makesAll
                || !edge.isGenerator() && (entry == null || !entry.signature().equals(signature(edge)));
        Map<String, Long> outputs = times.ofNs(edge.outputs());
        isOutdated |= outputs.containsValue(FileTimes.MISSING);
        long newestNs = Collections.max(outputs.values());
        long restatNs = edge.isRestat() && entry != null ? entry.newestInputNs() : 0;
        long comparedNs = restatNs > 0 ? restatNs : Collections.min(outputs.values());
        Set<Integer> after = new LinkedHashSet<>();
        Set<String> inputs = new LinkedHashSet<>();
        for (String input : read(edge)) {
            if (isGone(edge, input)) {
                // The sources may not name it any more: the command finds out.
                isOutdated = true;
                continue;
            }
            State state = stateOf(input, edge);
            after.addAll(state.steps);
            inputs.addAll(state.files);
            isOutdated |= state.isChanged || state.newestNs > comparedNs;
        }
        List<String> files = edge.outputs();
        if (!isOutdated && after.isEmpty()) {
            return new State(false, Math.max(0, newestNs), List.of(), files);
        }
        for (String input : edge.orderOnlyInputs()) {
            after.addAll(stateOf(input, edge).steps);
        }
        Step.Files made =
                new Step.Files(outputs, List.copyOf(inputs), restatNs, !isOutdated, false, true, edge.depfile());
        int step = push(edge, made, List.copyOf(after));
        return new State(isOutdated && !edge.isRestat(), Math.max(0, newestNs), List.of(step), files);
    }

    /** What an edge's command reads, as far as it is known. */
    private List<String> read(Edge edge) {
        List<String> read = new ArrayList<>(edge.inputs());
        read.addAll(discovered(edge));
        return read;
    }

    private boolean isGone(Edge edge, String input) throws IOException {
        return !edge.inputs().contains(input) && !makers.containsKey(input) && times.ofNs(input) == FileTimes.MISSING;
    }

    private int push(Edge edge, Step.Files made, List<Integer> after) {
        Step.Command command = new Step.Command(SHELL, edge.command(), false);
        steps.add(new Step(
                edge.outputs().get(0),
                edge.description(),
                directory.toString(),
                new Step.Work(List.of(command), Map.of(), Set.of(), edge.responseFile(), edge.responseFileContent()),
                made,
                signature(edge),
                after,
                turnInPool(edge)));
        int step = steps.size() - 1;
        if (!edge.pool().isEmpty()) {
            stepsOfPools.computeIfAbsent(edge.pool(), pool -> new ArrayList<>()).add(step);
        }
        return step;
    }

    private static String signature(Edge edge) {
        return BuildLog.signature(edge.signature());
    }

    private State stateOf(String input, Edge reader) throws IOException {
        Edge maker = makers.get(input);
        if (maker != null) {
            return states.get(maker);
        }
        long timeNs = times.ofNs(input);
        if (timeNs == FileTimes.MISSING) {
            throw new IllegalArgumentException(
                    "`" + input + "`, needed by `" + reader.outputs().get(0) + "`, is missing, and nothing makes it");
        }
        return new State(false, timeNs, List.of(), List.of(input));
    }

    /** No more than so many of a pool run at once if each one waits for the one so many places before it. */
    private List<Integer> turnInPool(Edge edge) {
        List<Integer> before = stepsOfPools.getOrDefault(edge.pool(), List.of());
        int depth = file.pools().getOrDefault(edge.pool(), 0);
        return depth > 0 && before.size() >= depth ? List.of(before.get(before.size() - depth)) : List.of();
    }
}
