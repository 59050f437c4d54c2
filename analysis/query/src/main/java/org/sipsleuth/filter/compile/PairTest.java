package org.sipsleuth.filter.compile;

import org.sipsleuth.filter.field.Value;

/// A question about two values.
@FunctionalInterface
interface PairTest {

    boolean holds(Value left, Value right);
}
