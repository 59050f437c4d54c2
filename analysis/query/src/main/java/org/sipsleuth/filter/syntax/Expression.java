package org.sipsleuth.filter.syntax;

import java.util.ArrayList;
import java.util.List;

/// What a filter asks of a message.
public sealed interface Expression {

    /// Where it is.
    Place place();

    /// How parts are joined.
    enum Join {
        OR("||"), XOR("^^"), AND("&&");

        private final String text;

        Join(String text) {
            this.text = text;
        }

        /// The operator between the parts.
        public String text() {
            return text;
        }
    }

    /// Several in one; without parts, with AND, it holds always.
    record Junction(Join join, List<Expression> parts, Place place) implements Expression {
        public Junction {
            List<Expression> flat = new ArrayList<>();
            for (Expression part : parts) {
                if (part instanceof Junction inner && inner.join == join) {
                    flat.addAll(inner.parts);
                } else {
                    flat.add(part);
                }
            }
            parts = List.copyOf(flat);
        }
    }

    /// The contrary.
    record Negation(Expression of, Place place) implements Expression {}

    /// One operand compared with another.
    ///
    /// @param operator where the relation is written
    record Comparison(Operand left, Relation relation, Quantifier quantifier, Operand right, Place operator,
            Place place) implements Expression {}

    /// Whether an operand's values are among others.
    record Membership(Operand operand, boolean negated, Quantifier quantifier, List<SetElement> elements, Place place)
            implements Expression {
        public Membership {
            elements = List.copyOf(elements);
        }
    }

    /// Whether an operand has a value at all; of a calculation, whether one is not 0.
    record Presence(Operand operand, Place place) implements Expression {}
}
