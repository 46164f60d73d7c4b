package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of dictionaries. */
class CopiesTest {

    private static Map<String, Integer> of(int size) {
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (int i = size; i > 0; i--) {
            entries.put("key " + i, i);
        }
        return entries;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 16, 17, 1_024, 1_025, 3_000})
    void aCopyIsAMapLikeAnyOther(int size) {
        Map<String, Integer> entries = of(size);

        Map<String, Integer> copy = Copies.dict(entries);

        assertThat(copy).isEqualTo(entries).hasSameHashCodeAs(entries).hasToString(entries.toString());
        assertThat(entries).isEqualTo(copy);
        assertThat(copy.keySet()).containsExactlyElementsOf(entries.keySet());
        assertThat(copy.values()).containsExactlyElementsOf(entries.values());
        entries.forEach((key, value) -> assertThat(copy.get(key)).isEqualTo(value));
        assertThat(copy.get("other")).isNull();
        assertThat(copy.containsKey("other")).isFalse();
        assertThat(copy.containsKey(null)).isFalse();
        assertThat(copy.entrySet()).doesNotContain(Map.entry("key 1", 2));
        Map<String, Integer> seen = new LinkedHashMap<>();
        copy.forEach(seen::put);
        assertThat(seen.toString()).isEqualTo(entries.toString());
    }

    /** Pairs packed into a long, of which hundreds have one hash each: it took half a minute once. */
    @Test
    @Timeout(10)
    void manyKeysOfFewHashesAreNoTrouble() {
        Map<Long, Integer> entries = new LinkedHashMap<>();
        for (long i = 0; i < 350; i++) {
            for (long j = 0; j < 350; j++) {
                entries.put(i << 32 | j, (int) (i * j));
            }
        }
        assertThat(Copies.dict(entries)).isEqualTo(entries);
    }

    @Test
    void keysOfEqualHashesAreToldApart() {
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (int i = 0; i < 256; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 8; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            entries.put(key.toString(), i);
        }

        Map<String, Integer> copy = Copies.dict(entries);

        assertThat(copy).isEqualTo(entries);
        entries.forEach((key, value) -> assertThat(copy.get(key)).isEqualTo(value));
    }

    @Test
    void laterChangesDoNotReachACopy() {
        Map<String, Integer> entries = of(3);
        Map<String, Integer> copy = Copies.dict(entries);
        entries.clear();

        assertThat(copy).hasSize(3);
        assertThatThrownBy(() -> copy.put("key", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
        Iterator<Map.Entry<String, Integer>> iterator = copy.entrySet().iterator();
        Map.Entry<String, Integer> first = iterator.next();
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> first.setValue(7)).isInstanceOf(UnsupportedOperationException.class);
        iterator.next();
        iterator.next();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCopyIsSharedInsteadOfCopiedAgain() {
        Map<String, Integer> copy = Copies.dict(of(3));

        assertThat(Copies.dict(copy)).isSameAs(copy);
    }

    @Test
    void nullIsRefused() {
        Map<String, Integer> entries = new HashMap<>();
        entries.put("key", null);
        assertThatThrownBy(() -> Copies.dict(entries))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value of key");
        entries.clear();
        entries.put(null, 1);
        assertThatThrownBy(() -> Copies.dict(entries))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("key");
    }
}
