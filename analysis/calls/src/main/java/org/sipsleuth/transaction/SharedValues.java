package org.sipsleuth.transaction;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Values that are dear to make, shared by all who use them at the time, by what they are made of.
/// It keeps none of them in memory itself.
///
/// @param <K> what they are made of; compared by [Object#equals]
/// @param <V> the values
public final class SharedValues<K, V> {

    private final Map<K, Holder<V>> holders = new WeakHashMap<>();

    /// The value of a key; waits while another thread makes it.
    ///
    /// @param fits whether a value that is in use will do
    /// @param maker makes it where none does
    public V of(K key, Predicate<V> fits, Supplier<V> maker) {
        Holder<V> holder;
        synchronized (holders) {
            holder = holders.computeIfAbsent(key, _ -> new Holder<>());
        }
        return holder.value(fits, maker);
    }

    /// The value that was made last, or the place for one.
    private static final class Holder<V> {

        private Optional<WeakReference<V>> made = Optional.empty();

        synchronized V value(Predicate<V> fits, Supplier<V> maker) {
            Optional<V> known = made.flatMap(reference -> Optional.ofNullable(reference.get())).filter(fits);
            if (known.isPresent()) {
                return known.get();
            }
            V value = maker.get();
            made = Optional.of(new WeakReference<>(value));
            return value;
        }
    }
}
