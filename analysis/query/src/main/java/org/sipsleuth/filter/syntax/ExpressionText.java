package org.sipsleuth.filter.syntax;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.syntax.Expression.Comparison;
import org.sipsleuth.filter.syntax.Expression.Join;
import org.sipsleuth.filter.syntax.Expression.Junction;
import org.sipsleuth.filter.syntax.Expression.Membership;
import org.sipsleuth.filter.syntax.Expression.Negation;
import org.sipsleuth.filter.syntax.Expression.Presence;
import org.sipsleuth.filter.syntax.Operand.Calculation;
import org.sipsleuth.filter.syntax.Operand.Call;
import org.sipsleuth.filter.syntax.Operand.CharacterCode;
import org.sipsleuth.filter.syntax.Operand.Negative;
import org.sipsleuth.filter.syntax.Operand.Slice;
import org.sipsleuth.filter.syntax.Operand.Text;
import org.sipsleuth.filter.syntax.Operand.Word;

/// Writes expressions as text that reads as the same expression.
public final class ExpressionText {

    private ExpressionText() {}

    /// The text of an expression.
    public static String of(Expression expression) {
        return switch (expression) {
            case Junction junction -> junction(junction);
            case Negation negation -> "!" + grouped(negation.of());
            case Comparison comparison -> quantifier(comparison.quantifier()) + of(comparison.left()) + " "
                    + comparison.relation().text() + " " + of(comparison.right());
            case Membership membership -> quantifier(membership.quantifier()) + of(membership.operand())
                    + (membership.negated() ? " not" : "")
                    + membership.elements()
                            .stream()
                            .map(ExpressionText::element)
                            .collect(Collectors.joining(", ", " in {", "}"));
            case Presence presence -> of(presence.operand());
        };
    }

    private static String junction(Junction junction) {
        return junction.parts()
                .stream()
                .map(part -> part instanceof Junction inner && binds(inner.join(), junction.join()) ? of(part)
                        : part instanceof Junction ? "(" + of(part) + ")"
                        : of(part))
                .collect(Collectors.joining(" " + junction.join().text() + " "));
    }

    private static boolean binds(Join inner, Join outer) {
        return inner.compareTo(outer) > 0;
    }

    private static String grouped(Expression expression) {
        return expression instanceof Presence || expression instanceof Negation ? of(expression)
                : "(" + of(expression) + ")";
    }

    private static String quantifier(Quantifier quantifier) {
        return quantifier == Quantifier.USUAL ? "" : quantifier.text() + " ";
    }

    private static String element(SetElement element) {
        @Nullable Operand to = element.to();
        return to == null ? grouped(element.from()) : grouped(element.from()) + " .. " + grouped(to);
    }

    /// The text of an operand.
    public static String of(Operand operand) {
        return switch (operand) {
            case Word word -> word.text();
            case Text text -> text.raw() ? "r\"" + utf8(text.bytes()) + "\"" : StringLiteral.quotedBytes(text.bytes());
            case CharacterCode character -> "'\\x" + hex(character.code()) + "'";
            case Call call -> call.arguments()
                    .stream()
                    .map(ExpressionText::of)
                    .collect(Collectors.joining(", ", call.name() + "(", ")"));
            case Slice slice -> slice.ranges()
                    .stream()
                    .map(SliceRange::text)
                    .collect(Collectors.joining(",", of(slice.of()) + "[", "]"));
            case Calculation calculation -> grouped(calculation.left()) + " " + calculation.operator().text() + " "
                    + grouped(calculation.right());
            case Negative negative -> "-" + grouped(negative.of());
        };
    }

    private static String grouped(Operand operand) {
        return operand instanceof Calculation ? "{" + of(operand) + "}" : of(operand);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String hex(int code) {
        return Integer.toHexString(256 | code).substring(1);
    }
}
