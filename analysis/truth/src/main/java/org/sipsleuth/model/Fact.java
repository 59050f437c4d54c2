package org.sipsleuth.model;

import java.util.List;

/// A value in the facts of a model. Immutable.
public sealed interface Fact permits Facts, Fact.Text, Fact.Whole, Fact.Real, Fact.Flag, Fact.Row {

    /// A text. Half a surrogate pair becomes U+FFFD, since it cannot be written.
    record Text(String value) implements Fact {
        public Text {
            value = wellFormed(value);
        }

        private static String wellFormed(String text) {
            if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
                return text;
            }
            return text.codePoints()
                    .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /// A whole number.
    record Whole(long value) implements Fact {}

    /// A number with a fraction, always finite.
    record Real(double value) implements Fact {
        /// @throws IllegalArgumentException if the number is not finite
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a fact cannot be " + value);
            }
        }
    }

    /// Yes or no.
    record Flag(boolean value) implements Fact {}

    /// Values in their order.
    record Row(List<Fact> values) implements Fact {
        public Row {
            values = List.copyOf(values);
        }
    }
}
