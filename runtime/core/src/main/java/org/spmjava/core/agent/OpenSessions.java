package org.spmjava.core.agent;

/**
 * The sessions of this process, and what follows from them for threads that are neither inside {@code manage} nor
 * playing a Spoke.
 *
 * @param open how many are open
 * @param online how many are online
 * @param playing how many threads play a Spoke at the moment
 * @param others where a thread of which nothing else is known may stand
 * @param strays where a thread that an evaluator of a serial session started may stand
 */
record OpenSessions(int open, int online, int playing, Whereabouts others, Whereabouts strays) {

    static final OpenSessions NONE = of(0, 0, 0);

    private static OpenSessions of(int open, int online, int playing) {
        if (open == 0) {
            return new OpenSessions(open, online, playing, Whereabouts.ANYWHERE, Whereabouts.ANYWHERE);
        }
        return new OpenSessions(
                open,
                online,
                playing,
                whereabouts(open, online, playing > 0, playing > 0),
                whereabouts(open, online, true, playing > 0));
    }

    OpenSessions opened() {
        return of(open + 1, online, playing);
    }

    OpenSessions closed() {
        return of(open - 1, online, playing);
    }

    OpenSessions wentOnline() {
        return of(open, online + 1, playing);
    }

    OpenSessions wentOffline() {
        return of(open, online - 1, playing);
    }

    OpenSessions beganToPlay() {
        return of(open, online, playing + 1);
    }

    OpenSessions ceasedToPlay() {
        return of(open, online, playing - 1);
    }

    private static Whereabouts whereabouts(int open, int online, boolean spokeOffline, boolean spokeOnline) {
        boolean hubOnline = online > 0;
        boolean hubOffline = online < open;
        String hub = "Hub" + (hubOnline ? hubOffline ? ", offline or online" : ", online" : ", offline");
        String spoke = spokeOnline ? ", or a virtual Spoke" : spokeOffline ? ", or a virtual Spoke, offline" : "";
        return new Whereabouts(hubOffline, hubOnline, spokeOffline, spokeOnline, hub + spoke);
    }
}
