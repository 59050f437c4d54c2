package org.sipsleuth.view.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a view remembers from one start of the program to the next.
public interface Memory {

    /// What is remembered under a key.
    Optional<String> get(String key);

    /// Remembers a value, from now on also after the program has ended.
    void keep(String key, String value);

    /// Changes what is remembered, also by another window at the same time.
    ///
    /// @param change of the value by then (or empty) into the new one; may be applied
    ///     more than once, on any thread
    default void change(String key, UnaryOperator<String> change) {
        keep(key, change.apply(get(key).orElse("")));
    }

    /// Hears of values that were replaced while the window is open, as by those of a case.
    ///
    /// @param recall shows what is remembered by then
    default void whenReplaced(Runnable recall) {}

    /// Remembers until the program ends.
    static Memory forgetful() {
        Map<String, String> values = new HashMap<>();
        return new Memory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void keep(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
