package org.spmjava.examples.make.ninja;

import java.util.List;
import java.util.Map;

/**
 * What a build file says, with all that it includes.
 *
 * @param edges the build statements, in their order; no two make the same file
 * @param defaults the targets of a build that names none: those declared, or all that no other edge reads
 * @param pools how many edges of each pool run at once
 * @param buildDirectory the variable {@code builddir}: where the build keeps its log; empty for the directory itself
 */
public record NinjaFile(List<Edge> edges, List<String> defaults, Map<String, Integer> pools, String buildDirectory) {

    /** Takes copies. */
    public NinjaFile {
        edges = List.copyOf(edges);
        defaults = List.copyOf(defaults);
        pools = Map.copyOf(pools);
    }
}
