package org.sipsleuth.filter.compile;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.regex.PatternException;
import org.sipsleuth.filter.syntax.Expression.Comparison;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand;
import org.sipsleuth.filter.syntax.Place;
import org.sipsleuth.filter.syntax.Relation;
import org.sipsleuth.filter.syntax.StringLiteral;

/// Compiles relations between values.
final class RelationCompiler {

    private final Plan.Slots slots;
    private final String text;

    /// @param text the whole filter
    RelationCompiler(Plan.Slots slots, String text) {
        this.slots = slots;
        this.text = text;
    }

    /// Whether values of these kinds can be compared so.
    void check(FieldKind left, FieldKind right, Comparison comparison) throws FilterSyntaxException {
        boolean sameFamily =
                left == right || (left.isOctets() && right.isOctets()) || (isPlain(left) && isPlain(right));
        if (!sameFamily || left == FieldKind.LABEL) {
            throw new FilterSyntaxException(
                    "the left side is " + left.text() + ", this is " + right.text() + "; these cannot be compared",
                    comparison.right().place());
        }
    }

    private static boolean isPlain(FieldKind kind) {
        return kind == FieldKind.WHOLE || kind == FieldKind.REAL || kind == FieldKind.BOOLEAN;
    }

    /// Whether values of this kind can be searched.
    static void searched(FieldKind kind, Comparison comparison, String relation) throws FilterSyntaxException {
        if (!kind.isOctets()) {
            throw new FilterSyntaxException("the left side is " + kind.text() + ", in which \"" + relation
                    + "\" cannot search; string(…) makes text of it", comparison.operator());
        }
    }

    /// The relation between two values.
    static PairTest pair(Relation relation) {
        return switch (relation) {
            case ANY_EQUAL, ALL_EQUAL -> (l, r) -> ValueOrder.compare(l, r) == 0;
            case ALL_UNEQUAL, ANY_UNEQUAL -> (l, r) -> ValueOrder.compare(l, r) != 0;
            case GREATER -> (l, r) -> ValueOrder.compare(l, r) > 0;
            case GREATER_EQUAL -> (l, r) -> ValueOrder.compare(l, r) >= 0;
            case LESS -> (l, r) -> ValueOrder.compare(l, r) < 0;
            case LESS_EQUAL -> (l, r) -> ValueOrder.compare(l, r) <= 0;
            case CONTAINS -> ValueOrder::contains;
            case MATCHES -> throw new IllegalArgumentException("a pattern is not a value");
        };
    }

    /// The relation to a constant, which may be a network.
    ///
    /// @param literal the constant as written
    ValueTest with(Relation relation, Value constant, FieldKind kind, Operand literal) {
        int bits = kind.isAddress() ? bits(literal, kind) : -1;
        if (bits >= 0 && constant instanceof Value.Octets network) {
            ValueTest within = (context, value) -> value instanceof Value.Octets address
                    && Addresses.isWithin(address, network, bits);
            switch (relation) {
                case ANY_EQUAL, ALL_EQUAL -> {
                    return within;
                }
                case ALL_UNEQUAL, ANY_UNEQUAL -> {
                    return within.negated();
                }
                case LESS_EQUAL -> {
                    return (context, value) -> within.holds(context, value) || ValueOrder.compare(value, network) <= 0;
                }
                case GREATER, GREATER_EQUAL, LESS, CONTAINS, MATCHES -> {
                } // as of addresses
            }
        }
        PairTest pair = pair(relation);
        return (context, value) -> pair.holds(value, constant);
    }

    /// How many bits count of a network; -1 if it is not one.
    private int bits(Operand literal, FieldKind kind) {
        Place place = literal.place();
        String written = text.substring(place.from(), place.to());
        return written.indexOf('/') < 0 || !(literal instanceof Operand.Word) ? -1 : Addresses.bits(written, kind);
    }

    /// The relation to a whole number, for columns; null if the constant is not one.
    @Nullable
    LongPredicate ofNumbers(Relation relation, Value constant) {
        if (!(constant instanceof Value.Whole whole)) {
            return null;
        }
        long number = whole.number();
        return switch (relation) {
            case ANY_EQUAL, ALL_EQUAL -> value -> value == number;
            case ALL_UNEQUAL, ANY_UNEQUAL -> value -> value != number;
            case GREATER -> value -> value > number;
            case GREATER_EQUAL -> value -> value >= number;
            case LESS -> value -> value < number;
            case LESS_EQUAL -> value -> value <= number;
            case CONTAINS, MATCHES -> null;
        };
    }

    /// Whether a value matches the pattern on the right.
    ValueTest matches(FieldKind kind, Comparison comparison) throws FilterSyntaxException {
        searched(kind, comparison, "matches");
        if (!(comparison.right() instanceof Operand.Text pattern)) {
            throw new FilterSyntaxException("expected a pattern in double quotes", comparison.right().place());
        }
        try {
            int slot = slots.pattern(BytePattern.of(pattern.bytes()));
            return (context, value) -> value instanceof Value.Octets octets
                    && context.searcher(slot).find(octets.array(), octets.from(), octets.to());
        } catch (PatternException wrong) {
            throw new FilterSyntaxException("in the pattern: " + wrong.getMessage(), place(pattern, wrong.at()));
        }
    }

    /// Where a byte of a pattern is in the filter.
    private Place place(Operand.Text pattern, int at) {
        Place whole = pattern.place();
        String token = text.substring(whole.from(), whole.to());
        List<Integer> positions = StringLiteral.positions(token, whole);
        int from = positions.get(Math.min(at, positions.size() - 1));
        return new Place(from, Math.min(from + 1, whole.to()));
    }
}
