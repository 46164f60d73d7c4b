package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spmjava.examples.make.RecipesTask.Command;
import org.spmjava.examples.make.RecipesTask.Made;

/** Where a step's commands run: on a Spoke. */
final class Workshop {

    private final RecipesTask task;
    private final Path directory;

    Workshop(RecipesTask task) {
        this.task = task;
        this.directory = Path.of(task.directory());
    }

    /**
     * Runs the commands, if there is need.
     *
     * @throws IOException if a command fails, with all that was printed; what it made half is deleted then
     */
    Made make() throws IOException, InterruptedException {
        Map<String, Long> before = new HashMap<>();
        for (String output : task.outputs()) {
            before.put(output, FileTimes.readNs(directory.resolve(output)));
        }
        if (task.conditional()
                && !FileTimes.isOutdated(directory, before.values(), task.inputs(), task.newestInputNs())) {
            return Made.of("", List.of(), newestNs(task.inputs()), false);
        }
        if (task.directories()) {
            for (String output : task.outputs()) {
                Files.createDirectories(
                        directory.resolve(output).toAbsolutePath().getParent());
            }
        }
        if (!task.responseFile().isEmpty()) {
            Files.writeString(directory.resolve(task.responseFile()), task.response());
        }
        // Of files that change while the commands read them, the next build reads the newer ones.
        long newestNs = newestNs(task.inputs());
        StringBuilder printed = new StringBuilder();
        for (Command command : task.commands()) {
            int exitCode = run(command, printed);
            if (exitCode != 0 && command.mayFail()) {
                printed.append("(ignored: exit code ").append(exitCode).append(")\n");
            } else if (exitCode != 0) {
                if (!task.precious()) {
                    deleteChanged(directory, before);
                }
                throw new IOException("`" + command.text() + "` ended with exit code " + exitCode + "\n" + printed);
            }
        }
        if (!task.responseFile().isEmpty()) {
            Files.deleteIfExists(directory.resolve(task.responseFile()));
        }
        List<String> discovered = discovered();
        return Made.of(printed.toString(), discovered, Math.max(newestNs, newestNs(discovered)), true);
    }

    private long newestNs(List<String> files) throws IOException {
        long newestNs = 0;
        for (String file : files) {
            newestNs = Math.max(newestNs, FileTimes.readNs(directory.resolve(file)));
        }
        return newestNs;
    }

    private int run(Command command, StringBuilder printed) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command.shell());
        words.add(command.text());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(task.environment());
        builder.environment().keySet().removeAll(task.removed());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        printed.append(said);
        if (!said.isEmpty() && !said.endsWith("\n")) {
            printed.append('\n');
        }
        return process.waitFor();
    }

    private List<String> discovered() throws IOException {
        if (task.depfile().isEmpty()) {
            return List.of();
        }
        Path depfile = directory.resolve(task.depfile());
        if (!Files.exists(depfile)) {
            return List.of();
        }
        List<String> discovered = new ArrayList<>(Depfile.prerequisites(Files.readString(depfile)));
        discovered.removeAll(task.inputs());
        return discovered;
    }

    /** Deletes files whose times are no longer what they were: half written by commands that failed or were killed. */
    static void deleteChanged(Path directory, Map<String, Long> timesNs) throws IOException {
        for (Map.Entry<String, Long> output : timesNs.entrySet()) {
            Path file = directory.resolve(output.getKey());
            if (Files.isRegularFile(file) && FileTimes.readNs(file) != output.getValue()) {
                Files.delete(file);
            }
        }
    }
}
