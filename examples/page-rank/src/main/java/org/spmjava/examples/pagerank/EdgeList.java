package org.spmjava.examples.pagerank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An undirected graph in a file of text, which may be compressed by gzip. The first line says how much follows, for
 * people; every other one names the two ends of an edge, by numbers. It does not matter which end comes first, or how
 * often an edge is named, or whether an end is joined with itself. A vertex is what has an edge to another.
 */
public final class EdgeList {

    private EdgeList() {}

    /**
     * Reads a part of a graph.
     *
     * @param file the file
     * @param wanted which vertices
     * @return their neighbours; vertices and neighbours in the order of their numbers
     * @throws IOException if the file cannot be read
     */
    static Map<Long, long[]> neighbours(Path file, LongPredicate wanted) throws IOException {
        TreeMap<Long, TreeSet<Long>> found = new TreeMap<>();
        try (BufferedReader lines = open(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] ends = line.strip().split("\\s+");
                long left = Long.parseLong(ends[0]);
                long right = Long.parseLong(ends[1]);
                if (left != right && wanted.test(left)) {
                    found.computeIfAbsent(left, vertex -> new TreeSet<>()).add(right);
                }
                if (left != right && wanted.test(right)) {
                    found.computeIfAbsent(right, vertex -> new TreeSet<>()).add(left);
                }
            }
        }
        TreeMap<Long, long[]> neighbours = new TreeMap<>();
        found.forEach((vertex, others) -> neighbours.put(
                vertex, others.stream().mapToLong(Long::longValue).toArray()));
        return neighbours;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    /**
     * Writes a graph at random: some vertices have many edges, some few, and not all hang together.
     *
     * @param file where to
     * @param seed the same seed gives the same graph
     * @param vertices how many vertices there are at most
     * @param edges how many edges there are at most
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, long seed, int vertices, int edges) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            int end = random.nextInt(vertices);
            lines.add(random.nextInt(1 + end) + " " + end);
        }
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n", vertices + " " + edges + "\n", "\n")));
    }
}
