package org.spmjava.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the tasks of a DAG stand in a drawing: each one layer behind the last of those that it needs, and within its
 * layer near those that it is connected with. The barycenter heuristic of K. Sugiyama, S. Tagawa and M. Toda,
 * <i>Methods for Visual Understanding of Hierarchical System Structures</i>, IEEE Trans. SMC 11(2), 1981.
 *
 * @param layers the numbers of the tasks in each layer, from top to bottom
 */
record Layers(List<List<Integer>> layers) {

    private static final int SWEEPS = 8;

    /** @param predecessors of each task, those that it needs; each number is less than the task's */
    static Layers of(List<int[]> predecessors) {
        int count = predecessors.size();
        int[] depths = new int[count];
        List<List<Integer>> layers = new ArrayList<>();
        List<List<Integer>> successors = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            successors.add(new ArrayList<>());
            for (int needed : predecessors.get(task)) {
                depths[task] = Math.max(depths[task], depths[needed] + 1);
                successors.get(needed).add(task);
            }
            while (layers.size() <= depths[task]) {
                layers.add(new ArrayList<>());
            }
            layers.get(depths[task]).add(task);
        }
        double[] places = new double[count];
        layers.forEach(layer -> place(layer, places));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forward = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Integer> layer = layers.get(forward ? i : layers.size() - 1 - i);
                double[] wanted = new double[count];
                for (int task : layer) {
                    wanted[task] = forward
                            ? mean(predecessors.get(task), places, places[task])
                            : mean(
                                    successors.get(task).stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray(),
                                    places,
                                    places[task]);
                }
                layer.sort(Comparator.comparingDouble(task -> wanted[task]));
                place(layer, places);
            }
        }
        return new Layers(layers);
    }

    /** In relation to the layer's size, so that layers of different sizes can be compared. */
    private static void place(List<Integer> layer, double[] places) {
        for (int i = 0; i < layer.size(); i++) {
            places[layer.get(i)] = (i + 0.5) / layer.size();
        }
    }

    private static double mean(int[] tasks, double[] places, double otherwise) {
        if (tasks.length == 0) {
            return otherwise;
        }
        double sum = 0;
        for (int task : tasks) {
            sum += places[task];
        }
        return sum / tasks.length;
    }
}
