package org.spmjava.benchmarks.speed.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Trial;

/**
 * Measures lines one after the other, and the contestants of a line in turn: everybody once, then everybody once more
 * in the opposite order, so that a disturbance befalls all. When the line's share of the time is used up, no further
 * repetition begins.
 */
final class Turns {

    private static final double NS_PER_S = 1e9;

    /** A repetition may take so much longer than the longest before it. */
    private static final double MARGIN = 1.1;

    private final Path javaHome;
    private final double scale;
    private final int atMost;
    private final LongSupplier clockNs;
    private final PrintStream progress;

    /**
     * Turns by a clock.
     *
     * @param javaHome the JDK that child JVMs are started from
     * @param scale how much of the work is done
     * @param atMost how many repetitions there are of any line, at most
     * @param clockNs the time
     * @param progress is told what is being done
     */
    Turns(Path javaHome, double scale, int atMost, LongSupplier clockNs, PrintStream progress) {
        this.javaHome = javaHome;
        this.scale = scale;
        this.atMost = atMost;
        this.clockNs = clockNs;
        this.progress = progress;
    }

    /** Measures all within the time. */
    List<LineResult> take(List<Line> lines, Duration time) throws InterruptedException {
        Budget budget = new Budget(lines, scale, clockNs.getAsLong() + time.toNanos());
        List<LineResult> results = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            results.add(take(lines.get(number), number, budget));
        }
        return results;
    }

    private LineResult take(Line line, int number, Budget budget) throws InterruptedException {
        LineResult result = new LineResult(line);
        for (Contestant contestant : line.contestants()) {
            contestant.missing().ifPresent(why -> result.lacks(contestant, why));
        }
        long endNs = budget.endOfLineNs(number, clockNs.getAsLong());
        Map<String, Long> longestNs = new HashMap<>();
        int repetitions = Math.min(atMost, line.repetitions());
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (Contestant contestant : inOrder(line, repetition)) {
                long nowNs = clockNs.getAsLong();
                boolean isFirst = repetition == 1;
                long limitNs = budget.limitNs(number, nowNs);
                if (result.lacks(contestant)) {
                    continue;
                }
                if (isFirst && limitNs <= 0) {
                    result.lacks(contestant, "there was no time left");
                    continue;
                }
                long expectedNs = longestNs.getOrDefault(contestant.name(), 0L);
                if (!isFirst && expectedNs * MARGIN > Math.min(endNs - nowNs, limitNs)) {
                    continue;
                }
                take(result, contestant, repetition, Duration.ofNanos(limitNs));
                longestNs.merge(contestant.name(), clockNs.getAsLong() - nowNs, Math::max);
            }
        }
        return result;
    }

    private static List<Contestant> inOrder(Line line, int repetition) {
        List<Contestant> order = new ArrayList<>(line.contestants());
        if (repetition % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    private void take(LineResult result, Contestant contestant, int repetition, Duration limit)
            throws InterruptedException {
        double load = Machine.load();
        long sinceNs = clockNs.getAsLong();
        String ended = "failed";
        try {
            Path directory = Files.createTempDirectory("speed");
            try {
                Measured measured = contestant.measure(new Trial(javaHome, directory, limit, scale));
                double seconds = (clockNs.getAsLong() - sinceNs) / NS_PER_S;
                result.add(new Taken(contestant.name(), repetition, load, seconds, measured));
                ended = String.format(Locale.ROOT, "%.1f s", seconds);
            } finally {
                remove(directory);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Whatever it is concerns this contestant of this line; the others are measured all the same.
            result.lacks(contestant, "failed: " + e);
        }
        progress.printf(
                Locale.ROOT, "%s, repetition %d, %s: %s%n", result.line().name(), repetition, contestant.name(), ended);
    }

    private static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
