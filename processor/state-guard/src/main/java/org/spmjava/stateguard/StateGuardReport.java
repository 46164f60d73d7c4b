package org.spmjava.stateguard;

/**
 * What was done to the classes of a directory.
 *
 * @param classes how many there are
 * @param demanding how many of them have methods that demand a state
 * @param woven how many of those were given guards now, and not before
 * @param methods how many methods were given one now
 */
public record StateGuardReport(int classes, int demanding, int woven, int methods) {

    /** In one line, for a build's log. */
    public String summary() {
        if (demanding == 0) {
            return "Nothing to guard in " + counted(classes, "class", "classes") + ".";
        } else if (woven == 0) {
            return "Nothing changed in " + counted(demanding, "guarded class", "guarded classes") + ".";
        }
        return "Guarded " + counted(methods, "method", "methods") + " in " + counted(woven, "class", "classes") + ".";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
