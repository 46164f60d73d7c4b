# The guard of one contained task. In a namespace it is PID 1: when it ends, the kernel kills everything left inside.
#
#   bash -p -c "<this>" spm-guard LEASE_SECONDS MARKER TASK...
#
# stdin    one line from the owner at least every LEASE_SECONDS; silence or end of file ends everything
# MARKER   empty inside a namespace; without one, the name of a variable by which leftovers of the task are found
# exit     the task's code, 128 + n if signal n killed it, or 213 if the lease lapsed (ExitStatus.LEASE_LOST_CODE)
#
# Whichever of watcher and task ends first gives the exit code, so a task that shoots the watcher ends itself.
# The task is started last: bash never forgets the status of its last background job, however soon that ends.
# Only builtins are used, each further process would cost a millisecond.

# What bash says about killed jobs is not the task's output.
exec 3>&2 2>/dev/null
lease=$1 marker=$2
shift 2

[[ $marker ]] && trap '' HUP INT QUIT TERM

(
    trap '' HUP INT QUIT TERM
    exec >/dev/null 3>&-
    while read -r -t "$lease"; do :; done
    exit 213
) <&0 &

(
    # A background job of a shell ignores INT and QUIT; the task shall not.
    trap - HUP INT QUIT TERM
    [[ $marker ]] && export "$marker=1"
    exec "$@" </dev/null 2>&3 3>&-
) &
task=$!

wait -n
code=$?
[[ $marker ]] || exit "$code"

# No kernel cleans up here: first the task's session, then all that carries the marker, until a look finds none.
kill -KILL "$task" "-$task"
for ((round = 0; round < 100; round++)); do
    leftovers=$(grep -lsF "$marker=" /proc/[0-9]*/environ) || break
    for path in $leftovers; do
        pid=${path#/proc/}
        kill -KILL "${pid%/environ}"
    done
done
exit "$code"
