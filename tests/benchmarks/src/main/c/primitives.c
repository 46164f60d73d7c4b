/* The primitives of general grain by MPI: prints what the suite expects (see Told.java), one sample a line, in µs. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLES 3
#define SAMPLE_SECONDS 0.3

static int rank, size;
static char *out, *in;

static void round_trip(int bytes) {
    if (rank == 0) {
        MPI_Send(out, bytes, MPI_BYTE, 1, 0, MPI_COMM_WORLD);
        MPI_Recv(in, bytes, MPI_BYTE, 1, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    } else if (rank == 1) {
        MPI_Recv(in, bytes, MPI_BYTE, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        MPI_Send(out, bytes, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
    }
}

static void barrier(int bytes) {
    (void) bytes;
    MPI_Barrier(MPI_COMM_WORLD);
}

static void all_reduce(int bytes) {
    MPI_Allreduce(out, in, bytes / 8, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
}

static void exchange(int bytes) {
    MPI_Alltoall(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, MPI_COMM_WORLD);
}

static double seconds(void (*measure)(int), int bytes, int times) {
    MPI_Barrier(MPI_COMM_WORLD);
    double start = MPI_Wtime();
    for (int i = 0; i < times; i++) {
        measure(bytes);
    }
    double own = MPI_Wtime() - start, longest;
    MPI_Allreduce(&own, &longest, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
    return longest;
}

static void run(const char *name, void (*measure)(int), int bytes) {
    int times = 20;
    double took = seconds(measure, bytes, times);
    while (took < SAMPLE_SECONDS / 2) {
        times *= 2;
        took = seconds(measure, bytes, times);
    }
    for (int sample = 0; sample < SAMPLES; sample++) {
        took = seconds(measure, bytes, times);
        if (rank == 0) {
            printf("figure\t%s, %d Spokes\t%.6g\n", name, size, took / times * 1e6);
            fflush(stdout);
        }
    }
}

int main(int argc, char **argv) {
    const int small = 8, large = 64 * 1024;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    out = calloc(size, large);
    in = calloc(size, large);
    if (out == NULL || in == NULL) {
        MPI_Abort(MPI_COMM_WORLD, 1);
    }
    memset(out, 1, (size_t) size * large);
    if (size == 2) {
        run("round trip 8 B", round_trip, small);
        run("round trip 64 KB", round_trip, large);
    }
    run("barrier", barrier, small);
    run("all-reduce 8 B", all_reduce, small);
    run("all-reduce 64 KB", all_reduce, large);
    run("exchange 8 B", exchange, small);
    run("exchange 64 KB", exchange, large);
    if (rank == 0) {
        char answer[64];
        printf("end\n");
        fflush(stdout);
        if (fgets(answer, sizeof answer, stdin) == NULL) {
            /* Run by hand: nobody answers. */
        }
    }
    MPI_Barrier(MPI_COMM_WORLD);
    MPI_Finalize();
    return 0;
}
