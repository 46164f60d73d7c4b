package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.error.SPMTaskError;

/** Follows the rules of a makefile, as many at once as there are Spokes. */
@TaskManager(typedef = "Recipe.spmtype", pattern = Pattern.DAG)
public final class Recipes {

    private static final int LONGEST_LABEL = 34;

    private final RecipesManager manager;
    private final List<String> report = new ArrayList<>();

    /** Declares and defines the closure. */
    @Offline
    @Hub
    Recipes(VirtualCloud cloud) {
        manager = RecipesManager.define(cloud, this::taskStat);
    }

    // tag::follow[]
    /** Stage 0: a task for each rule, after the tasks of its prerequisites. */
    @Offline
    @Hub
    Conclusion follow(List<Rule> rules, Path directory, Pool pool, Timeout each, Timeout all) throws Exception {
        Map<String, TaskRef> tasks = new HashMap<>();
        for (Rule rule : rules) {
            TaskRef[] predecessors = rule.prerequisites().stream()
                    .map(tasks::get)
                    .filter(Objects::nonNull)
                    .toArray(TaskRef[]::new);
            TaskRef task = manager.task()
                    .label(label(rule.target()))
                    .module(RecipesTask.Module.RECIPES)
                    .timeout(each)
                    .directory(directory.toString())
                    .commands(rule.commands())
                    .after(predecessors)
                    .push();
            tasks.put(rule.target(), task);
        }
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), all);
    }
    // end::follow[]

    /** Stage 1: what a target's commands printed, or why it was not made. */
    @Online
    @Hub
    private void taskStat(TaskStatus<RecipesTask, String> status) {
        report.add(status.label() + ": " + status.verdict());
        status.exception()
                .map(Recipes::whatWasSaid)
                .orElseGet(status::returnValue)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(report::add);
    }

    /** What the commands printed travels in the text of the exception; where in the evaluator it arose is no news. */
    private static String whatWasSaid(SPMTaskError exception) {
        return exception.remoteStackTrace().isEmpty()
                ? exception.getMessage()
                : exception.remoteStackTrace().replaceAll("\n\tat .*", "");
    }

    /** Stage 2: runs a rule's commands. */
    @Online
    @Spoke
    static String taskEval(RecipesTask task) throws IOException, InterruptedException {
        StringBuilder printed = new StringBuilder();
        for (String command : task.commands()) {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(Path.of(task.directory()).toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            printed.append(command).append('\n');
            printed.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IOException("`" + command + "` ended with exit code " + exitCode + "\n" + printed);
            }
        }
        return printed.toString();
    }

    /** A label is a snippet: the end of a long path tells more than its beginning. */
    private static String label(String target) {
        return target.length() <= LONGEST_LABEL ? target : "…" + target.substring(target.length() - LONGEST_LABEL + 1);
    }

    /** What was said of each target, in the order of their ends. */
    List<String> report() {
        return List.copyOf(report);
    }
}
