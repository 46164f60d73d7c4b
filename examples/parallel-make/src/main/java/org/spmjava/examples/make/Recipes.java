package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.examples.make.RecipesTask.Command;
import org.spmjava.examples.make.RecipesTask.Made;

/** Takes the steps of a round of a build, as many at once as there are Spokes. */
@TaskManager(typedef = "Recipe.spmtype", pattern = Pattern.DAG)
public final class Recipes {

    private static final int LONGEST_LABEL = 34;

    private final RecipesManager manager;
    private Consumer<String> printer;
    private List<Step> steps = List.of();
    private Plan.Fate[] fates = new Plan.Fate[0];
    private BuildLog log;
    private boolean keepsGoing;
    private int concluded;
    private int notBegun;

    /** Declares and defines the closure. */
    @Offline
    @Hub
    Recipes(VirtualCloud cloud) {
        manager = RecipesManager.define(cloud, this::taskStat);
    }

    /**
     * How a build is to be done.
     *
     * @param keepsGoing whether a failure stops only what needs it; otherwise what runs ends, and nothing begins
     * @param each how long a step may take
     * @param all how long a round may take
     * @param printer is told what a person should see, line by line
     */
    record Manner(boolean keepsGoing, Timeout each, Timeout all, Consumer<String> printer) {}

    // tag::follow[]
    /** Stage 0: a task for each step, after the tasks of those that it waits for. */
    @Offline
    @Hub
    Conclusion follow(List<Step> steps, BuildLog log, Pool pool, Manner manner) throws Exception {
        begin(steps, log, manner);
        List<TaskRef> tasks = new ArrayList<>();
        for (Step step : steps) {
            Set<Integer> before = new HashSet<>(step.after());
            before.addAll(step.turn());
            TaskRef[] predecessors = before.stream().map(tasks::get).toArray(TaskRef[]::new);
            tasks.add(manager.task()
                    .label(label(step.name()))
                    .module(RecipesTask.Module.RECIPES)
                    .timeout(manner.each())
                    .directory(step.directory())
                    .commands(commands(step.work()))
                    .environment(step.work().environment())
                    .removed(List.copyOf(step.work().removed()))
                    .outputs(List.copyOf(step.files().outputs().keySet()))
                    .precious(step.files().isPrecious())
                    .directories(step.files().makesDirectories())
                    .inputs(step.files().inputs())
                    .conditional(step.files().isConditional())
                    .newestInputNs(step.files().newestInputNs())
                    .depfile(step.files().depfile())
                    .responseFile(step.work().responseFile())
                    .response(step.work().response())
                    .after(predecessors)
                    .push());
        }
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), manner.all());
    }
    // end::follow[]

    @Offline
    @Hub
    private void begin(List<Step> steps, BuildLog log, Manner manner) {
        this.steps = steps;
        this.log = log;
        fates = new Plan.Fate[steps.size()];
        printer = manner.printer();
        keepsGoing = manner.keepsGoing();
        concluded = 0;
        notBegun = 0;
    }

    private static List<Command> commands(Step.Work work) {
        return work.commands().stream()
                .map(command -> Command.of(command.shell(), command.text(), command.mayFail()))
                .toList();
    }

    /** Stage 1: what a step's commands printed, or why its outputs were not made. */
    @Online
    @Hub
    private void taskStat(TaskStatus<RecipesTask, Made> status) throws IOException {
        Step step = steps.get(status.index());
        Plan.Fate fate = fate(status.verdict());
        fates[status.index()] = fate;
        concluded++;
        switch (fate) {
            case MADE -> made(step, status.returnValue());
            case DROPPED -> dropped(step, status);
            default -> ended(step, fate, status);
        }
    }

    private static Plan.Fate fate(Verdict verdict) {
        return switch (verdict) {
            case RETURNED -> Plan.Fate.MADE;
            case DROPPED -> Plan.Fate.DROPPED;
            case EVAL_KILL, LOAD_KILL -> Plan.Fate.KILLED;
            default -> Plan.Fate.FAILED;
        };
    }

    @Online
    @Hub
    private void made(Step step, Made made) throws IOException {
        if (made.ran()) {
            printer.accept(place() + step.description());
            made.printed().lines().forEach(printer);
        }
        if (!step.signature().isEmpty()) {
            for (String output : step.files().outputs().keySet()) {
                log.note(output, new BuildLog.Entry(step.signature(), made.newestNs(), noted(output, made)));
            }
        }
    }

    @Online
    @Hub
    private void ended(Step step, Plan.Fate fate, TaskStatus<RecipesTask, Made> status) throws IOException {
        printer.accept(place() + step.name() + ": " + status.verdict());
        whatWasSaid(status.exception().orElseThrow()).lines().forEach(printer);
        if (!step.files().isPrecious()) {
            // Who was killed could not tidy up.
            Workshop.deleteChanged(Path.of(step.directory()), step.files().outputs());
        }
        if (fate == Plan.Fate.FAILED && !keepsGoing) {
            manager.stop();
        }
    }

    /** What needs a failed step is named; what did not begin for another reason is counted. */
    @Online
    @Hub
    private void dropped(Step step, TaskStatus<RecipesTask, Made> status) {
        boolean needsFailed = step.after().stream().anyMatch(needed -> fates[needed] == Plan.Fate.FAILED);
        if (needsFailed) {
            printer.accept(place() + step.name() + ": " + status.verdict());
            whatWasSaid(status.exception().orElseThrow()).lines().forEach(printer);
        } else {
            notBegun++;
        }
    }

    private String place() {
        return "[" + concluded + "/" + steps.size() + "] ";
    }

    /** What became of the steps of the last round. */
    List<Plan.Fate> fates() {
        return Arrays.asList(fates.clone());
    }

    /** How many steps of the last round were dropped without a word. */
    int notBegun() {
        return notBegun;
    }

    /** What a step that did not run read the last time still holds. */
    private List<String> noted(String output, Made made) {
        BuildLog.Entry before = log.entry(output);
        return made.ran() || before == null ? made.discovered() : before.discovered();
    }

    /** What the commands printed travels in the text of the exception; where in the evaluator it arose is no news. */
    private static String whatWasSaid(SPMTaskError exception) {
        return exception.remoteStackTrace().isEmpty()
                ? exception.getMessage()
                : exception.remoteStackTrace().replaceAll("\n\tat .*", "");
    }

    /** Stage 2: runs a step's commands. */
    @Online
    @Spoke
    static Made taskEval(RecipesTask task) throws IOException, InterruptedException {
        return new Workshop(task).make();
    }

    /** A label is a snippet: the end of a long path tells more than its beginning. */
    private static String label(String target) {
        return target.length() <= LONGEST_LABEL ? target : "…" + target.substring(target.length() - LONGEST_LABEL + 1);
    }
}
