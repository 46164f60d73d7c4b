package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredFile;

/** The third phase: every check there is. Their order is for the reader; reports are sorted by place. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new HeadIsUnique(),
            new SpmIsPresent(),
            new PartsArePresent(),
            new StructsAreKnown(),
            new StructsAreUnique(),
            new SpmHoldsNoField(),
            new SystemFieldsAreKnown(),
            new RequiredFieldsArePresent(),
            new SystemFieldsHaveTheirType(),
            new SystemFieldsBeginRight(),
            new EvaluationIsClear(),
            new FieldsAreUnique(),
            new FieldsDifferInMoreThanCapitals(),
            new UserFieldsSuitJava(),
            new UserFieldsHoldNoCode(),
            new DictKeysAreComparable(),
            new FieldsFitOneConstructor(),
            new StructsHoldNoStruct(),
            new StructsEnd(),
            new EnumsHoldConstants(),
            new TypesAreUnique(),
            new TypesSuitJava(),
            new StatesAgree());

    private Checks() {}

    /** Reports to {@code diagnostics} whatever is wrong with {@code file}. */
    public static void run(DeclaredFile file, Diagnostics diagnostics) {
        ALL.forEach(check -> check.check(file, diagnostics));
    }
}
