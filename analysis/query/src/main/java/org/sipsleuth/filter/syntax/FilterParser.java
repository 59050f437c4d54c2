package org.sipsleuth.filter.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.syntax.Expression.Comparison;
import org.sipsleuth.filter.syntax.Expression.Join;
import org.sipsleuth.filter.syntax.Expression.Junction;
import org.sipsleuth.filter.syntax.Expression.Membership;
import org.sipsleuth.filter.syntax.Expression.Negation;
import org.sipsleuth.filter.syntax.Expression.Presence;

/// Reads filters. `or` binds least, then `xor`, `and`, `not`.
public final class FilterParser {

    /// The longest filter that is read.
    public static final int MAX_CHARACTERS = 65_536;

    private final Tokens tokens;
    private final OperandParser operands;

    private FilterParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens);
    }

    /// Reads a filter; one of white space alone holds always.
    ///
    /// @throws FilterSyntaxException if the text is no filter; nothing else is ever thrown
    public static Expression parse(String text) throws FilterSyntaxException {
        if (text.length() > MAX_CHARACTERS) {
            throw new FilterSyntaxException("a filter has at most " + MAX_CHARACTERS + " characters",
                    new Place(MAX_CHARACTERS, text.length()));
        }
        if (text.isBlank()) {
            return new Junction(Join.AND, List.of(), new Place(0, text.length()));
        }
        Tokens tokens = new Tokens(text);
        Expression expression = new FilterParser(tokens).or();
        if (tokens.now().kind() != Token.Kind.END) {
            throw afterCondition(tokens.now());
        }
        return expression;
    }

    private static FilterSyntaxException afterCondition(Token token) {
        if (token.is(")")) {
            return new FilterSyntaxException("there is no ( before this )", token.place());
        }
        boolean compares = Relation.of(token.text()).isPresent() || token.isWord("in");
        String expected = compares
                ? "parentheses hold conditions, which cannot be compared; calculations are grouped by braces { }"
                : "expected && or || before \"" + token.described() + "\"";
        return new FilterSyntaxException(expected, token.place());
    }

    private Expression or() throws FilterSyntaxException {
        return joined(Join.OR);
    }

    private Expression joined(Join join) throws FilterSyntaxException {
        List<Expression> parts = new ArrayList<>();
        parts.add(part(join));
        while (accepts(join)) {
            parts.add(part(join));
        }
        return parts.size() == 1 ? parts.getFirst()
                : new Junction(join, parts, parts.getFirst().place().to(parts.getLast().place()));
    }

    private Expression part(Join join) throws FilterSyntaxException {
        return switch (join) {
            case OR -> joined(Join.XOR);
            case XOR -> joined(Join.AND);
            case AND -> condition();
        };
    }

    private boolean accepts(Join join) throws FilterSyntaxException {
        return tokens.accept(join.text()) || tokens.acceptWord(switch (join) {
            case OR -> "or";
            case XOR -> "xor";
            case AND -> "and";
        });
    }

    private Expression condition() throws FilterSyntaxException {
        Token first = tokens.now();
        if (tokens.accept("!") || tokens.acceptWord("not")) {
            tokens.deeper(first.place());
            Expression of = condition();
            tokens.shallower();
            return new Negation(of, first.place().to(of.place()));
        }
        if (tokens.accept("(")) {
            tokens.deeper(first.place());
            Expression inner = or();
            tokens.expect(")", "a ) to the ( before");
            tokens.shallower();
            return inner;
        }
        int depth = tokens.depth();
        Expression relation = relation(quantifier());
        tokens.backTo(depth);
        return relation;
    }

    /// `any` and `all` are words like others unless an operand follows.
    private Quantifier quantifier() throws FilterSyntaxException {
        for (Quantifier quantifier : List.of(Quantifier.ANY, Quantifier.ALL)) {
            if (tokens.now().isWord(quantifier.text())) {
                tokens.next();
                return quantifier;
            }
        }
        return Quantifier.USUAL;
    }

    private Expression relation(Quantifier quantifier) throws FilterSyntaxException {
        Operand left = operands.arithmetic();
        Token operator = tokens.now();
        if (operator.isWord("in") || operator.isWord("not")) {
            return membership(left, quantifier);
        }
        if (relationAt(operator) == null) {
            return alone(left, quantifier);
        }
        List<Expression> comparisons = new ArrayList<>();
        Relation relation = relationAt(tokens.now());
        while (relation != null) {
            Place place = tokens.now().place();
            tokens.next();
            Operand right = operands.arithmetic();
            comparisons.add(new Comparison(left, relation, quantifier, right, place, left.place().to(right.place())));
            left = right;
            Relation next = relationAt(tokens.now());
            if (next != null && !(next.isChained() && relation.isChained())) {
                throw new FilterSyntaxException("only comparisons stand in a row; expected && or ||",
                        tokens.now().place());
            }
            relation = next;
        }
        return comparisons.size() == 1 ? comparisons.getFirst()
                : new Junction(Join.AND, comparisons, comparisons.getFirst().place().to(comparisons.getLast().place()));
    }

    private Expression alone(Operand operand, Quantifier quantifier) throws FilterSyntaxException {
        if (quantifier != Quantifier.USUAL) {
            throw new FilterSyntaxException("expected a comparison after \"" + quantifier.text() + "\"",
                    tokens.now().place());
        }
        return new Presence(operand, operand.place());
    }

    private static @Nullable Relation relationAt(Token token) {
        boolean canBe = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD;
        return canBe ? Relation.of(token.text().toLowerCase(Locale.ROOT)).orElse(null) : null;
    }

    private Expression membership(Operand operand, Quantifier quantifier) throws FilterSyntaxException {
        boolean negated = tokens.acceptWord("not");
        if (!tokens.acceptWord("in")) {
            throw new FilterSyntaxException("expected \"in\" after \"not\", or && or || before it",
                    tokens.now().place());
        }
        tokens.expect("{", "a set in braces, as in {200, 400..499}");
        List<SetElement> elements = new ArrayList<>();
        do {
            Operand from = operands.element();
            elements.add(new SetElement(from, tokens.accept("..") ? operands.element() : null));
        } while (tokens.accept(","));
        Place last = tokens.now().place();
        tokens.expect("}", "a comma, .. or the } of the set");
        return new Membership(operand, negated, quantifier, elements, operand.place().to(last));
    }
}
