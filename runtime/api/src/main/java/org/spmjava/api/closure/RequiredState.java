package org.spmjava.api.closure;

/** What the state annotations of a method demand together; {@code @Self} demands nothing and adds nothing. */
public enum RequiredState {
    /** {@code @Hub}. */
    HUB("Hub", true, false, true, true),
    /** {@code @Spoke}. */
    SPOKE("Spoke", false, true, true, true),
    /** {@code @Offline}, or {@code @Self @Offline}. */
    OFFLINE("offline", true, true, true, false),
    /** {@code @Online}, or {@code @Self @Online}. */
    ONLINE("online", true, true, false, true),
    /** {@code @Hub @Offline}. */
    HUB_OFFLINE("Hub, offline", true, false, true, false),
    /** {@code @Hub @Online}. */
    HUB_ONLINE("Hub, online", true, false, false, true),
    /** {@code @Spoke @Offline}. */
    SPOKE_OFFLINE("Spoke, offline", false, true, true, false),
    /** {@code @Spoke @Online}. */
    SPOKE_ONLINE("Spoke, online", false, true, false, true);

    private final String words;
    private final boolean hub;
    private final boolean spoke;
    private final boolean offline;
    private final boolean online;

    RequiredState(String words, boolean hub, boolean spoke, boolean offline, boolean online) {
        this.words = words;
        this.hub = hub;
        this.spoke = spoke;
        this.offline = offline;
        this.online = online;
    }

    /**
     * Whether code that stands there has what it demands.
     *
     * @param onHub true on the Hub, false on a Spoke
     * @param isOnline true if that side is online, false if it is offline
     * @return false if this is a violation
     */
    public boolean isMetBy(boolean onHub, boolean isOnline) {
        return (onHub ? hub : spoke) && (isOnline ? online : offline);
    }

    /** As an invariant violation puts it, for example {@code Hub, offline}. */
    @Override
    public String toString() {
        return words;
    }
}
