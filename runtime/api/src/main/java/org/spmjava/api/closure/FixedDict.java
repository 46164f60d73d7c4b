package org.spmjava.api.closure;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A dictionary that keeps the order in which it was filled. Nothing but this package fills it, before it hands it out;
 * after that it is immutable, and may be shared instead of being copied. Two arrays where a {@code LinkedHashMap} has
 * an object an entry; a third, of hashes, once searching through a few keys would not do.
 */
final class FixedDict<K, V> extends AbstractMap<K, V> {

    private static final int SEARCHED = 8;
    /**
     * Of more keys than these, many may have one hash, as pairs packed into a long do: that is a HashMap's to deal
     * with.
     */
    private static final int TABLED = 1024;

    private static final int NONE = -1;

    private Object[] keys;
    private Object[] values;
    private int size;
    /** For each hash the number of an entry and one, 0 where there is none; null while few are searched. */
    private int[] table;
    /** The numbers of many keys; null while there are fewer. */
    private Map<Object, Integer> numbers;

    FixedDict(int expected) {
        keys = new Object[expected];
        values = new Object[expected];
    }

    /** Of a key that comes again, the last value counts, at its first place. */
    void fill(K key, V value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, () -> "value of " + key);
        int found = indexOf(key);
        if (found != NONE) {
            values[found] = value;
            return;
        }
        if (size == keys.length) {
            int capacity = Math.max(SEARCHED, 2 * size);
            keys = Arrays.copyOf(keys, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        keys[size] = key;
        values[size] = value;
        size++;
        if (size > SEARCHED) {
            remember();
        }
    }

    private void remember() {
        if (size > TABLED) {
            if (numbers == null) {
                table = null;
                numbers = new HashMap<>(2 * keys.length);
                for (int i = 0; i < size - 1; i++) {
                    numbers.put(keys[i], i);
                }
            }
            numbers.put(keys[size - 1], size - 1);
        } else if (table == null || 2 * size > table.length) {
            table = new int[Integer.highestOneBit(size) * 4];
            for (int i = 0; i < size; i++) {
                table[place(keys[i])] = i + 1;
            }
        } else {
            table[place(keys[size - 1])] = size;
        }
    }

    /** Where a key is in the table, or would be. */
    private int place(Object key) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 16) & table.length - 1;
        while (table[place] != 0 && !keys[table[place] - 1].equals(key)) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private int indexOf(Object key) {
        if (numbers != null) {
            return numbers.getOrDefault(key, NONE);
        }
        if (table != null) {
            return key == null ? NONE : table[place(key)] - 1;
        }
        for (int i = 0; i < size; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return NONE;
    }

    @SuppressWarnings("unchecked")
    K key(int index) {
        return (K) keys[index];
    }

    @SuppressWarnings("unchecked")
    V value(int index) {
        return (V) values[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public V get(Object key) {
        int found = indexOf(key);
        return found == NONE ? null : value(found);
    }

    @Override
    public boolean containsKey(Object key) {
        return indexOf(key) != NONE;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = 0; i < size; i++) {
            action.accept(key(i), value(i));
        }
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<K, V>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(Object entry) {
            return entry instanceof Map.Entry<?, ?> other
                    && other.getValue() != null
                    && other.getValue().equals(get(other.getKey()));
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Map.Entry<K, V> next() {
                    if (next == size) {
                        throw new NoSuchElementException();
                    }
                    Map.Entry<K, V> entry = Map.entry(key(next), value(next));
                    next++;
                    return entry;
                }
            };
        }
    }
}
