package org.spmjava.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.api.SpokeFilter;

class NewcomersTest {

    @Test
    void whereNobodyIsNamedSomebodyMayAlwaysCome() {
        assertThat(new Newcomers(SpokeFilter.every()).mayCome(incarnation -> false))
                .isTrue();
        assertThat(new Newcomers(SpokeFilter.onHosts("here").negate()).mayCome(incarnation -> false))
                .isTrue();
    }

    @Test
    void whoeverIsNamedMayComeUntilAllHaveComeOrGone() {
        Newcomers newcomers = new Newcomers(new SpokeFilter.Incarnations(Set.of(3L, 5L)));
        assertThat(newcomers.mayCome(incarnation -> incarnation == 5)).isTrue();
        assertThat(newcomers.mayCome(incarnation -> false)).isFalse();
    }

    @Test
    void bothFiltersMustLeaveSomebody() {
        SpokeFilter both = new SpokeFilter.Incarnations(Set.of(3L)).and(new SpokeFilter.Incarnations(Set.of(5L)));
        assertThat(new Newcomers(both).mayCome(incarnation -> true)).isTrue();
        assertThat(new Newcomers(both).mayCome(incarnation -> incarnation == 3)).isFalse();
    }

    @Test
    void whoHasComeIsNotAskedAboutAgain() {
        Newcomers newcomers = new Newcomers(new SpokeFilter.Incarnations(Set.of(1L, 2L, 3L)));
        List<Long> asked = new ArrayList<>();
        newcomers.mayCome(incarnation -> asked.add(incarnation) && incarnation == 3);
        newcomers.mayCome(incarnation -> asked.add(incarnation) && incarnation == 3);
        assertThat(asked).containsExactly(1L, 2L, 3L, 3L);
    }
}
