package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.spmjava.examples.make.RecipesTask.Made;

/** Takes the steps of a build, as many at once as there are Spokes. */
@TaskManager(typedef = "Recipe.spmtype", pattern = Pattern.DAG)
public final class Recipes {

    private static final int LONGEST_LABEL = 34;

    private final RecipesManager manager;
    private final Consumer<String> printer;
    private final List<Map<String, Long>> timesBeforeNs = new ArrayList<>();
    private List<Step> steps = List.of();
    private BuildLog log;
    private int concluded;

    /**
     * Declares and defines the closure.
     *
     * @param printer is told what a person should see, line by line
     */
    @Offline
    @Hub
    Recipes(VirtualCloud cloud, Consumer<String> printer) {
        this.printer = printer;
        manager = RecipesManager.define(cloud, this::taskStat);
    }

    // tag::follow[]
    /** Stage 0: a task for each step, after the tasks of those that it waits for. */
    @Offline
    @Hub
    Conclusion follow(List<Step> steps, BuildLog log, Pool pool, Timeout each, Timeout all) throws Exception {
        begin(steps, log);
        List<TaskRef> tasks = new ArrayList<>();
        for (Step step : steps) {
            TaskRef[] predecessors = step.after().stream().map(tasks::get).toArray(TaskRef[]::new);
            tasks.add(manager.task()
                    .label(label(step.name()))
                    .module(RecipesTask.Module.RECIPES)
                    .timeout(each)
                    .directory(step.directory())
                    .commands(step.commands())
                    .environment(step.environment())
                    .outputs(step.outputs())
                    .inputs(step.inputs())
                    .conditional(step.isConditional())
                    .newestInputNs(step.newestInputNs())
                    .depfile(step.depfile())
                    .responseFile(step.responseFile())
                    .response(step.response())
                    .after(predecessors)
                    .push());
        }
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), all);
    }
    // end::follow[]

    @Offline
    @Hub
    private void begin(List<Step> steps, BuildLog log) throws IOException {
        this.steps = steps;
        this.log = log;
        concluded = 0;
        timesBeforeNs.clear();
        for (Step step : steps) {
            Map<String, Long> timesNs = new HashMap<>();
            for (String output : step.outputs()) {
                timesNs.put(output, FileTimes.readNs(Path.of(step.directory()).resolve(output)));
            }
            timesBeforeNs.add(timesNs);
        }
    }

    /** Stage 1: what a step's commands printed, or why its outputs were not made. */
    @Online
    @Hub
    private void taskStat(TaskStatus<RecipesTask, Made> status) throws IOException {
        Step step = steps.get(status.index());
        concluded++;
        String place = "[" + concluded + "/" + steps.size() + "] ";
        if (!status.verdict().returned()) {
            printer.accept(place + step.name() + ": " + status.verdict());
            whatWasSaid(status.exception().orElseThrow()).lines().forEach(printer);
            if (status.verdict() != Verdict.DROPPED) {
                // Who was killed could not tidy up.
                Workshop.deleteChanged(Path.of(step.directory()), timesBeforeNs.get(status.index()));
            }
            return;
        }
        Made made = status.returnValue();
        if (made.ran()) {
            printer.accept(place + step.description());
            made.printed().lines().forEach(printer);
        }
        if (!step.signature().isEmpty()) {
            for (String output : step.outputs()) {
                log.note(output, new BuildLog.Entry(step.signature(), made.newestNs(), noted(step, made)));
            }
        }
    }

    /** What a step that did not run read the last time still holds. */
    private List<String> noted(Step step, Made made) {
        BuildLog.Entry before = log.entry(step.outputs().get(0));
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
