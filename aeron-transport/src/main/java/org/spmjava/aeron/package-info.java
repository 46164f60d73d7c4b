/**
 * The transport port on Aeron, for one host: shared memory in a directory that only its owner can enter, and no
 * network.
 *
 * <p>{@link org.spmjava.aeron.AeronHubTransport} runs the media driver itself, on the thread that calls it, and
 * {@link org.spmjava.aeron.AeronSpokeTransport} is a client of that driver in another process. Each direction of each
 * Spoke, and of each link between two Spokes, is a log of its own, so that a peer that is slow, frozen or killed holds
 * up nobody else. What an instance of either is asked to do, it does on the calling thread; there is no thread here,
 * and no lock.
 *
 * <p>Both need {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED} from the process they run in.
 */
package org.spmjava.aeron;
