package org.sipsleuth.conformance.abnf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {

    private static Match match(String grammar, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Grammar.of(List.of(grammar)).match("r", bytes, 0, bytes.length, new StepBudget(2_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "r = \"ab\", aB, FITS",
        "r = %s\"ab\", aB, DEPARTS",
        "r = %x41.42, AB, FITS",
        "r = %d65-66, B, FITS",
        "r = %b1000001, A, FITS",
        "r = 2*3\"a\", a, DEPARTS",
        "r = 2*3\"a\", aaa, FITS",
        "r = 2*3\"a\", aaaa, DEPARTS",
        "r = 2\"a\", aa, FITS",
        "r = [ \"a\" ] \"b\" ; a comment, b, FITS",
        "r = *( \"a\" / \"ab\" ) \"b\", aabb, FITS",
        "r = *\"a\" \"a\", aaa, FITS"})
    void elementsOfRfc5234AreUnderstood(String grammar, String text, Match.Outcome outcome) {
        assertEquals(outcome, match(grammar, text).outcome());
    }

    @Test
    void rulesAreContinuedAndExtended() {
        assertEquals(Match.Outcome.FITS, match("r = \"a\"\n  \"b\"\nr =/ \"c\"", "c").outcome());
        assertEquals(Match.Outcome.FITS, match("r = \"a\"\n  \"b\"\nr =/ \"c\"", "ab").outcome());
    }

    @Test
    void furthestPlaceIsReportedWithItsDerivation() {
        Match match = match("r = name \"=\" value\nname = 1*%x61-7A\nvalue = 1*%x30-39", "ab=x");
        assertEquals(3, match.position());
        assertEquals(List.of("r", "value"), match.derivation());
        assertEquals(List.of("value"), match.expected());
    }

    @Test
    void whatFollowsACompleteMatchIsUnexpected() {
        assertEquals(List.of("end"), match("r = \"a\"", "ab").expected());
    }

    @Test
    void deepNestingIsTooCostlyAndDoesNotOverflowTheStack() {
        String grammar = "r = \"(\" *( r / \"a\" ) \")\"";
        String open = "(".repeat(50);
        assertEquals(Match.Outcome.FITS, match(grammar, open + ")".repeat(50)).outcome());
        assertEquals(Match.Outcome.TOO_COSTLY, match(grammar, "(".repeat(60_000)).outcome());
    }

    @Test
    void ambiguityCostsNothing() {
        String grammar = "r = *( *sp *( \"a\" / sp ) *sp ) \"b\"\nsp = \" \"";
        assertFalse(match(grammar, " a".repeat(300)).outcome() == Match.Outcome.FITS);
    }

    @ParameterizedTest
    @CsvSource({"r = missing", "r = (", "r =", "r = \"a", "r = %y41"})
    void faultsOfAGrammarAreReported(String grammar) {
        assertThrows(AbnfException.class, () -> Grammar.of(List.of(grammar)));
    }

    @Test
    void ruleDefinedTwiceIsAFault() {
        assertThrows(AbnfException.class, () -> Grammar.of(List.of("r = \"a\"\nr = \"b\"")));
    }
}
