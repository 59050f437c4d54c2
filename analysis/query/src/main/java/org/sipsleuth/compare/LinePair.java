package org.sipsleuth.compare;

import java.util.List;

/// A line of one message beside its counterpart in the other one.
public sealed interface LinePair {

    /// Whether the two messages differ here.
    boolean isDifferent();

    /// A line that both have.
    ///
    /// @param moved whether it stands in another order than most lines that both have
    /// @param changes where the two versions differ, from left to right; none if they are equal
    record Both(Line left, Line right, boolean moved, List<Change> changes) implements LinePair {
        public Both {
            changes = List.copyOf(changes);
        }

        @Override
        public boolean isDifferent() {
            return moved || !changes.isEmpty();
        }
    }

    /// A line that only the left message has.
    record OnlyLeft(Line left) implements LinePair {
        @Override
        public boolean isDifferent() {
            return true;
        }
    }

    /// A line that only the right message has.
    record OnlyRight(Line right) implements LinePair {
        @Override
        public boolean isDifferent() {
            return true;
        }
    }
}
