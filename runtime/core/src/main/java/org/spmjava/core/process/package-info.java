/**
 * Launching processes that cannot outlive their owner, and cleaning up after owners that died.
 *
 * <p>A process started by {@link org.spmjava.core.process.ProcessLauncher} is <em>contained</em>: when it ends, when it
 * is destroyed, when the JVM that started it dies or freezes, everything it ever started ends with it. How firmly that
 * holds on a given machine is {@linkplain org.spmjava.core.process.Containment probed once} and said aloud.
 *
 * <p>Containment nests: a Spoke runs contained, and contains the programs that its tasks start.
 *
 * <pre>
 * [setsid] setpriv --pdeathsig KILL      dies with the thread that started it
 *   unshare --pid --kill-child=KILL      outermost process: the pid that the owner sees
 *     bash guard.sh                      PID 1 of the namespace, reads the lease; when it ends, the kernel ends the others
 *       waiter                           waits for the task and reports its exit code to the guard
 *         setsid task …                  no stdin, the owner's stdout and stderr
 * </pre>
 *
 * <p>The guard reaps orphans, each time the owner's lease speaks, thus at the latest after a third of the lease.
 *
 * <p>Files follow the same rule: a {@link org.spmjava.core.process.SessionDirectory} is deleted by its owner, or by the
 * {@link org.spmjava.core.process.Janitor} that outlives it, or by the next session's sweep.
 *
 * <p>Unless a method says otherwise, no argument and no result is null, and a null argument throws
 * {@link java.lang.NullPointerException}. Linux only.
 */
package org.spmjava.core.process;
