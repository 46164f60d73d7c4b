package org.spmjava.stateguard;

/** What woven code calls, and the annotations that ask for it, by name: the compiler does not depend on the runtime. */
final class RuntimeNames {

    static final String HUB = descriptor("org.spmjava.api.annotation.Hub");
    static final String SPOKE = descriptor("org.spmjava.api.annotation.Spoke");
    static final String OFFLINE = descriptor("org.spmjava.api.annotation.Offline");
    static final String ONLINE = descriptor("org.spmjava.api.annotation.Online");

    static final String GUARD = internal("org.spmjava.api.closure.Guard");
    static final String REQUIRE = "require";

    static final String REQUIRED_STATE = internal("org.spmjava.api.closure.RequiredState");
    static final String REQUIRED_STATE_TYPE = descriptor("org.spmjava.api.closure.RequiredState");
    static final String REQUIRE_TYPE = "(" + REQUIRED_STATE_TYPE + ")V";

    private RuntimeNames() {}

    private static String internal(String name) {
        return name.replace('.', '/');
    }

    private static String descriptor(String name) {
        return "L" + internal(name) + ";";
    }
}
