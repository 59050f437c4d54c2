package org.sipsleuth.filter.syntax;

import java.util.HashSet;
import java.util.Set;
import org.sipsleuth.filter.syntax.Expression.Comparison;
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

/// Gathers what is in expressions without quotes, fields among it.
public final class ExpressionWords {

    private final Set<String> words = new HashSet<>();

    private ExpressionWords() {}

    /// All words of an expression.
    public static Set<String> of(Expression expression) {
        ExpressionWords gathered = new ExpressionWords();
        gathered.add(expression);
        return Set.copyOf(gathered.words);
    }

    private void add(Expression expression) {
        switch (expression) {
            case Junction junction -> junction.parts().forEach(this::add);
            case Negation negation -> add(negation.of());
            case Comparison comparison -> {
                add(comparison.left());
                add(comparison.right());
            }
            case Membership membership -> add(membership.operand());
            case Presence presence -> add(presence.operand());
        }
    }

    private void add(Operand operand) {
        switch (operand) {
            case Word word -> words.add(word.text());
            case Call call -> call.arguments().forEach(this::add);
            case Slice slice -> add(slice.of());
            case Calculation calculation -> {
                add(calculation.left());
                add(calculation.right());
            }
            case Negative negative -> add(negative.of());
            case Text _,CharacterCode _ -> {
            }
        }
    }
}
