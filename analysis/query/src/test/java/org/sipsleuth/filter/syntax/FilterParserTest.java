package org.sipsleuth.filter.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterParserTest {

    private static String read(String text) throws FilterSyntaxException {
        return ExpressionText.of(FilterParser.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`',
            value = {
                "a or b and c → a || b && c",
                "a || b ^^ c && d → a || b ^^ c && d",
                "(a || b) && c → (a || b) && c",
                "not a == 1 and b → !(a == 1) && b",
                "a eq 1 → a == 1",
                "a ne 1 → a != 1",
                "a any_ne 1 → a !== 1",
                "a ~= 1 → a !== 1",
                "a === 1 → a === 1",
                "all a.b contains \"x\" → all a.b contains \"x\"",
                "a in {1,2 .. 5, -3} → a in {1, 2 .. 5, -3}",
                "a not in {1..5} → a not in {1 .. 5}",
                "1 < a < 5 → 1 < a && a < 5",
                "a + 2 * b == {a + 2} * b → a + {2 * b} == {a + 2} * b",
                "a[0:2,-3-1] == 4a:4b → a[0:2,-3-1] == 4a:4b",
                "a[:2] → a[0:2]",
                "len(lower(a)) > 3 → len(lower(a)) > 3",
                "a == \"x\\x41\\101\\n\" → a == \"xAA\\n\"",
                "a matches r\"\\d\" → a matches r\"\\d\"",
                "a == '\\n' → a == '\\x0a'",
                "ip.src == 10.0.0.0/8 → ip.src == 10.0.0.0/8",
                "ip6 == fd00::/8 → ip6 == fd00::/8",
                "a bitwise_and 1 → a & 1",
                "NOT a AND b → !a && b",})
    void whatIsReadMeansTheSame(String text, String meaning) throws FilterSyntaxException {
        assertEquals(meaning, read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`',
            value = {
                "a == → 4 → 4",
                "== 3 → 0 → 2",
                "a = 3 → 2 → 3",
                "a | b → 2 → 3",
                "a b → 2 → 3",
                "(a → 2 → 2",
                "a) → 1 → 2",
                "a == \"b → 5 → 7",
                "a == \"x\\qy\" → 7 → 9",
                "a in {} → 6 → 7",
                "a in {1 2} → 8 → 9",
                "a in {1..} → 9 → 10",
                "(a) == 3 → 4 → 6",
                "a == (3) → 5 → 6",
                "a[0:0] → 2 → 5",
                "a[] → 2 → 2",
                "a not b → 6 → 7",
                "any a → 5 → 5",
                "a#1 == 2 → 1 → 2",
                "a contains b == c → 13 → 15",})
    void anErrorNamesTheCharactersThatAreWrong(String text, int from, int to) {
        FilterSyntaxException wrong = assertThrows(FilterSyntaxException.class, () -> FilterParser.parse(text));
        Place place = wrong.place();
        assertEquals(from + "-" + to, place.from() + "-" + place.to(), wrong.getMessage());
    }

    @Test
    void aLineOfCaretsStandsUnderTheWrongCharacters() {
        assertEquals("a == bcd\n     ^^^", FilterSyntaxException.marked("a == bcd", new Place(5, 8)));
        assertEquals("a ==\n    ^", FilterSyntaxException.marked("a ==", new Place(4, 4)));
    }

    @Test
    void aBlankFilterHoldsAlways() throws FilterSyntaxException {
        assertEquals("", read("  "));
    }

    @Test
    void nothingNestsWithoutBound() {
        for (String piece : new String[]{"(", "!", "not ", "-", "{", "len(", "a+", "a[1][1]&"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(FilterSyntaxException.class,
                    () -> FilterParser.parse("a == " + piece.repeat(8_000) + "a"), piece));
        }
    }

    @Test
    void manyConditionsInARowAreFine() throws FilterSyntaxException {
        String text = "a == 1" + " || a == 1".repeat(6_000);
        assertEquals(text, read(text));
    }

    @Test
    void aFilterIsNotLongerThanItMayBe() {
        String text = "a".repeat(FilterParser.MAX_CHARACTERS + 1);
        assertThrows(FilterSyntaxException.class, () -> FilterParser.parse(text));
    }

    @Test
    void ofALongFilterOnlyWhatIsAroundTheMistakeIsShown() {
        String filter = "a ".repeat(50_000) + "wrong" + " b".repeat(50_000);
        String[] lines = FilterSyntaxException.marked(filter, new Place(100_000, 100_005)).split("\n", -1);
        assertEquals(202, lines[0].length()); // … at both ends
        int at = lines[0].indexOf("wrong");
        assertEquals(" ".repeat(at) + "^^^^^", lines[1]);
        assertEquals("…" + "x".repeat(100) + "\n" + " ".repeat(101) + "^",
                FilterSyntaxException.marked("x".repeat(1_000), new Place(1_000, 1_000)));
    }
}
