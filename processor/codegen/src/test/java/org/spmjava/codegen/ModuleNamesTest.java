package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleNamesTest {

    @Test
    void constantsAreWordsInCapitals() {
        assertThat(names("Primes", "PrimeCounter", "HTTPFetch", "X2Y", "SAT"))
                .containsExactly("PRIMES", "PRIME_COUNTER", "HTTP_FETCH", "X2_Y", "SAT");
    }

    @Test
    void classesOfOneNameAreNumberedInTheirOrder() {
        assertThat(ModuleNames.of(List.of(ClassName.get("a", "Sieve"), ClassName.get("b", "Sieve"))))
                .containsEntry("SIEVE", ClassName.get("a", "Sieve"))
                .containsEntry("SIEVE_2", ClassName.get("b", "Sieve"));
    }

    private static List<String> names(String... simpleNames) {
        List<ClassName> classes = List.of(simpleNames).stream()
                .map(name -> ClassName.get("demo", name))
                .toList();
        return List.copyOf(ModuleNames.of(classes).keySet());
    }
}
