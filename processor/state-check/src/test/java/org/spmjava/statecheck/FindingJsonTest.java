package org.spmjava.statecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingJsonTest {

    private static final Finding KNOWN = new Finding(
            FindingCode.HUB_METHOD_ON_SPOKE,
            "demo.Primes",
            "Primes.taskEval",
            Optional.of("demo/Primes.java"),
            58,
            "`Config.load` is annotated `@Hub`, but a Spoke reaches it.",
            "A \"Spoke\" is another process.",
            "Call it on the Hub.",
            List.of(new Trail(
                    "chain",
                    List.of(new Frame("Primes.taskEval", "Primes.java", 58), new Frame("Config.load", "", 0)))));

    @Test
    void aFindingIsALineWithTheMembersOfADiagnosticAndTheChain() {
        assertThat(FindingJson.render(List.of(KNOWN)))
                .isEqualTo("{\"code\":\"SPM-S101\",\"severity\":\"error\",\"file\":\"demo/Primes.java\","
                        + "\"range\":{\"start\":{\"line\":58,\"column\":1}},"
                        + "\"message\":\"`Config.load` is annotated `@Hub`, but a Spoke reaches it.\","
                        + "\"why\":\"A \\\"Spoke\\\" is another process.\",\"fix\":\"Call it on the Hub.\","
                        + "\"class\":\"demo.Primes\",\"method\":\"Primes.taskEval\","
                        + "\"chain\":[{\"label\":\"chain\",\"frames\":["
                        + "{\"label\":\"Primes.taskEval\",\"file\":\"Primes.java\",\"line\":58},"
                        + "{\"label\":\"Config.load\"}]}]}\n");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Finding unknown = new Finding(
                FindingCode.UNRESOLVED_CLASS, "demo.Other", "", Optional.empty(), 0, "what", "why", "fix", List.of());
        JsonObject json =
                JsonParser.parseString(FindingJson.render(List.of(unknown))).getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly("code", "severity", "message", "why", "fix", "class", "method", "chain");
        assertThat(json.get("severity").getAsString()).isEqualTo("note");
    }

    @Test
    void everyFindingIsALineOfItsOwn() {
        assertThat(FindingJson.render(List.of())).isEmpty();
        assertThat(FindingJson.render(List.of(KNOWN, KNOWN)).lines()).hasSize(2);
    }
}
