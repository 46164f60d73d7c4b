package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (task.conditional() && !isOutdated()) {
            return Made.of("", List.of(), newestNs(task.inputs()), false);
        }
        Map<String, Long> before = new HashMap<>();
        for (String output : task.outputs()) {
            Path file = directory.resolve(output);
            before.put(output, FileTimes.readNs(file));
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        if (!task.responseFile().isEmpty()) {
            Files.writeString(directory.resolve(task.responseFile()), task.response());
        }
        // Of files that change while the commands read them, the next build reads the newer ones.
        long newestNs = newestNs(task.inputs());
        StringBuilder printed = new StringBuilder();
        for (String command : task.commands()) {
            int exitCode = run(command, printed);
            if (exitCode != 0) {
                deleteChanged(directory, before);
                throw new IOException("`" + command + "` ended with exit code " + exitCode + "\n" + printed);
            }
        }
        if (!task.responseFile().isEmpty()) {
            Files.deleteIfExists(directory.resolve(task.responseFile()));
        }
        List<String> discovered = discovered();
        return Made.of(printed.toString(), discovered, Math.max(newestNs, newestNs(discovered)), true);
    }

    private boolean isOutdated() throws IOException {
        long comparedNs = task.newestInputNs();
        if (comparedNs == 0) {
            comparedNs = Long.MAX_VALUE;
            for (String output : task.outputs()) {
                comparedNs = Math.min(comparedNs, FileTimes.readNs(directory.resolve(output)));
            }
        }
        return newestNs(task.inputs()) > comparedNs;
    }

    private long newestNs(List<String> files) throws IOException {
        long newestNs = 0;
        for (String file : files) {
            newestNs = Math.max(newestNs, FileTimes.readNs(directory.resolve(file)));
        }
        return newestNs;
    }

    private int run(String command, StringBuilder printed) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(task.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        printed.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
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
