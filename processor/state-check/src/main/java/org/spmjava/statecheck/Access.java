package org.spmjava.statecheck;

import java.util.Optional;

/**
 * What a method does with a value.
 *
 * @param source where the value comes from
 * @param kind what is done
 * @param line the line of the source where it is done, or where the method is called that does it
 * @param stored the type of what is put there, if something is and it is known
 */
record Access(Source source, Kind kind, int line, Optional<String> stored) {

    enum Kind {
        /** Another value takes its place in the static field. */
        ASSIGN,
        /** What it holds is changed. */
        CHANGE,
        /** It is looked whether, and which, object it is. */
        LOOK,
        /** What it holds is read. */
        READ
    }
}
