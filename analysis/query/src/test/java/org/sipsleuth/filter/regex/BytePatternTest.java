package org.sipsleuth.filter.regex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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

final class BytePatternTest {

    private static boolean find(String pattern, String text) throws PatternException {
        byte[] bytes = ("##" + text + "##").getBytes(ISO_8859_1);
        return BytePattern.of(pattern).searcher().find(bytes, 2, bytes.length - 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`',
            value = {
                "invite → an INVITE here → true",
                "(?-i)invite → an INVITE here → false",
                "a(?-i)b → Ab → true",
                "a(?-i)b → AB → false",
                "(?-i:a)b → aB → true",
                "^a → ba → false",
                "a$ → ba → true",
                "a$ → ab → false",
                "^$ → `` → true",
                "\\bcat\\b → a cat. → true",
                "\\bcat\\b → concat → false",
                "\\Bcat → concat → true",
                "a{2,3}b → aab → true",
                "^a{2,3}b → ab → false",
                "^(ab|c)+$ → abcab → true",
                "[^a-c]x → bx → false",
                "[[:digit:]_]+z → 12_z → true",
                "[]x]y → ]y → true",
                "\\x41\\x{41} → AA → true",
                "\\Qa.b\\E → a.b → true",
                "\\Qa.b\\E → axb → false",
                "\\d+\\s\\w → 12 x → true",
                "a.c → abc → true",
                "(?<name>a)b → ab → true",
                "x{,3} → x{,3} → true",
                "a|b|$ → c → true",})
    void findsWhatPerlWouldFind(String pattern, String text, boolean found) throws PatternException {
        assertEquals(found, find(pattern, text));
    }

    @Test
    void theDotIsNoLineEndAndTheEndMayHaveOne() throws PatternException {
        assertEquals(false, find("a.b", "a\nb"));
        assertEquals(true, find("(?s)a.b", "a\nb"));
        assertEquals(true, find("b$", "a\nb\n"));
        assertEquals(false, find("b\\z", "a\nb\n"));
        assertEquals(false, find("^b", "a\nb\n"));
        assertEquals(true, find("(?m)^b$", "a\nb\nc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "(",
        ")",
        "[",
        "[a",
        "*",
        "a**",
        "a++",
        "(?=a)",
        "(?!a)",
        "(?<=a)",
        "(?>a)",
        "(a)\\1",
        "\\",
        "\\q",
        "(?x)a",
        "[b-a]",
        "a{2000}",
        "(?<n",
        "[[:nothing:]]",
        "\\x{100}"})
    void whatCannotBeRunIsRefused(String pattern) {
        assertThrows(PatternException.class, () -> BytePattern.of(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "(a*)*b",
        "(a|a)*b",
        "^(a|aa)+b$",
        "((a+)+)+b",
        "(.*)(.*)(.*)(.*)(.*)(.*)x",
        "((?:){1000}){1000}b",
        "(((((a?){30}){30}))){2}b",
        "(a|b)*a(a|b){14}c",
        "((a{1,20}){1,10})b"})
    void hostilePatternsEndFast(String pattern) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertEquals(false, find(pattern, "a".repeat(20_000))));
    }

    @Test
    void whatGrowsTooLargeIsRefused() {
        assertThrows(PatternException.class, () -> BytePattern.of("((a{100}){100}){100}"));
        assertThrows(PatternException.class, () -> BytePattern.of("(".repeat(5_000)));
        assertThrows(PatternException.class, () -> BytePattern.of("a".repeat(20_000)));
    }

    @Property(tries = 4_000)
    void findsWhatTheJdkFinds(@ForAll("patterns") String pattern, @ForAll("words") String text)
            throws PatternException {
        boolean expected = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES).matcher(text).find();
        assertEquals(expected, find(pattern, text), pattern + " in " + text);
    }

    @Property(tries = 2_000)
    void anyPatternIsReadOrRefused(@ForAll("patternTexts") String pattern) {
        try {
            find(pattern, "some text, a-z 0-9");
        } catch (PatternException refused) {
            assertEquals(true, refused.at() >= 0 && refused.at() <= pattern.length());
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abB _\n").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> patternTexts() {
        return Arbitraries.strings().withChars("ab(|)*+?{}[]^$\\.:-dwQEx01,=!<>#").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> patterns() {
        return patterns(3);
    }

    private Arbitrary<String> patterns(int depth) {
        Arbitrary<String> atoms = Arbitraries.of("a", "b", "B", " ", "\\n", "\\s", ".", "[ab]", "[^a]", "\\b", "\\w",
                "^", "$", "_", "\\B");
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<String> inner = patterns(depth - 1);
        return Arbitraries.oneOf(atoms, inner.list().ofMinSize(1).ofMaxSize(3).map(p -> String.join("", p)),
                inner.list().ofMinSize(2).ofMaxSize(3).map(p -> "(" + String.join("|", p) + ")"),
                inner.map(p -> "(?:" + p + ")*"), inner.map(p -> "(?:" + p + "){1,2}"),
                inner.map(p -> "(?:" + p + ")?"));
    }
}
