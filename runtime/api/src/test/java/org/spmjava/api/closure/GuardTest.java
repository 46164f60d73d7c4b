package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spmjava.api.error.SPMInvariantViolation;

class GuardTest {

    private static String found;

    private static final StateWatch RUNTIME = required -> Optional.ofNullable(found);

    /** As methods are after weaving. */
    public static final class Guarded {

        Guarded() {
            Guard.require(RequiredState.OFFLINE);
        }

        public static void collect() {
            Guard.require(RequiredState.HUB_OFFLINE);
        }
    }

    /** A process has one runtime, for good. */
    @BeforeAll
    static void withoutARuntimeNothingIsEnforced() {
        assertThatCode(Guarded::collect).doesNotThrowAnyException();
        Guard.install(RUNTIME);
    }

    @BeforeEach
    void standWhereEverythingIsAllowed() {
        found = null;
    }

    @Test
    void whatTheRuntimeDoesNotRefusePasses() {
        assertThatCode(Guarded::collect).doesNotThrowAnyException();
        assertThatCode(Guarded::new).doesNotThrowAnyException();
    }

    @Test
    void aViolationNamesTheMethodWhatItDemandsWhereItWasCalledAndByWhom() {
        found = "Spoke (spoke-0.1), online";
        SPMInvariantViolation violation = catchThrowableOfType(SPMInvariantViolation.class, GuardTest::evaluate);
        assertThat(violation.getMessage())
                .matches("org\\.spmjava\\.api\\.closure\\.GuardTest\\$Guarded\\.collect: expected Hub, offline,"
                        + " found Spoke \\(spoke-0\\.1\\), online;"
                        + " called by org\\.spmjava\\.api\\.closure\\.GuardTest\\.evaluate\\(GuardTest\\.java:\\d+\\)");
        assertThat(violation.expected()).isEqualTo("Hub, offline");
        assertThat(violation.found()).isEqualTo("Spoke (spoke-0.1), online");
        assertThat(violation.caller())
                .get()
                .extracting(StackTraceElement::getMethodName)
                .isEqualTo("evaluate");
    }

    private static void evaluate() {
        Guarded.collect();
    }

    @Test
    void theCallerIsTheOneBehindTheJdk() {
        found = "Hub, online";
        assertThatThrownBy(GuardTest::throughTheJdk).hasMessageContaining("called by " + GuardTest.class.getName());
        InvocationTargetException reflective =
                catchThrowableOfType(InvocationTargetException.class, GuardTest::reflectively);
        assertThat(reflective.getCause()).hasMessageContaining("called by " + GuardTest.class.getName());
    }

    private static void throughTheJdk() {
        List.of(1).forEach(each -> List.of(2).iterator().forEachRemaining(other -> Guarded.collect()));
    }

    private static void reflectively() throws ReflectiveOperationException {
        Guarded.class.getMethod("collect").invoke(null);
    }

    @Test
    void aConstructorIsNamedAsOne() {
        found = "Hub, online";
        assertThatThrownBy(Guarded::new)
                .isInstanceOf(SPMInvariantViolation.class)
                .hasMessageStartingWith("new org.spmjava.api.closure.GuardTest$Guarded: expected offline, found Hub");
    }

    @Test
    void theRuntimeCannotBeReplaced() {
        found = "Hub, online";
        assertThatThrownBy(() -> Guard.install(required -> Optional.empty()))
                .isInstanceOf(SPMInvariantViolation.class)
                .hasMessageContaining("a process without another one");
        Guard.install(RUNTIME);
        assertThatThrownBy(Guarded::collect).isInstanceOf(SPMInvariantViolation.class);
    }
}
