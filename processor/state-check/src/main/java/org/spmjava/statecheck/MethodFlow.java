package org.spmjava.statecheck;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a method does with static fields and with its arguments.
 *
 * @param ofStatics what it does with static fields, or has a method do that it hands them to, in the order of the code
 * @param ofArguments what it does with its arguments
 * @param returned where a changeable object comes from that it returns
 * @param aliases the static fields whose objects it puts into another static field, by that
 */
record MethodFlow(
        List<Access> ofStatics, List<Access> ofArguments, Set<Source> returned, Map<FieldRef, Set<FieldRef>> aliases) {

    static final MethodFlow NOTHING = new MethodFlow(List.of(), List.of(), Set.of(), Map.of());
}
