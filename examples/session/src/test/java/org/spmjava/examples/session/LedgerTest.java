package org.spmjava.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Conclusion.Outcome;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.examples.common.Report;

class LedgerTest {

    private static final SpokeIdentity FIRST = new SpokeIdentity(0, 1, "here");
    private static final SpokeIdentity SECOND = new SpokeIdentity(1, 2, "here");
    private static final SpokeIdentity FIRST_AGAIN = new SpokeIdentity(0, 3, "here");

    private static Outcome task(SpokeIdentity spoke, int seconds) {
        return new Outcome(
                "task", Verdict.RETURNED, Optional.of(spoke), Duration.ZERO, Duration.ofSeconds(seconds), "");
    }

    private static Conclusion conclusion(Pattern pattern, Policy policy, Grain grain) {
        return new Conclusion(
                7,
                "signature",
                pattern,
                policy,
                grain,
                List.of(task(FIRST, 2), task(SECOND, 3), task(FIRST_AGAIN, 1)),
                new LinkedHashSet<>(Set.of(FIRST, SECOND, FIRST_AGAIN)),
                Duration.ofSeconds(4),
                List.of());
    }

    private static String words(Pattern pattern, Policy policy, Grain grain) {
        Ledger ledger = new Ledger();
        ledger.add("make", new Report(true, List.of(conclusion(pattern, policy, grain)), "done"));
        return ledger.lines().get(0).replaceAll(" +", " ");
    }

    @Test
    void aRelaunchedSpokeIsOneSpokeAndTwoIncarnations() {
        assertThat(words(Pattern.DAG, Policy.DESCENDANTS, Grain.COARSE))
                .isEqualTo("make 7 Partition/DAG coarse 3 2 1,2,3 4.00 s 75 %");
    }

    @Test
    void patternsAreNamedAsTheSourceNamesThem() {
        assertThat(words(Pattern.AGGREGATE, Policy.DECENTRALIZED, Grain.COARSE))
                .contains(" PartitionAggregate/Decentralized coarse ");
        assertThat(words(Pattern.TEMPLATE, Policy.ONCE, Grain.GENERAL)).contains(" Clone/Once general ");
        assertThat(words(Pattern.LIST, Policy.ISOLATED, Grain.LIMITED)).contains(" Partition/List limited ");
    }

    @Test
    void eachCommandOfAProgramHasItsLine() {
        Ledger ledger = new Ledger();
        Conclusion one = conclusion(Pattern.GRAPH, Policy.UNIT, Grain.GENERAL);
        ledger.add("graph", new Report(true, List.of(one, one), "done"));
        assertThat(ledger.lines()).hasSize(2).allMatch(line -> line.startsWith("graph "));
    }
}
