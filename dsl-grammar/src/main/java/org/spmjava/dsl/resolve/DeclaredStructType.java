package org.spmjava.dsl.resolve;

import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * A struct beside the tasks of a file, as written.
 *
 * @param body its name and what stands in its braces
 * @param importedFrom the file that declares it, if it is another one
 * @param line the line where it begins, from 1
 * @param documentation the comment lines directly above
 */
public record DeclaredStructType(
        DeclaredStruct body, Optional<String> importedFrom, int line, Optional<String> documentation)
        implements DeclaredType {

    @Override
    public Word name() {
        return body.name();
    }

    @Override
    public Span span() {
        return body.span();
    }
}
