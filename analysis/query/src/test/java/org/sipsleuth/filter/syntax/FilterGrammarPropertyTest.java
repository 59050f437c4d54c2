package org.sipsleuth.filter.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
import org.sipsleuth.filter.syntax.Operand.Operator;
import org.sipsleuth.filter.syntax.Operand.Slice;
import org.sipsleuth.filter.syntax.Operand.Text;
import org.sipsleuth.filter.syntax.Operand.Word;

final class FilterGrammarPropertyTest {

    private static final Place NOWHERE = new Place(0, 0);

    private static final List<String> PIECES =
            List.of("sip.Method", "frame.number", "\"INVITE\"", "\"", "'a'", "r\"\\\"", "200", "..", "==", "!==", "===",
                    "~", "=", "&&", "||", "^^", "!", "not ", "in", "contains", " matches ", "{", "}", "(", ")", "[",
                    "]", "[0:2]", "[-1", ",", "+", "-", "*", "/", "%", "&", "any ", "all ", "len(", "10.0.0.0/8", "::1",
                    "\\", "#", "@", "$", " ", "\u0000", "\ud83d", "ü", "1e9", "0x", "--", "\"(a*)*b\"");

    @Property(tries = 3_000)
    void anyTextIsAFilterOrItsErrorHasAPlace(@ForAll("texts") String text) {
        try {
            FilterParser.parse(text);
        } catch (FilterSyntaxException wrong) {
            Place place = wrong.place();
            assertTrue(place.from() >= 0 && place.from() <= place.to(), place::toString);
            assertTrue(place.to() <= text.length(), place::toString);
            assertTrue(FilterSyntaxException.marked(text, place).endsWith("^"));
        }
    }

    @Property(tries = 2_000)
    void anExpressionWrittenAndReadIsTheSame(@ForAll("expressions") Expression expression)
            throws FilterSyntaxException {
        String text = ExpressionText.of(expression);
        Expression again = FilterParser.parse(text);
        assertEquals(expression, again, text);
        assertEquals(text, ExpressionText.of(again));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Arbitraries.lazyOf(this::relations, this::relations,
                () -> expressions().map(of -> new Negation(of, NOWHERE)),
                () -> Combinators.combine(Arbitraries.of(Join.values()), expressions().list().ofMinSize(2).ofMaxSize(3))
                        .as((join, parts) -> new Junction(join, parts, NOWHERE)));
    }

    private Arbitrary<Expression> relations() {
        Arbitrary<Quantifier> quantifiers = Arbitraries.of(Quantifier.values());
        Arbitrary<Expression> comparisons =
                Combinators.combine(operands(), Arbitraries.of(Relation.values()), quantifiers, operands())
                        .as((l, relation, q, r) -> new Comparison(l, relation, q, r, NOWHERE, NOWHERE));
        Arbitrary<SetElement> elements =
                Combinators.combine(entities(), entities().injectNull(0.5)).as(SetElement::new);
        Arbitrary<Expression> memberships = Combinators
                .combine(operands(), Arbitraries.of(true, false), quantifiers,
                        elements.list().ofMinSize(1).ofMaxSize(3))
                .as((of, negated, q, in) -> new Membership(of, negated, q, in, NOWHERE));
        return Arbitraries.oneOf(comparisons, memberships, operands().map(of -> new Presence(of, NOWHERE)));
    }

    private Arbitrary<Operand> operands() {
        return Arbitraries.lazyOf(this::entities, this::entities, this::entities,
                () -> entities().map(of -> new Negative(of, NOWHERE)),
                () -> Combinators.combine(operands(), Arbitraries.of(Operator.values()), operands())
                        .as((l, sign, r) -> new Calculation(l, sign, r, NOWHERE, NOWHERE)));
    }

    private Arbitrary<Operand> entities() {
        Arbitrary<Operand> words = Arbitraries.of("sip.Method", "200", "::1", "10.0.0.0/8", "ff:01", "sip.r-uri", "any")
                .filter(word -> !word.equals("any"))
                .map(word -> new Word(word, NOWHERE));
        Arbitrary<Operand> texts = Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .ofMaxLength(6)
                .map(bytes -> new Text(bytes, false, NOWHERE));
        Arbitrary<Operand> raw =
                Arbitraries.strings().withChars("a.d[]").ofMaxLength(6).map(bytes -> new Text(bytes, true, NOWHERE));
        Arbitrary<Operand> characters = Arbitraries.integers().between(0, 255).map(c -> new CharacterCode(c, NOWHERE));
        Arbitrary<Operand> slices = Combinators.combine(words, Arbitraries.integers().between(-9, 9))
                .as((of, from) -> new Slice(of, List.of(new SliceRange(from, SliceRange.Extent.LENGTH, 2)), NOWHERE));
        Arbitrary<Operand> calls =
                words.list().ofMaxSize(2).map(arguments -> new Call("max", arguments, NOWHERE, NOWHERE));
        return Arbitraries.oneOf(words, texts, raw, characters, slices, calls);
    }
}
