package org.spmjava.dsl.resolve;

import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.model.Head;

/**
 * A task as written.
 *
 * @param head the pattern, where the word is one
 * @param states the annotations in front of it, as far as they are known
 * @param body what stands in its braces; its name is the word of the head
 * @param line the line where it begins, from 1
 * @param documentation the comment lines directly above
 */
public record DeclaredTask(
        Optional<Head> head,
        List<DeclaredState> states,
        DeclaredStruct body,
        int line,
        Optional<String> documentation) {

    /** @throws NullPointerException if the list is null */
    public DeclaredTask {
        states = List.copyOf(states);
    }

    /** The first struct {@code spm} of the task. */
    public Optional<DeclaredStruct> spm() {
        return body.struct("spm");
    }

    /** The fields beside {@code spm}: the user's own. */
    public List<DeclaredField> userFields() {
        return body.fields();
    }
}
