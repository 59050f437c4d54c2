package org.sipsleuth.filter.regex;

import java.util.BitSet;
import java.util.List;

/// A pattern as a tree.
sealed interface Node {

    /// One byte of some.
    final class Bytes implements Node {
        private final BitSet set;

        Bytes(BitSet set) {
            this.set = set;
        }

        BitSet set() {
            return set;
        }
    }

    /// A place between bytes.
    record At(Assertion assertion) implements Node {}

    /// One after the other; without parts it is empty.
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /// One of several.
    record Choice(List<Node> parts) implements Node {
        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /// The same again and again.
    ///
    /// @param most [#UNBOUNDED] for any number
    /// @param isLazy whether fewer are better; else more
    record Repeat(Node of, int least, int most, boolean isLazy) implements Node {}

    /// As many as there are.
    int UNBOUNDED = -1;

    /// What must hold between two bytes.
    enum Assertion {
        BEGIN, END, END_OR_LAST_NEWLINE, LINE_BEGIN, LINE_END, WORD_EDGE, NO_WORD_EDGE
    }
}
