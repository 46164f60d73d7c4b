package org.spmjava.examples.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.spmjava.api.Pool;
import org.spmjava.api.VirtualCloud;

/** One virtual cloud, and what the programs that run on it one after the other share. */
public final class Session {

    private final VirtualCloud cloud;
    private final Pool pool;
    private final Console console;
    private final Map<Class<?>, Object> closures;

    /**
     * A session on every Spoke of a virtual cloud.
     *
     * @param cloud the virtual cloud; whoever made it closes it
     * @param console what a person sees
     */
    public Session(VirtualCloud cloud, Console console) {
        this(cloud, cloud.intraAll(), console, new HashMap<>());
    }

    private Session(VirtualCloud cloud, Pool pool, Console console, Map<Class<?>, Object> closures) {
        this.cloud = Objects.requireNonNull(cloud, "cloud");
        this.pool = Objects.requireNonNull(pool, "pool");
        this.console = Objects.requireNonNull(console, "console");
        this.closures = closures;
    }

    /**
     * The same session, confined to some of its Spokes.
     *
     * @param pool which
     * @return a view: closures that one of the two defines, the other has
     */
    public Session on(Pool pool) {
        return new Session(cloud, pool, console, closures);
    }

    /**
     * The virtual cloud.
     *
     * @return for what the other methods do not offer
     */
    public VirtualCloud cloud() {
        return cloud;
    }

    /**
     * The Spokes that a program shall use.
     *
     * @return to be passed to {@code manage}
     */
    public Pool pool() {
        return pool;
    }

    /**
     * What a person sees.
     *
     * @return never null
     */
    public Console console() {
        return console;
    }

    /**
     * A closure of this session, defined when it is asked for first: its signature must be new in a session, and a
     * program may run many times in one.
     *
     * @param type the closure's class
     * @param define makes one on a virtual cloud
     * @param <T> the closure's type
     * @return always the same
     */
    public <T> T closure(Class<T> type, Function<VirtualCloud, T> define) {
        Object known = closures.get(type);
        if (known == null) {
            known = define.apply(cloud);
            closures.put(type, known);
        }
        return type.cast(known);
    }
}
