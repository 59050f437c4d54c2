package org.sipsleuth.filter.regex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceFinderTest {

    private static List<String> places(String pattern, String text) throws PatternException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        PlaceFinder finder = BytePattern.of(pattern).places();
        List<String> found = new ArrayList<>();
        long place = finder.next(bytes, 0);
        while (place != PlaceFinder.NONE) {
            int end = (int) place;
            found.add((place >>> 32) + "-" + end);
            place = finder.next(bytes, end);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→',
            value = {
                "\\d+ → tag=123;n=4 → 4-7 10-11",
                "a|ab → xab → 1-2",
                "ab|a → xab → 1-3",
                "<.*> → <a><b> → 0-6",
                "<.*?> → <a><b> → 0-3 3-6",
                "a{1,2}? → aaa → 0-1 1-2 2-3",
                "a* → baac → 1-3",
                "^b|c$ → bcbc → 0-1 3-4",
                "\\bcat\\b → cat concat cat → 0-3 11-14",
                "INVITE → an invite → 3-9",})
    void placesAreThoseOfPerl(String pattern, String text, String places) throws PatternException {
        assertEquals(List.of(places.split(" ")), places(pattern, text));
    }

    @Property(tries = 4_000)
    void placesAreThoseOfTheJdk(@ForAll("patterns") String pattern, @ForAll("words") String text)
            throws PatternException {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES).matcher(text);
        List<String> expected = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                expected.add(matcher.start() + "-" + matcher.end());
            }
        }
        assertEquals(expected, places(pattern, text), pattern + " in " + text);
    }

    @Property(tries = 2_000)
    void thereIsAPlaceOnlyWhereTheSearcherFindsOne(@ForAll("patterns") String pattern, @ForAll("words") String text)
            throws PatternException {
        BytePattern read = BytePattern.of(pattern);
        byte[] bytes = text.getBytes(ISO_8859_1);
        boolean isFound = read.searcher().find(bytes, 0, bytes.length);
        boolean hasPlace = !places(pattern, text).isEmpty();
        assertTrue(isFound || !hasPlace, pattern + " in " + text);
        assertTrue(!isFound || hasPlace || read.matchesNothing(), pattern + " in " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*b|a", "(a*)*b|a", "(a|aa)*c|a", "(a|b)*a(a|b){14}c|a", "((a{1,20}){1,10})b|a"})
    void hostilePatternsEndAfterABoundedNumberOfSteps(String pattern) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> places(pattern, "a".repeat(60_000)));
    }

    @Test
    void aNewTextHasAllStepsAgain() throws PatternException {
        PlaceFinder finder = BytePattern.of("a*b|a").places();
        byte[] hostile = "a".repeat(60_000).getBytes(ISO_8859_1);
        long place = finder.next(hostile, 0);
        while (place != PlaceFinder.NONE) {
            place = finder.next(hostile, (int) place);
        }
        assertTrue(finder.isTired());
        assertEquals(1, finder.next("a".getBytes(ISO_8859_1), 0));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abB _\n").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> patterns() {
        return patterns(3);
    }

    /// Without repetitions of what can be nothing: there the JDK goes its own way.
    private Arbitrary<String> patterns(int depth) {
        Arbitrary<String> bytes = Arbitraries.of("a", "b", "B", " ", "\\n", "\\s", ".", "[ab]", "[^a]", "\\w", "_");
        Arbitrary<String> places = Arbitraries.of("\\b", "^", "$", "\\B");
        if (depth == 0) {
            return Arbitraries.oneOf(bytes, bytes, places);
        }
        Arbitrary<String> inner = patterns(depth - 1);
        Arbitrary<String> repeated =
                Arbitraries.oneOf(bytes, bytes.list().ofMinSize(2).ofMaxSize(3).map(p -> String.join("|", p)),
                        bytes.list().ofMinSize(2).ofMaxSize(3).map(p -> String.join("", p)));
        Arbitrary<String> counts = Arbitraries.of("*", "+", "?", "{1,2}", "{2}", "*?", "+?", "??", "{1,3}?");
        return Arbitraries.oneOf(bytes, inner.list().ofMinSize(1).ofMaxSize(3).map(p -> String.join("", p)),
                inner.list().ofMinSize(2).ofMaxSize(3).map(p -> "(" + String.join("|", p) + ")"),
                repeated.flatMap(p -> counts.map(count -> "(?:" + p + ")" + count)), inner.map(p -> "(?:" + p + ")?"));
    }
}
