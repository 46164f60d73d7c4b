package org.spmjava.api;

/**
 * Who a Spoke is.
 *
 * @param slot its place in the virtual cloud, from 0; a relaunched Spoke keeps it
 * @param incarnation the number of its launch, unique in the session, from 1; a relaunched Spoke gets a new one
 * @param host the name of its host
 */
public record SpokeIdentity(int slot, long incarnation, String host) {

    /**
     * The Spoke's name.
     *
     * @return for example {@code spoke-0.3}: slot 0, incarnation 3
     */
    public String whoAmI() {
        return "spoke-" + slot + "." + incarnation;
    }

    /**
     * The Spoke's name and its rank within a command, as {@code spm.core.whoAmI} holds it.
     *
     * @param rank the order in which the command acquired it, or its rank where the Spokes are one unit; from 0
     * @return for example {@code spoke-0.3:1}: slot 0, incarnation 3, rank 1
     */
    public String whoAmI(int rank) {
        return whoAmI() + ":" + rank;
    }

    @Override
    public String toString() {
        return whoAmI() + "@" + host;
    }
}
