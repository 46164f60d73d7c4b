# The guard of one contained task. In a namespace it is PID 1: when it ends, the kernel kills everything left inside.
#
#   bash -p -c "<this>" spm-guard HALF_LEASE_SECONDS MARKER TASK...
#
# stdin    a pipe: an empty line from the owner every third of a lease; silence for a whole one, or end of file, ends
#          everything. The waiter below reports through the same pipe, so that the guard listens in one place only.
# MARKER   empty inside a namespace; without one, the name of a variable by which leftovers of the task are found
# exit     the task's code, 128 + n if signal n killed it, or 213 if the lease lapsed (ExitStatus.LEASE_LOST_CODE)
#
# The guard itself reads the lease because nobody inside a namespace can kill its PID 1. It does not wait for the task by
# "wait -n" or a trap on CHLD: with bash 5.2 one task in some hundred ended unnoticed, between two of its steps.
# Only builtins are used while the task runs, each further process would cost a millisecond.

# What bash says about killed jobs is not the task's output.
exec 3>&2 2>/dev/null
half=$1 marker=$2
shift 2

# No core files in anybody's working directory. Not by a flag of the JVM: told to dump no core, it exits with 1 when it
# crashes, like a program that reports an error.
ulimit -S -c 0

[[ $marker ]] && trap '' HUP INT QUIT TERM

(
    trap '' HUP INT QUIT TERM
    (
        # A background job of a shell ignores INT and QUIT; the task shall not.
        trap - HUP INT QUIT TERM
        [[ $marker ]] && export "$marker=1"
        exec "$@" </dev/null 2>&3 3>&-
    ) &
    wait "$!"
    code=$?
    [[ $marker ]] && kill -KILL "-$!"
    # Opened for writing only now: until here the owner's is the only end whose closing is the end of file.
    echo "$code" >"/proc/$$/fd/0"
    exit "$code"
) </dev/null &
waiter=$!

code=213
# Twice half a lease: a read that was stopped meanwhile, with the whole machine perhaps, fails although there was no
# silence, because bash then looks at the clock. The second one hears the owner, if there is one.
while read -r -t "$half" line || read -r -t "$half" line; do
    if [[ $line ]]; then
        code=$line
        break
    fi
    # A task that kills at random may have killed the waiter, and is over then.
    if ! kill -0 "$waiter"; then
        wait "$waiter"
        code=$?
        break
    fi
done
[[ $marker ]] || exit "$code"

# No kernel cleans up here: first the task's process group, then all that carries the marker, until a look finds none.
read -r task <"/proc/$waiter/task/$waiter/children" && kill -KILL "$task" "-$task"
kill -KILL "$waiter"
PATH=$PATH:/usr/bin:/bin
for ((round = 0; round < 100; round++)); do
    # Not by the exit code: grep fails whenever one process ends while it looks.
    leftovers=$(grep -lsF "$marker=" /proc/[0-9]*/environ)
    [[ $leftovers ]] || break
    for path in $leftovers; do
        pid=${path#/proc/}
        kill -KILL "${pid%/environ}"
    done
done
exit "$code"
