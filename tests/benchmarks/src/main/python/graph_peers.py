"""A graph by NetworkX or SciPy: graph_peers.py networkx|scipy FILE REPETITIONS. Prints a name and its times in ms."""
import sys
import time

import numpy as np


def timed(name, repetitions, work):
    times = []
    for _ in range(repetitions):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1e3)
    print(name, *times, flush=True)


def scipy_graph(file, repetitions):
    import scipy.sparse as sparse
    import scipy.sparse.csgraph as csgraph

    begin = time.perf_counter()
    with open(file) as lines:
        vertices = int(lines.readline().split()[0])
        ends = np.fromstring(lines.read(), dtype=np.int64, sep=" ").reshape(-1, 2)
    ends = ends[ends[:, 0] != ends[:, 1]]
    both = np.concatenate([ends, ends[:, ::-1]])
    ones = np.ones(len(both))
    matrix = sparse.csr_matrix((ones, (both[:, 0], both[:, 1])), shape=(vertices, vertices))
    matrix.data[:] = 1
    print("load", (time.perf_counter() - begin) * 1e3, flush=True)
    degrees = np.asarray(matrix.sum(axis=1)).ravel()
    source = int(degrees.argmax())

    def pagerank():
        ranks = np.full(vertices, 1 / vertices)
        inverse = np.divide(1, degrees, out=np.zeros(vertices), where=degrees > 0)
        while True:
            dangling = ranks[degrees == 0].sum()
            updated = (0.15 + 0.85 * dangling) / vertices + 0.85 * (matrix.T @ (ranks * inverse))
            change = np.abs(updated - ranks).sum()
            ranks = updated
            if change < 1e-4:
                return

    timed("pagerank", repetitions, pagerank)
    timed("bfs", repetitions, lambda: csgraph.breadth_first_order(matrix, source))
    timed("cc", repetitions, lambda: csgraph.connected_components(matrix, directed=False))
    lower = sparse.tril(matrix, k=-1, format="csr")
    timed("tc", 1, lambda: (lower @ lower).multiply(lower).sum())


def networkx_graph(file, repetitions):
    import networkx

    begin = time.perf_counter()
    graph = networkx.Graph()
    with open(file) as lines:
        graph.add_nodes_from(range(int(lines.readline().split()[0])))
        graph.add_edges_from(tuple(map(int, line.split())) for line in lines)
    graph.remove_edges_from(list(networkx.selfloop_edges(graph)))
    print("load", (time.perf_counter() - begin) * 1e3, flush=True)
    source = max(graph.degree, key=lambda entry: entry[1])[0]
    timed("bfs", 1, lambda: networkx.single_source_shortest_path_length(graph, source))
    timed("cc", 1, lambda: sum(1 for _ in networkx.connected_components(graph)))
    timed("pagerank", 1, lambda: networkx.pagerank(graph, tol=1e-4 / len(graph)))
    timed("tc", 1, lambda: networkx.triangles(graph))


{"scipy": scipy_graph, "networkx": networkx_graph}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
