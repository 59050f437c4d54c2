package org.sipsleuth.filter.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.compile.PartTests.PartTest;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.filter.syntax.Expression;
import org.sipsleuth.filter.syntax.Expression.Comparison;
import org.sipsleuth.filter.syntax.Expression.Junction;
import org.sipsleuth.filter.syntax.Expression.Membership;
import org.sipsleuth.filter.syntax.Expression.Negation;
import org.sipsleuth.filter.syntax.Expression.Presence;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand;
import org.sipsleuth.filter.syntax.Quantifier;
import org.sipsleuth.filter.syntax.Relation;
import org.sipsleuth.filter.syntax.SetElement;

/// Compiles expressions into tests.
final class ExpressionCompiler {

    private static final ValueTest PRESENT = (context, value) -> true;

    private static final ValueTest NOT_ZERO = (context, value) -> switch (value) {
        case Value.Whole whole -> whole.number() != 0;
        case Value.Real real -> real.number() != 0;
        case Value.Octets octets -> {
            for (int p = octets.from(); p < octets.to(); p++) {
                if (octets.array()[p] != 0) {
                    yield true;
                }
            }
            yield false;
        }
    };

    private final Plan.Slots slots;
    private final OperandCompiler operands;
    private final RelationCompiler relations;

    ExpressionCompiler(FieldCatalog catalog, Plan.Slots slots, String text) {
        this.slots = slots;
        this.operands = new OperandCompiler(catalog);
        this.relations = new RelationCompiler(slots, text);
    }

    Test compile(Expression expression) throws FilterSyntaxException {
        return switch (expression) {
            case Junction junction -> {
                List<Test> parts = new ArrayList<>();
                for (Expression part : junction.parts()) {
                    parts.add(compile(part));
                }
                yield Junctions.joined(junction.join(), parts);
            }
            case Negation negation -> Junctions.negated(compile(negation.of()));
            case Comparison comparison -> comparison(comparison);
            case Membership membership -> membership(membership);
            case Presence presence -> presence(presence);
        };
    }

    private Test presence(Presence presence) throws FilterSyntaxException {
        Operand operand = presence.operand();
        FieldKind kind = operands.kindOf(operand);
        if (kind == null) {
            throw operands.noField(operand);
        }
        if (operand instanceof Operand.Call call) {
            throw new FilterSyntaxException("expected a comparison after this function", call.place());
        }
        Source source = operands.compile(operand, kind);
        boolean isTruth = source.calculated() || kind == FieldKind.BOOLEAN;
        return tests(source, isTruth ? NOT_ZERO : PRESENT, false, null);
    }

    private Test comparison(Comparison comparison) throws FilterSyntaxException {
        FieldKind left = operands.kindOf(comparison.left());
        FieldKind right = operands.kindOf(comparison.right());
        if (left == null && right == null) {
            throw operands.noField(comparison.left());
        }
        operands.refuseWithdrawn(comparison.left(), comparison.right());
        operands.refuseWithdrawn(comparison.right(), comparison.left());
        Relation relation = comparison.relation();
        boolean all = isOfAll(relation, comparison.quantifier());
        if (relation == Relation.MATCHES) {
            Source source = operands.compile(comparison.left(), left == null ? right : left);
            ValueTest test = relations.matches(source.kind(), comparison);
            return tests(source, test, all, null);
        }
        if (relation == Relation.CONTAINS && left != null) {
            RelationCompiler.searched(left, comparison, relation.text());
        }
        FieldKind leftKind = left == null ? literalKind(right, comparison) : left;
        FieldKind rightKind = right == null ? literalKind(left, comparison) : right;
        Source first = operands.compile(comparison.left(), leftKind);
        Source second = operands.compile(comparison.right(), rightKind);
        relations.check(first.kind(), second.kind(), comparison);
        if (first.isConstant()) {
            return tests(second, swapped(relation, first, comparison.left()), all, null);
        }
        if (second.isConstant()) {
            Value constant = second.constants().get(0);
            ValueTest test = relations.with(relation, constant, first.kind(), comparison.right());
            return tests(first, test, all, relations.ofNumbers(relation, constant));
        }
        return crossed(first, second, relation, all);
    }

    private static FieldKind literalKind(@Nullable FieldKind other, Comparison comparison)
            throws FilterSyntaxException {
        if (other == null || other == FieldKind.LABEL) {
            throw new FilterSyntaxException(
                    "a protocol is present or absent and cannot be compared; write its name alone",
                    comparison.operator());
        }
        return other;
    }

    private static boolean isOfAll(Relation relation, Quantifier quantifier) {
        boolean usual = relation == Relation.ALL_EQUAL || relation == Relation.ALL_UNEQUAL;
        return quantifier == Quantifier.USUAL ? usual : quantifier == Quantifier.ALL;
    }

    private ValueTest swapped(Relation relation, Source constant, Operand literal) {
        Value value = constant.constants().get(0);
        Relation mirrored = switch (relation) {
            case GREATER -> Relation.LESS;
            case GREATER_EQUAL -> Relation.LESS_EQUAL;
            case LESS -> Relation.GREATER;
            case LESS_EQUAL -> Relation.GREATER_EQUAL;
            case ANY_EQUAL, ALL_UNEQUAL, ALL_EQUAL, ANY_UNEQUAL, CONTAINS, MATCHES -> relation;
        };
        if (relation == Relation.CONTAINS) {
            return (context, other) -> ValueOrder.contains(value, other);
        }
        return relations.with(mirrored, value, constant.kind(), literal);
    }

    /// Every value of one with every value of the other.
    private Test crossed(Source first, Source second, Relation relation, boolean all) {
        PairTest pair = RelationCompiler.pair(relation);
        ValueDependency basis = Source.basis(List.of(first, second));
        PartTest test = new PartTest() {
            @Override
            public byte answer(Context context) {
                Values left = first.values(context);
                Values right = second.values(context);
                for (Value one : left.list()) {
                    for (Value other : right.list()) {
                        if (pair.holds(one, other) != all) {
                            return all ? PartTests.FAILS : PartTests.HOLDS;
                        }
                    }
                }
                boolean absent = left.isEmpty() || right.isEmpty();
                return absent ? PartTests.ABSENT : all ? PartTests.HOLDS : PartTests.FAILS;
            }

            @Override
            public int cost() {
                return basis.cost() * 2;
            }
        };
        return PartTests.combined(new PartTest[]{remembered(test, basis)}, all);
    }

    private PartTest remembered(PartTest test, ValueDependency basis) {
        return basis.isKeyed() ? PartTests.remembered(test, basis, slots.answers(basis)) : test;
    }

    private Test tests(Source source, ValueTest test, boolean all, @Nullable LongPredicate ofNumbers) {
        List<PartTest> parts = new ArrayList<>();
        for (Source.Part part : source.parts()) {
            Column column = part.column();
            parts.add(column != null && ofNumbers != null ? PartTests.column(column, ofNumbers)
                    : remembered(PartTests.direct(part, test, all), part.basis()));
        }
        return PartTests.combined(parts.toArray(PartTest[]::new), all);
    }

    private Test membership(Membership membership) throws FilterSyntaxException {
        FieldKind kind = operands.kindOf(membership.operand());
        if (kind == null) {
            throw operands.noField(membership.operand());
        }
        Source source = operands.compile(membership.operand(), kind);
        List<ValueTest> elements = new ArrayList<>();
        for (SetElement element : membership.elements()) {
            operands.refuseWithdrawn(membership.operand(), element.from());
            elements.add(element(element, source.kind()));
        }
        ValueTest[] tests = elements.toArray(ValueTest[]::new);
        ValueTest any = (context, value) -> {
            for (ValueTest test : tests) {
                if (test.holds(context, value)) {
                    return true;
                }
            }
            return false;
        };
        boolean all = membership.quantifier() == Quantifier.ALL;
        if (!membership.negated()) {
            return tests(source, any, all, null);
        }
        return membership.quantifier() == Quantifier.USUAL ? Junctions.negated(tests(source, any, false, null))
                : tests(source, any.negated(), all, null);
    }

    private ValueTest element(SetElement element, FieldKind kind) throws FilterSyntaxException {
        Operand to = element.to();
        ValueTest from = bound(element.from(), to == null ? Relation.ANY_EQUAL : Relation.GREATER_EQUAL, kind);
        if (to == null) {
            return from;
        }
        ValueTest until = bound(to, Relation.LESS_EQUAL, kind);
        return (context, value) -> from.holds(context, value) && until.holds(context, value);
    }

    private ValueTest bound(Operand operand, Relation relation, FieldKind kind) throws FilterSyntaxException {
        Source source = operands.compile(operand, kind);
        if (!source.isConstant()) {
            throw new FilterSyntaxException("a set holds values, not fields", operand.place());
        }
        return relations.with(relation, source.constants().get(0), kind, operand);
    }
}
