# The runner of one shell command after the other. It is PID 1 of a namespace: when it ends, the kernel kills what is left.
#
#   setsid /bin/sh -c "<this>" spm-runner
#
# stdin    a line with the mark, then commands: a line "CAPTURE LINES", and that many lines of the command's text;
#          end of file ends the runner
# stdout   a command's output, then the mark, its code in three digits, and a newline; of stderr likewise if it is
#          captured apart. The mark is written when nothing of the command runs any more, so nothing comes after it.
# exit     0 at the end of file, 1 if what a command left could not be killed, which the end of the namespace does then
#
# For any POSIX shell: dash, where that is /bin/sh, forks in half of the time that bash needs.

# What the shell says about killed commands is not their output.
exec 3>&2 2>/dev/null

ulimit -S -c 0
trap '' HUP INT QUIT TERM
newline='
'
IFS= read -r mark || exit 0
while IFS=' ' read -r capture lines; do
    command=
    while [ "$lines" -gt 0 ]; do
        IFS= read -r line || exit 0
        command=$command$line$newline
        lines=$((lines - 1))
    done
    case $capture in
        OUTPUT) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$command") </dev/null 2>/dev/null 3>&- ;;
        MERGED) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$command") </dev/null 2>&1 3>&- ;;
        *) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$command") </dev/null 2>&3 3>&- ;;
    esac
    code=$?
    # To all in the namespace but PID 1. It fails when there is nobody else, not even one that has not been reaped.
    rounds=0
    while kill -s KILL -- -1; do
        [ "$rounds" -lt 2000 ] || exit 1
        rounds=$((rounds + 1))
        # Whoever waits for a child reaps orphans as well.
        (:)
    done
    printf '%s%03d\n' "$mark" "$code"
    [ "$capture" != BOTH ] || printf '%s%03d\n' "$mark" "$code" >&3
done
