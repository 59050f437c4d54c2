package org.sipsleuth.filter.compile;

import org.sipsleuth.filter.field.Value;

/// A question about one value.
@FunctionalInterface
interface ValueTest {

    boolean holds(Context context, Value value);

    /// The contrary.
    default ValueTest negated() {
        return (context, value) -> !holds(context, value);
    }
}
