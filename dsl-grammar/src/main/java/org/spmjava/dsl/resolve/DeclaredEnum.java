package org.spmjava.dsl.resolve;

import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * An enum as written.
 *
 * @param name its name
 * @param constants its constants in source order, as far as they are names
 * @param damaged whether something in it was not understood, so that what seems missing may be there
 * @param span the whole declaration
 * @param importedFrom the file that declares it, if it is another one
 * @param line the line where it begins, from 1
 * @param documentation the comment lines directly above
 */
public record DeclaredEnum(
        Word name,
        List<Constant> constants,
        boolean damaged,
        Span span,
        Optional<String> importedFrom,
        int line,
        Optional<String> documentation)
        implements DeclaredType {

    /**
     * One constant.
     *
     * @param name its name
     * @param line the line where it stands, from 1
     * @param documentation the comment lines directly above
     */
    public record Constant(Word name, int line, Optional<String> documentation) {}

    /** @throws NullPointerException if the list is null */
    public DeclaredEnum {
        constants = List.copyOf(constants);
    }
}
