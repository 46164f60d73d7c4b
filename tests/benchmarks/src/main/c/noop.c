/*
 * A master and its workers on MPI: tasks that do nothing. The peer of org.spmjava.benchmarks.speed.noop.Workload, with
 * the same counts and times; it says its samples as org.spmjava.benchmarks.speed.Told describes.
 *
 * mpicc -O3 noop.c -o noop && mpirun -np 3 ./noop NOOPS 1.0 16
 */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MESSAGE_LENGTH = 64, TASK = 1, END = 2, TASKS = 1000000, WARMING_TASKS = 100000, LISTS = 5 };
enum { ROUND_TRIPS = 20000, PAUSES = 200, WARMING_PAUSES = 20, PAUSE_MS = 10, IDLE_SECONDS = 5 };

static const double WARM_SECONDS = 3, LISTS_SECONDS = 6, ROUND_TRIPS_SECONDS = 4;

static int workers;
static int window;
static double scale;
static char message[MESSAGE_LENGTH];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int scaled(int full) {
    double count = full * scale;
    return count < 1 ? 1 : (int) (count + 0.5);
}

static void await_answer(void) {
    int read;
    fflush(stdout);
    do {
        read = getchar();
    } while (read != '\n' && read != EOF);
}

static void send_to(int worker) {
    MPI_Send(message, MESSAGE_LENGTH, MPI_CHAR, worker, TASK, MPI_COMM_WORLD);
}

static int receive(void) {
    MPI_Status status;
    MPI_Recv(message, MESSAGE_LENGTH, MPI_CHAR, MPI_ANY_SOURCE, TASK, MPI_COMM_WORLD, &status);
    return status.MPI_SOURCE;
}

/* Each worker has as many tasks as the window allows; who returns one gets the next. */
static void many(int tasks) {
    int sent = 0;
    int received = 0;
    for (int i = 0; i < window; i++) {
        for (int worker = 1; worker <= workers && sent < tasks; worker++, sent++) {
            send_to(worker);
        }
    }
    while (received < tasks) {
        int worker = receive();
        received++;
        if (sent < tasks) {
            send_to(worker);
            sent++;
        }
    }
}

static void one(void) {
    send_to(1);
    receive();
}

static int compare(const void *left, const void *right) {
    double difference = *(const double *) left - *(const double *) right;
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

static void round_trips(int count, int pause_ms, int told) {
    double *times_us = malloc(sizeof(double) * count);
    struct timespec pause = {0, pause_ms * 1000000L};
    double since = now();
    int done = 0;
    while (done < count && (done == 0 || pause_ms > 0 || now() - since < ROUND_TRIPS_SECONDS)) {
        if (pause_ms > 0) {
            nanosleep(&pause, NULL);
        }
        double begun = now();
        one();
        times_us[done++] = (now() - begun) * 1e6;
    }
    if (told) {
        qsort(times_us, done, sizeof(double), compare);
        printf("figure\tp50\t%.6g\n", times_us[done / 2]);
        printf("figure\tp99\t%.6g\n", times_us[(int) (done * 0.99)]);
    }
    free(times_us);
}

static void warm(int tasks) {
    double since = now();
    do {
        if (tasks > 1) {
            many(tasks);
        } else {
            one();
        }
    } while (now() - since < WARM_SECONDS * scale);
}

static void measure(const char *workload) {
    if (strcmp(workload, "NOOPS") == 0) {
        warm(scaled(WARMING_TASKS));
        double begun = now();
        for (int list = 0; list == 0 || (list < LISTS && now() - begun < LISTS_SECONDS); list++) {
            double since = now();
            many(scaled(TASKS));
            printf("figure\ttasks\t%.6g\n", scaled(TASKS) / (now() - since));
        }
    } else if (strcmp(workload, "ROUND_TRIP") == 0) {
        warm(scaled(WARMING_TASKS));
        warm(1);
        round_trips(scaled(ROUND_TRIPS), 0, 1);
    } else if (strcmp(workload, "AFTER_IDLE") == 0) {
        warm(scaled(WARMING_TASKS));
        warm(1);
        round_trips(scaled(WARMING_PAUSES), PAUSE_MS, 0);
        round_trips(scaled(PAUSES), PAUSE_MS, 1);
    } else if (strcmp(workload, "IDLE") == 0) {
        warm(1);
        double seconds = IDLE_SECONDS * scale;
        printf("cpu\tCPU\t%.3f\n", seconds < 0.1 ? 0.1 : seconds);
        await_answer();
    } else if (strcmp(workload, "COLD_START") == 0) {
        one();
        printf("reached\tfirst result\n");
        fflush(stdout);
    } else {
        fprintf(stderr, "there is no workload %s\n", workload);
        MPI_Abort(MPI_COMM_WORLD, 1);
    }
}

static void work(void) {
    MPI_Status status;
    for (;;) {
        MPI_Recv(message, MESSAGE_LENGTH, MPI_CHAR, 0, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
        if (status.MPI_TAG == END) {
            return;
        }
        MPI_Send(message, MESSAGE_LENGTH, MPI_CHAR, 0, TASK, MPI_COMM_WORLD);
    }
}

int main(int argc, char **argv) {
    int rank;
    int ranks;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    if (argc < 4 || ranks < 2) {
        fprintf(stderr, "usage: mpirun -np 3 noop WORKLOAD SCALE WINDOW\n");
        MPI_Abort(MPI_COMM_WORLD, 1);
    }
    workers = ranks - 1;
    scale = atof(argv[2]);
    window = atoi(argv[3]);
    if (rank > 0) {
        work();
    } else {
        measure(argv[1]);
        puts("end");
        await_answer();
        for (int worker = 1; worker <= workers; worker++) {
            MPI_Send(message, MESSAGE_LENGTH, MPI_CHAR, worker, END, MPI_COMM_WORLD);
        }
    }
    MPI_Finalize();
    return 0;
}
