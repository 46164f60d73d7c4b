package org.spmjava.examples.make.gnu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLineTest {

    /** What automake writes for each directory, with the functions that find out about {@code -k}. */
    private static final String AUTOMAKE = """
            fail=; \\
            if (target_option=k; case ${target_option-} in ?) ;; *) echo "internal error: '${target_option-}'" >&2; exit 1;; esac; \\
            has_opt=no; sane_makeflags=$MAKEFLAGS; \\
            if { if test -z '1'; then false; elif test -n 'x86_64'; then true; else false; fi; }; then sane_makeflags=$MFLAGS; \\
            else case $MAKEFLAGS in *\\\\[\\ \\\t]*) bs=\\\\; sane_makeflags=`printf '%s\\n' "$MAKEFLAGS" | sed "s/$bs$bs[$bs $bs\t]*//g"`;; esac; fi; \\
            skip_next=no; strip_trailopt () { flg=`printf '%s\\n' "$flg" | sed "s/$1.*$//"`; }; \\
            for flg in $sane_makeflags; do test $skip_next = yes && { skip_next=no; continue; }; \\
            case $flg in *=*|--*) continue;; -*I) strip_trailopt 'I'; skip_next=yes;; esac; \\
            case $flg in *$target_option*) has_opt=yes; break;; esac; done; test $has_opt = yes); then \\
            failcom='fail=yes'; else failcom='exit 1'; fi; dot_seen=no; \\
            target=`echo all-recursive | sed s/-recursive//`; \\
            case "all-recursive" in distclean-* | maintainer-clean-*) list='a b' ;; *) list='a b' ;; esac; \\
            for subdir in $list; do echo "Making $target in $subdir"; \\
            if test "$subdir" = "."; then dot_seen=yes; local_target="$target-am"; else local_target="$target"; fi; \\
            (CDPATH="${ZSH_VERSION+.}:" && cd $subdir && /mk $local_target) || eval $failcom; done; \\
            if test "$dot_seen" = "no"; then /mk "$target-am" || exit 1; fi; test -z "$fail\"""";

    private static boolean doesNothingButMake(String line) {
        return ShellLine.of(line, "/mk").doesNothingButMake();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mk",
                "/mk -C lib all CC='gcc -m32'",
                "cd lib && /mk all",
                "(cd lib; /mk) && echo done",
                "for d in a b; do /mk -C $d || exit 1; done",
                "set -e; for d in a b; do echo $d; /mk -C $d; done",
                "CFLAGS=-g /mk debug > /dev/null 2>&1",
                "test -z \"$X\" || /mk x",
                "echo nothing",
            })
    void linesThatOnlyFindOutHowToCallMakeAreSeenToBeSo(String line) {
        assertThat(doesNothingButMake(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir -p lib && /mk -C lib",
                "/mk > log",
                "/mk | tee log",
                "/mk &",
                "/mk || true",
                "if /mk; then echo; fi",
                "! /mk",
                "test -f lib/Makefile && /mk -C lib",
                "for d in */; do /mk -C $d; done",
                "x=`/mk print`; echo $x",
                "x=$(cat version); /mk V=$x",
                "eval /mk",
                "while /mk -q; do echo; done",
                "/mk; echo $?",
                "sed -i s/a/b/ Makefile; /mk",
                "env /mk",
                "xargs /mk",
                "echo 'open",
                "cp() { /mk; }",
                "/mk a || /mk b",
            })
    void linesThatDoMoreOrMightAreNot(String line) {
        assertThat(doesNothingButMake(line)).isFalse();
    }

    @Test
    void whatAutomakeWritesDoesNothingElse() {
        assertThat(doesNothingButMake(AUTOMAKE)).isTrue();
    }
}
