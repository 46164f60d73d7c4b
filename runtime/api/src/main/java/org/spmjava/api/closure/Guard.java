package org.spmjava.api.closure;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.api.error.SPMInvariantViolation;

/**
 * Enforces {@code @Hub @Spoke @Self @Offline @Online} at run time. Methods and constructors that carry one of them
 * begin with a call of {@link #require} once their class was woven, by the Maven goal {@code spm:guard} or by
 * {@code org.spmjava.stateguard.StateGuard}; nobody has to write it.
 *
 * <p>What is certainly wrong throws, and what cannot be known is let pass:
 *
 * <ul>
 *   <li>In a Spoke's process every thread is on a Spoke; it is online while an evaluator runs, and offline before and
 *       after, while modules are preloaded too.
 *   <li>In a process with an open session, a thread inside {@code manage} is on the Hub, online. Every other thread is
 *       on the Hub as well, and online while the session is; with several open sessions of which some are online, it
 *       may be either.
 *   <li>In a serial session, the thread inside {@code manage} is on a Spoke while it plays one. Meanwhile other threads
 *       may be the Hub's or the evaluator's; a thread that an evaluator started may always be on a Spoke.
 *   <li>In a process that is no Spoke and has no open session, nothing is enforced: there an evaluator may be called as
 *       any other method, by a unit test for example.
 * </ul>
 */
public final class Guard {

    /** Null until this process has a runtime. */
    private static volatile StateWatch watch;

    private Guard() {}

    /**
     * The method or constructor that calls this demands a state.
     *
     * @param required what is demanded
     * @throws SPMInvariantViolation if the calling thread certainly stands elsewhere; it names the method that called
     *     this, what is demanded, where the thread stands, and who called the method
     */
    public static void require(RequiredState required) {
        StateWatch asked = watch;
        if (asked != null) {
            Optional<String> found = asked.refusal(required);
            if (found.isPresent()) {
                throw violation(required, found.get());
            }
        }
    }

    /**
     * For the runtime alone: says whom to ask. The first one stays for good, so that nobody can talk the guards out of
     * it later.
     *
     * @param runtime who knows where threads stand; the same again changes nothing
     * @throws SPMInvariantViolation if there is another one already
     */
    public static synchronized void install(StateWatch runtime) {
        if (watch != null && watch != runtime) {
            throw new SPMInvariantViolation(
                    "start the runtime", "a process without another one", "one whose guards ask " + watch.getClass());
        }
        watch = runtime;
    }

    private static SPMInvariantViolation violation(RequiredState required, String found) {
        List<StackFrame> frames = StackWalker.getInstance()
                .walk(all -> all.dropWhile(frame -> frame.getClassName().equals(Guard.class.getName()))
                        .toList());
        StackFrame guarded = frames.get(0);
        String name = guarded.getMethodName().equals("<init>")
                ? "new " + guarded.getClassName()
                : guarded.getClassName() + "." + guarded.getMethodName();
        return caller(frames)
                .map(caller ->
                        new SPMInvariantViolation(name, required.toString(), found, caller.toStackTraceElement()))
                .orElseGet(() -> new SPMInvariantViolation(name, required.toString(), found));
    }

    /**
     * The nearest one that is not the JDK's, which stands between when a method is handed over as a reference; nor the
     * method itself, as which its bridge appears.
     */
    private static Optional<StackFrame> caller(List<StackFrame> frames) {
        StackFrame guarded = frames.get(0);
        List<StackFrame> callers = frames.stream()
                .dropWhile(frame -> frame.getClassName().equals(guarded.getClassName())
                        && frame.getMethodName().equals(guarded.getMethodName()))
                .toList();
        return callers.stream()
                .filter(frame -> !isOfTheJdk(frame.getClassName()))
                .findFirst()
                .or(() -> callers.stream().findFirst());
    }

    private static boolean isOfTheJdk(String className) {
        return Stream.of("java.", "javax.", "jdk.", "sun.").anyMatch(className::startsWith);
    }
}
