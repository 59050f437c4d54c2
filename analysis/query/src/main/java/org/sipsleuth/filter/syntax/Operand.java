package org.sipsleuth.filter.syntax;

import java.util.List;

/// What relations compare.
public sealed interface Operand {

    /// Where it is.
    Place place();

    /// Something without quotes: the name of a field, or a value: `sip.Method`, `200`,
    /// `10.0.0.0/8`.
    record Word(String text, Place place) implements Operand {}

    /// Something in quotes.
    ///
    /// @param bytes what it represents, a character a byte
    /// @param raw whether backslashes represent themselves: `r"\d"`
    record Text(String bytes, boolean raw, Place place) implements Operand {}

    /// One byte: `'a'`, `'\x41'`.
    record CharacterCode(int code, Place place) implements Operand {}

    /// A function of other operands.
    ///
    /// @param name as written
    record Call(String name, List<Operand> arguments, Place namePlace, Place place) implements Operand {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// Some bytes of an operand's values.
    record Slice(Operand of, List<SliceRange> ranges, Place place) implements Operand {
        public Slice {
            ranges = List.copyOf(ranges);
        }
    }

    /// Two operands calculated into one.
    ///
    /// @param sign where the operator is written
    record Calculation(Operand left, Operator operator, Operand right, Place sign, Place place) implements Operand {}

    /// An operand with a minus before it.
    record Negative(Operand of, Place place) implements Operand {}

    /// How two operands are calculated into one, those that bind least first.
    enum Operator {
        BIT_AND("&", 0), ADD("+", 1), SUBTRACT("-", 1), MULTIPLY("*", 2), DIVIDE("/", 2), MODULO("%", 2);

        private final String text;
        private final int strength;

        Operator(String text, int strength) {
            this.text = text;
            this.strength = strength;
        }

        /// The operator as written.
        public String text() {
            return text;
        }

        int strength() {
            return strength;
        }
    }
}
