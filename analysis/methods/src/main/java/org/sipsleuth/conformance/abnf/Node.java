package org.sipsleuth.conformance.abnf;

import java.util.BitSet;
import java.util.List;

/// One element of a compiled rule.
sealed interface Node {

    /// A string of at least two bytes.
    ///
    /// @param text in lower case where any case is allowed
    record Text(String text, boolean isAnyCase) implements Node {

        boolean matches(int index, byte value) {
            int unsigned = value & 0xff;
            int folded = isAnyCase && unsigned >= 'A' && unsigned <= 'Z' ? unsigned + 32 : unsigned;
            return text.charAt(index) == folded;
        }

        String described() {
            return '"' + text + '"';
        }
    }

    /// One byte of a set.
    record OneOf(BitSet bytes, String described) implements Node {

        public OneOf {
            bytes = (BitSet) bytes.clone();
        }
    }

    /// The elements one after the other.
    record Sequence(List<Node> elements) implements Node {

        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /// Any of the elements; their order means nothing.
    record Choice(List<Node> elements) implements Node {

        public Choice {
            elements = List.copyOf(elements);
        }
    }

    /// An element several times.
    ///
    /// @param most [#UNLIMITED] if there is no limit
    record Repeat(int least, int most, Node element) implements Node {

        static final int UNLIMITED = Integer.MAX_VALUE;
    }

    /// Another rule, by its name in lower case.
    record Reference(String rule) implements Node {}
}
