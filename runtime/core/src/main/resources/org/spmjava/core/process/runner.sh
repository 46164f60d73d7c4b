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
#
# Each command gets descriptions of its own of the pipes, by way of /proc: one that makes its output non-blocking would else
# have made everybody's so.

# What the shell says about killed commands is not their output.
exec 3>&2 2>/dev/null

# A variable of the owner's that is named like one of ours would stay exported, with our value; its functions would be ours.
unset spm_mark spm_capture spm_lines spm_line spm_command spm_code spm_rounds spm_newline
unset -f command kill printf read ulimit

ulimit -S -c 0
trap '' HUP INT QUIT TERM
spm_newline='
'
IFS= read -r spm_mark || exit 0
while IFS=' ' read -r spm_capture spm_lines; do
    spm_command=
    while [ "$spm_lines" -gt 0 ]; do
        IFS= read -r spm_line || exit 0
        spm_command=$spm_command$spm_line$spm_newline
        spm_lines=$((spm_lines - 1))
    done
    spm_command=${spm_command%"$spm_newline"}
    case $spm_capture in
        OUTPUT) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$spm_command") </dev/null >/proc/self/fd/1 2>/dev/null 3>&- ;;
        MERGED) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$spm_command") </dev/null >/proc/self/fd/1 2>&1 3>&- ;;
        *) (trap - HUP INT QUIT TERM && exec /bin/sh -c "$spm_command") </dev/null >/proc/self/fd/1 2>/proc/self/fd/3 3>&- ;;
    esac
    spm_code=$?
    # To all in the namespace but PID 1. It fails when there is nobody else, not even one that has not been reaped.
    spm_rounds=0
    while kill -s KILL -- -1; do
        [ "$spm_rounds" -lt 20000 ] || exit 1
        spm_rounds=$((spm_rounds + 1))
        # Whoever waits for a child reaps orphans as well.
        (:)
    done
    printf '%s%03d\n' "$spm_mark" "$spm_code"
    [ "$spm_capture" != BOTH ] || printf '%s%03d\n' "$spm_mark" "$spm_code" >&3
done
