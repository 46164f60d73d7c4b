package org.spmjava.api.coprocess;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/**
 * A method that a Spoke's backend applies on the user's behalf: the {@code ApiMethod} of typedefs.
 *
 * <p>The set is closed: only the constants of this package exist, so that a name received can be nothing else.
 *
 * @param <A> the type of its arguments
 * @param <R> the type of its result
 */
public final class Api<A, R> {

    private final String name;
    private final Function<A, Map<String, Mixed>> argumentsToDict;
    private final Function<SpmRecord, R> recordToResult;

    Api(String name, Function<A, Map<String, Mixed>> argumentsToDict, Function<SpmRecord, R> recordToResult) {
        this.name = name;
        this.argumentsToDict = argumentsToDict;
        this.recordToResult = recordToResult;
    }

    /**
     * The API of a name.
     *
     * @param name as {@link #name()} gives it
     * @return the API
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Api<?, ?> named(String name) {
        return known().stream()
                .filter(api -> api.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task API is named '" + name + "'"));
    }

    private static List<Api<?, ?>> known() {
        return List.of(Shell.POLICY_A, Shell.POLICY_B, Shell.POLICY_C);
    }

    /**
     * The API's name, as in the source.
     *
     * @return for example {@code coprocess.shell.policyC}
     */
    public String name() {
        return name;
    }

    /**
     * Arguments in the form in which they travel.
     *
     * @param arguments typed arguments
     * @return the value of {@code spm.meta.apiArgs}
     */
    public Map<String, Mixed> toDict(A arguments) {
        return argumentsToDict.apply(arguments);
    }

    /**
     * A typed view of the record that the API returned.
     *
     * @param returnValue the value of {@code spm.stat.returnValue} of a task that applied this API
     * @return the typed result
     * @throws IllegalArgumentException if another API returned the record
     */
    public R result(SpmRecord returnValue) {
        return recordToResult.apply(returnValue);
    }

    @Override
    public String toString() {
        return name;
    }
}
