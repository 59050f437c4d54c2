package org.sipsleuth.filter.plan;

import org.sipsleuth.filter.field.Value;

/// A question about two values.
@FunctionalInterface
interface PairTest {

    boolean holds(Value left, Value right);
}
