package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.spmjava.examples.make.gnu.Answer;
import org.spmjava.examples.make.gnu.GnuMake;
import org.spmjava.examples.make.gnu.Job;
import org.spmjava.examples.make.gnu.Line;
import org.spmjava.examples.make.gnu.MakeCall;
import org.spmjava.examples.make.gnu.MakeFailure;

/**
 * What GNU make would do, as steps. A recipe that does nothing but call make becomes the steps of that call, as soon as
 * all that the recipe waits for is made: only then does its makefile, which may be generated, say what is true. What
 * can be planned without waiting is one round.
 */
final class MakePlan implements Plan {

    private static final int MOST_ATTEMPTS = 2;
    private static final int MOST_NESTED = 100;

    private final GnuMake make;
    private final Path top;
    private final Map<String, String> spokeEnvironment;
    private final int parallel;
    private final boolean keepsGoing;
    private final Consumer<String> printer;
    private final Frame goal;
    private final List<Step> steps = new ArrayList<>();
    private final List<Doing> doings = new ArrayList<>();
    private boolean isStopped;
    private boolean isComplete;

    /** A part of a recipe: lines that one task runs, or one line that calls make and does nothing else. */
    private record Part(List<Line> lines, List<MakeCall> calls) {
        boolean callsMake() {
            return !calls.isEmpty();
        }
    }

    /** Which part of which recipe a step is. */
    private record Doing(Progress progress, int part) {}

    /**
     * What of something is in a round.
     *
     * @param isWhole whether all that is left of it is
     * @param ends the steps to wait for before it is done
     */
    private record Gathered(boolean isWhole, Set<Integer> ends) {
        static final Gathered BLOCKED = new Gathered(false, Set.of());
    }

    /** An invocation of make that was planned. */
    private static final class Frame {
        private final MakeCall call;
        private final Answer answer;
        private final List<Progress> recipes = new ArrayList<>();
        private final int depth;

        Frame(MakeCall call, Answer answer, int depth) {
            this.call = call;
            this.answer = answer;
            this.depth = depth;
            answer.jobs().forEach(job -> recipes.add(new Progress(this, job)));
        }

        boolean isDone() {
            return answer.errors().isEmpty() && recipes.stream().allMatch(recipe -> recipe.isDone);
        }
    }

    /** How far a recipe is. */
    private static final class Progress {
        private final Frame frame;
        private final Job job;
        private List<Part> parts;
        private int next;
        private List<MakeCall> calls;
        private Frame called;
        private boolean isDone;
        private boolean hasFailed;
        private int kills;

        Progress(Frame frame, Job job) {
            this.frame = frame;
            this.job = job;
        }
    }

    private MakePlan(
            GnuMake make,
            MakeCall call,
            int parallel,
            boolean keepsGoing,
            Map<String, String> spokeEnvironment,
            Consumer<String> printer)
            throws MakeFailure, IOException, InterruptedException {
        this.make = make;
        this.top = call.directory();
        this.parallel = parallel;
        this.keepsGoing = keepsGoing;
        this.spokeEnvironment = spokeEnvironment;
        this.printer = printer;
        goal = frame(call, 0);
    }

    /**
     * Makes a plan.
     *
     * @param make is asked, also in later rounds
     * @param call how make would be called
     * @param parallel how many jobs a make that runs by itself may run at once
     * @param keepsGoing whether a failure stops only what needs it
     * @param spokeEnvironment what Spokes' processes see anyway
     * @param printer is told what a person should see, line by line
     * @throws MakeFailure if make could not begin
     */
    static MakePlan of(
            GnuMake make,
            MakeCall call,
            int parallel,
            boolean keepsGoing,
            Map<String, String> spokeEnvironment,
            Consumer<String> printer)
            throws MakeFailure, IOException, InterruptedException {
        return new MakePlan(make, call, parallel, keepsGoing, spokeEnvironment, printer);
    }

    private Frame frame(MakeCall call, int depth) throws MakeFailure, IOException, InterruptedException {
        Answer answer = make.ask(call);
        answer.notes().forEach(printer);
        answer.errors().forEach(printer);
        String refusal = depth > MOST_NESTED ? "it is the " + depth + "th make within another" : answer.refusal();
        if (refusal.isEmpty()) {
            return new Frame(call, answer, depth);
        }
        printer.accept("`" + call.line() + "` in " + call.directory() + " is left to GNU make itself: " + refusal);
        List<String> words = new ArrayList<>(List.of(make.name(), "-j" + parallel));
        words.addAll(call.arguments());
        Line line = new Line(
                List.of("/bin/sh", "-c"),
                "cd " + quoted(call.start().toString()) + " && "
                        + String.join(" ", words.stream().map(MakePlan::quoted).toList()),
                false,
                false);
        Job job = new Job(call.line(), "", List.of(), List.of(), true, true, List.of(line), Map.of(), List.of());
        return new Frame(call, new Answer(List.of(job), call.environment(), List.of(), List.of(), ""), depth);
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public List<Step> next() throws IOException, InterruptedException {
        steps.clear();
        doings.clear();
        if (!isStopped) {
            gather(goal);
        }
        if (isStopped) {
            steps.clear();
        }
        isComplete = !isStopped && goal.isDone();
        return List.copyOf(steps);
    }

    @Override
    public void concluded(List<Fate> fates) {
        for (int i = 0; i < fates.size(); i++) {
            Progress progress = doings.get(i).progress();
            switch (fates.get(i)) {
                case MADE -> {
                    progress.next = doings.get(i).part() + 1;
                    progress.calls = null;
                    progress.called = null;
                    progress.isDone = progress.next == progress.parts.size();
                }
                case FAILED -> fail(progress);
                case KILLED -> {
                    if (++progress.kills == MOST_ATTEMPTS) {
                        fail(progress);
                    }
                }
                default -> {}
            }
        }
        isStopped |= fates.stream().allMatch(fate -> fate == Fate.DROPPED);
    }

    private void fail(Progress progress) {
        progress.hasFailed = true;
        isStopped |= !keepsGoing;
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }

    private Gathered gather(Frame frame) throws IOException, InterruptedException {
        List<Gathered> gathered = new ArrayList<>();
        Set<Integer> ends = new LinkedHashSet<>();
        boolean isWhole = frame.answer.errors().isEmpty();
        for (Progress progress : frame.recipes) {
            Set<Integer> before = new LinkedHashSet<>();
            boolean isReady = !progress.hasFailed;
            for (int needed : progress.job.after()) {
                isReady &= gathered.get(needed).isWhole();
                before.addAll(gathered.get(needed).ends());
            }
            Gathered own = isReady && !isStopped ? gather(progress, before) : Gathered.BLOCKED;
            gathered.add(own);
            isWhole &= own.isWhole();
            ends.addAll(own.ends());
        }
        return new Gathered(isWhole, ends);
    }

    private Gathered gather(Progress progress, Set<Integer> before) throws IOException, InterruptedException {
        if (progress.isDone) {
            return new Gathered(true, Set.of());
        }
        if (progress.parts == null) {
            if (!before.isEmpty() && progress.job.lines().stream().anyMatch(this::isTakenApart)) {
                return Gathered.BLOCKED;
            }
            progress.parts = parts(progress);
        }
        boolean callsMake = progress.parts.stream().anyMatch(Part::callsMake);
        if (callsMake && !before.isEmpty()) {
            return Gathered.BLOCKED;
        }
        if (callsMake
                && progress.next == 0
                && progress.calls == null
                && !progress.job.isForced()
                && !isOutdated(progress)) {
            progress.isDone = true;
            return new Gathered(true, Set.of());
        }
        Set<Integer> waiting = before;
        for (int part = progress.next; part < progress.parts.size(); part++) {
            if (!progress.parts.get(part).callsMake()) {
                steps.add(step(progress, part, callsMake || part > 0, waiting));
                doings.add(new Doing(progress, part));
                waiting = Set.of(steps.size() - 1);
                continue;
            }
            Gathered calls = waiting.isEmpty() ? gatherCalls(progress, part) : Gathered.BLOCKED;
            if (!calls.isWhole()) {
                return calls;
            }
            waiting = calls.ends();
            if (waiting.isEmpty() && !progress.hasFailed) {
                progress.next = part + 1;
                progress.calls = null;
                progress.called = null;
            }
        }
        progress.isDone = progress.next == progress.parts.size();
        return new Gathered(true, waiting);
    }

    /** The calls of a line, one after the other, each planned when the one before is done. */
    private Gathered gatherCalls(Progress progress, int part) throws IOException, InterruptedException {
        if (progress.calls == null) {
            progress.calls = new ArrayList<>(progress.parts.get(part).calls());
        }
        while (!progress.hasFailed) {
            if (progress.called != null) {
                int known = steps.size();
                Gathered inner = gather(progress.called);
                if (!inner.isWhole() && steps.size() == known) {
                    fail(progress);
                    return Gathered.BLOCKED;
                }
                if (!inner.isWhole() || !inner.ends().isEmpty()) {
                    return progress.calls.isEmpty() ? inner : Gathered.BLOCKED;
                }
                progress.called = null;
            }
            if (progress.calls.isEmpty()) {
                return new Gathered(true, Set.of());
            }
            call(progress, progress.calls.remove(0));
        }
        return Gathered.BLOCKED;
    }

    private void call(Progress progress, MakeCall call) throws IOException, InterruptedException {
        try {
            progress.called = frame(call, progress.frame.depth + 1);
        } catch (MakeFailure failure) {
            printer.accept(name(progress) + ": `" + call.line() + "` in " + call.directory() + " cannot be done");
            failure.getMessage().lines().forEach(printer);
            fail(progress);
        }
    }

    private boolean isTakenApart(Line line) {
        return !line.mayFail() && make.onlyCallsMake(line);
    }

    private List<MakeCall> calls(Progress progress, Line line) throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>(progress.frame.answer.environment());
        environment.putAll(progress.job.environment());
        return make.calls(line, progress.frame.call.directory(), environment);
    }

    private List<Part> parts(Progress progress) throws IOException, InterruptedException {
        List<Part> parts = new ArrayList<>();
        List<Line> plain = new ArrayList<>();
        for (Line line : progress.job.lines()) {
            List<MakeCall> calls = isTakenApart(line) ? calls(progress, line) : List.of();
            if (!calls.isEmpty()) {
                if (!plain.isEmpty()) {
                    parts.add(new Part(List.copyOf(plain), List.of()));
                    plain.clear();
                }
                parts.add(new Part(List.of(line), calls));
            } else {
                if (line.isRecursive() && !make.text(line).equals(line.text())) {
                    printer.accept(name(progress) + ": a line that calls make, and does more, runs as it is ("
                            + progress.job.place() + ")");
                }
                plain.add(line);
            }
        }
        if (!plain.isEmpty() || parts.isEmpty()) {
            parts.add(new Part(List.copyOf(plain), List.of()));
        }
        return parts;
    }

    /** Says what would be done, in the words of the recipes. */
    void print() throws IOException, InterruptedException {
        print(goal);
    }

    private void print(Frame frame) throws IOException, InterruptedException {
        for (Progress progress : frame.recipes) {
            for (Part part : parts(progress)) {
                part.lines().forEach(line -> make.text(line).lines().forEach(printer));
                for (MakeCall call : part.calls()) {
                    try {
                        print(frame(call, frame.depth + 1));
                    } catch (MakeFailure tooEarly) {
                        // What comes before was not made.
                        tooEarly.getMessage().lines().forEach(printer);
                    }
                }
            }
        }
    }

    private static boolean isOutdated(Progress progress) throws IOException {
        Path directory = progress.frame.call.directory();
        Map<String, Long> times = new FileTimes(directory).ofNs(progress.job.outputs());
        return FileTimes.isOutdated(directory, times.values(), progress.job.inputs(), 0);
    }

    private String name(Progress progress) {
        Path directory = progress.frame.call.directory();
        return directory.startsWith(top)
                ? top.relativize(directory).resolve(progress.job.target()).toString()
                : directory + "/" + progress.job.target();
    }

    private Step step(Progress progress, int part, boolean isForced, Set<Integer> waiting) throws IOException {
        Job job = progress.job;
        Path directory = progress.frame.call.directory();
        List<Step.Command> commands = new ArrayList<>();
        Map<String, String> environment = new TreeMap<>(progress.frame.answer.environment());
        environment.putAll(job.environment());
        for (Line line : progress.parts.get(part).lines()) {
            String text = make.text(line);
            commands.add(new Step.Command(line.shell(), text, line.mayFail()));
            if (line.isRecursive() && !text.equals(line.text())) {
                environment.merge("MAKEFLAGS", " -j" + parallel, (flags, jobs) -> withJobs(flags));
            }
        }
        Map<String, String> own = new LinkedHashMap<>();
        environment.forEach((variable, value) -> {
            if (!value.equals(spokeEnvironment.get(variable))) {
                own.put(variable, value);
            }
        });
        Set<String> removed = new TreeSet<>(spokeEnvironment.keySet());
        removed.removeAll(environment.keySet());
        String name = name(progress);
        return new Step(
                name,
                name,
                directory.toString(),
                new Step.Work(commands, own, removed, "", ""),
                new Step.Files(
                        new FileTimes(directory).ofNs(job.outputs()),
                        job.inputs(),
                        0,
                        !job.isForced() && !isForced,
                        job.isPrecious(),
                        false,
                        ""),
                "",
                List.copyOf(waiting),
                List.of());
    }

    /** A make that runs by itself uses the machine as all of the build does. */
    private String withJobs(String flags) {
        int assignments = flags.indexOf(" -- ");
        return assignments < 0
                ? flags + " -j" + parallel
                : flags.substring(0, assignments) + " -j" + parallel + flags.substring(assignments);
    }
}
