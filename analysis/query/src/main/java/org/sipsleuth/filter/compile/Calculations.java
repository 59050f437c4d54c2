package org.sipsleuth.filter.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Value.Octets;
import org.sipsleuth.filter.field.Value.Real;
import org.sipsleuth.filter.field.Value.Whole;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand.Calculation;
import org.sipsleuth.filter.syntax.Operand.Negative;
import org.sipsleuth.filter.syntax.Operand.Operator;

/// Compiles arithmetic. What cannot be calculated, because it is too large or divides by 0, is no
/// value.
final class Calculations {

    /// More combinations of repeated header fields than these are passed over.
    private static final int MOST_VALUES = 10_000;

    private Calculations() {}

    /// What the values of a calculation are.
    ///
    /// @param left what those of the left side are, null if it is made of literals
    static FieldKind kind(Calculation calculation, @Nullable FieldKind left, @Nullable FieldKind right)
            throws FilterSyntaxException {
        FieldKind one = left == null ? literal(calculation, right, true) : left;
        FieldKind other = right == null ? literal(calculation, left, false) : right;
        FieldKind kind = kind(calculation.operator(), one, other);
        if (kind == null) {
            throw new FilterSyntaxException(
                    "\"" + calculation.operator().text() + "\" cannot join " + one.text() + " and " + other.text(),
                    calculation.sign());
        }
        return kind;
    }

    /// What a literal is beside a side of this kind.
    private static FieldKind literal(Calculation calculation, @Nullable FieldKind other, boolean isLeft)
            throws FilterSyntaxException {
        if (other == null) {
            throw new FilterSyntaxException("expected a field", calculation.place());
        }
        Operator operator = calculation.operator();
        if (other == FieldKind.MOMENT) {
            return isLeft ? FieldKind.MOMENT : FieldKind.SPAN;
        }
        boolean scales = operator == Operator.MULTIPLY || operator == Operator.DIVIDE;
        return other == FieldKind.SPAN && scales ? FieldKind.REAL : other;
    }

    private static @Nullable FieldKind kind(Operator operator, FieldKind left, FieldKind right) {
        if (operator == Operator.BIT_AND) {
            boolean fits = left == FieldKind.WHOLE || left == FieldKind.BYTES || left.isAddress();
            return fits && left == right ? left : null;
        }
        if (!left.isNumber() || !right.isNumber()) {
            return null;
        }
        if (left == FieldKind.MOMENT || right == FieldKind.MOMENT) {
            return switch (operator) {
                case SUBTRACT -> right == FieldKind.MOMENT && left == right ? FieldKind.SPAN
                        : right == FieldKind.SPAN ? FieldKind.MOMENT
                        : null;
                case ADD -> left == FieldKind.SPAN || right == FieldKind.SPAN ? FieldKind.MOMENT : null;
                case BIT_AND, MULTIPLY, DIVIDE, MODULO -> null;
            };
        }
        if (left == FieldKind.SPAN || right == FieldKind.SPAN) {
            return span(operator, left, right);
        }
        return left == FieldKind.REAL || right == FieldKind.REAL ? FieldKind.REAL : FieldKind.WHOLE;
    }

    private static @Nullable FieldKind span(Operator operator, FieldKind left, FieldKind right) {
        boolean both = left == right;
        return switch (operator) {
            case ADD, SUBTRACT, MODULO -> both ? FieldKind.SPAN : null;
            case MULTIPLY -> both ? null : FieldKind.SPAN;
            case DIVIDE -> both ? FieldKind.REAL : left == FieldKind.SPAN ? FieldKind.SPAN : null;
            case BIT_AND -> null;
        };
    }

    static Source compile(Calculation calculation, OperandCompiler operands, @Nullable FieldKind expected)
            throws FilterSyntaxException {
        FieldKind left = operands.kindOf(calculation.left());
        FieldKind right = operands.kindOf(calculation.right());
        FieldKind one = left;
        FieldKind other = right;
        if (left == null && right == null) {
            one = expected;
            other = expected;
        } else if (left == null) {
            one = literal(calculation, right, true);
        } else if (right == null) {
            other = literal(calculation, left, false);
        }
        Source first = operands.compile(calculation.left(), one);
        Source second = operands.compile(calculation.right(), other);
        FieldKind kind = kind(calculation, first.kind(), second.kind());
        Operator operator = calculation.operator();
        if (first.isConstant() && second.isConstant()) {
            Values values = new Values();
            cross(first.constants(), second.constants(), operator, kind, values);
            if (values.isEmpty()) {
                throw new FilterSyntaxException("this value cannot be used in a calculation", calculation.place());
            }
            return new Source(kind, List.of(), values, false);
        }
        return Source.calculated(kind, List.of(first, second),
                (context, values) -> cross(first.values(context), second.values(context), operator, kind, values));
    }

    private static void cross(Values left, Values right, Operator operator, FieldKind kind, Values values) {
        for (Value one : left.list()) {
            for (Value other : right.list()) {
                if (values.size() == MOST_VALUES) {
                    return;
                }
                Value result = calculated(one, other, operator, kind);
                if (result != null) {
                    values.add(result);
                }
            }
        }
    }

    private static @Nullable Value calculated(Value left, Value right, Operator operator, FieldKind kind) {
        if (left instanceof Octets one && right instanceof Octets other) {
            return masked(one, other);
        }
        boolean real = kind == FieldKind.REAL;
        if (left instanceof Whole one && right instanceof Whole other && !real) {
            return whole(one.number(), other.number(), operator);
        }
        double result = real(number(left), number(right), operator);
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            return null;
        }
        return real ? new Real(result) : new Whole(Math.round(result));
    }

    private static @Nullable Value whole(long left, long right, Operator operator) {
        try {
            return new Whole(switch (operator) {
                case BIT_AND -> left & right;
                case ADD -> Math.addExact(left, right);
                case SUBTRACT -> Math.subtractExact(left, right);
                case MULTIPLY -> Math.multiplyExact(left, right);
                case DIVIDE -> left / right;
                case MODULO -> left % right;
            });
        } catch (ArithmeticException tooLargeOrByZero) {
            return null;
        }
    }

    private static double real(double left, double right, Operator operator) {
        return switch (operator) {
            case BIT_AND -> Double.NaN;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> left % right;
        };
    }

    private static double number(Value value) {
        return switch (value) {
            case Whole whole -> whole.number();
            case Real real -> real.number();
            case Octets octets -> Double.NaN;
        };
    }

    private static @Nullable Value masked(Octets left, Octets right) {
        if (left.length() != right.length()) {
            return null;
        }
        byte[] bytes = new byte[left.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (left.array()[left.from() + i] & right.array()[right.from() + i]);
        }
        return new Octets(bytes, 0, bytes.length);
    }

    static Source negative(Source of, Negative negative) throws FilterSyntaxException {
        if (!of.kind().isNumber() || of.kind() == FieldKind.MOMENT) {
            throw new FilterSyntaxException("a minus stands before numbers; this is " + of.kind().text(),
                    negative.place());
        }
        if (of.isConstant()) {
            Values values = new Values();
            of.constants().list().forEach(value -> values.add(negated(value)));
            return new Source(of.kind(), List.of(), values, false);
        }
        return Source.calculated(of.kind(), List.of(of),
                (context, values) -> of.values(context).list().forEach(value -> values.add(negated(value))));
    }

    private static Value negated(Value value) {
        return switch (value) {
            case Whole whole -> new Whole(-whole.number());
            case Real real -> new Real(-real.number());
            case Octets octets -> octets;
        };
    }
}
