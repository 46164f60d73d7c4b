package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;

/**
 * What a step leads to, whatever the state.
 *
 * @param door the door that it goes through, if it does
 * @param origin where the class comes from that it names
 * @param resolved the method that it names, if its code is followed
 * @param initialisers the static initialisers that it may set off
 */
record Link(Optional<DoorKind> door, Origin origin, Optional<Method> resolved, List<Method> initialisers) {}
