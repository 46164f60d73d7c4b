# The janitor of one session: waits for the end of its owner, then deletes the session's directories.
#
#   sh -c "<this>" spm-janitor DIRECTORY...
#
# stdin    a pipe that only the owner holds: its end of file is the owner's end. An owner that is stopped keeps it.
# exit     0 if all directories are gone, 1 if one is still there after some 2 s

trap '' HUP INT QUIT TERM
while read -r _; do :; done

# Processes of the session may be dying, and writing, for a moment longer: over is what is gone at two looks in a row.
clean=0 rounds=0
while [ "$clean" -lt 2 ] && [ "$rounds" -lt 20 ]; do
    clean=$((clean + 1)) rounds=$((rounds + 1))
    for dir; do
        case $dir in
            */../* | */..) continue ;;
            /*/spm-*-*) ;;
            *) continue ;;
        esac
        [ -e "$dir" ] || continue
        [ -L "$dir" ] && continue
        clean=0
        rm -rf -- "$dir" || chmod -R u+rwX -- "$dir"
    done
    sleep 0.1
done
[ "$clean" -eq 2 ]
