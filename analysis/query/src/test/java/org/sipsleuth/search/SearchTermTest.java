package org.sipsleuth.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchTermTest {

    private static final int MOST = 100;

    private static List<SearchRange> find(SearchKind kind, String wanted, byte[] message) throws SearchTermException {
        return SearchTerm.of(kind, wanted).in(message, MOST);
    }

    private static List<SearchRange> find(SearchKind kind, String wanted, String message) throws SearchTermException {
        return find(kind, wanted, message.getBytes(UTF_8));
    }

    private static int offset(SearchKind kind, String wanted) {
        return assertThrows(SearchTermException.class, () -> SearchTerm.of(kind, wanted)).offset();
    }

    @Test
    void textMatchesInAnyCaseExactTextDoesNot() throws SearchTermException {
        String message = "Via: v\r\nvia: V";
        assertEquals(2, find(SearchKind.TEXT, "VIA", message).size());
        assertEquals(List.of(new SearchRange(8, 11)), find(SearchKind.EXACT_TEXT, "via", message));
    }

    @Test
    void textBeyondAsciiIsSearchedForInUtf8() throws SearchTermException {
        assertEquals(List.of(new SearchRange(1, 4)), find(SearchKind.TEXT, "ü1", "\"ü1\"@x"));
    }

    @Test
    void placesDoNotOverlap() throws SearchTermException {
        assertEquals(List.of(new SearchRange(0, 2), new SearchRange(2, 4)), find(SearchKind.TEXT, "aa", "aaaaa"));
    }

    @Test
    void bytesAreDigitsWithOrWithoutSeparators() throws SearchTermException {
        byte[] message = {0x0d, 0x0a, (byte) 0xff, 0x0d, 0x0a};
        for (String wanted : List.of("0d0a", "0D 0A", "0d:0a", "0d-0a ")) {
            assertEquals(List.of(new SearchRange(0, 2), new SearchRange(3, 5)), find(SearchKind.HEX, wanted, message));
        }
        assertEquals(List.of(new SearchRange(2, 3)), find(SearchKind.HEX, "ff", message));
    }

    @Test
    void errorsAreReportedWithTheirPosition() {
        assertEquals(0, offset(SearchKind.TEXT, ""));
        assertEquals(2, offset(SearchKind.HEX, "0dx"));
        assertEquals(1, offset(SearchKind.HEX, "0 d"));
        assertEquals(3, offset(SearchKind.HEX, "0d0"));
        assertEquals(3, offset(SearchKind.HEX, " :-"));
        assertEquals(SearchTerm.MAX_LENGTH, offset(SearchKind.TEXT, "a".repeat(20_000)));
    }

    @Test
    void noMoreThanAskedForIsFound() throws SearchTermException {
        assertEquals(3, SearchTerm.of(SearchKind.TEXT, "a").in("aaaaaa".getBytes(UTF_8), 3).size());
    }

    @Property
    void findsWhatALookAtEachPlaceFinds(
            @ForAll @StringLength(min = 1, max = 4) @CharRange(from = 'A', to = 'b') String wanted,
            @ForAll @StringLength(max = 40) @CharRange(from = 'A', to = 'b') String message, @ForAll boolean exact)
            throws SearchTermException {
        List<SearchRange> expected = new ArrayList<>();
        String text = exact ? message : message.toLowerCase(Locale.ROOT);
        String part = exact ? wanted : wanted.toLowerCase(Locale.ROOT);
        int at = text.indexOf(part);
        while (at >= 0) {
            expected.add(new SearchRange(at, at + part.length()));
            at = text.indexOf(part, at + part.length());
        }
        SearchKind kind = exact ? SearchKind.EXACT_TEXT : SearchKind.TEXT;
        assertEquals(expected, find(kind, wanted, message));
    }

    @Property
    void anyTextOfAnyKindIsATermOrRejectedWithAReason(@ForAll SearchKind kind, @ForAll String wanted,
            @ForAll @Size(max = 200) byte[] message) {
        try {
            for (SearchRange range : find(kind, wanted, message)) {
                assertTrue(range.from() < range.to() && range.to() <= message.length);
            }
        } catch (SearchTermException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= wanted.length());
        }
    }

    @Property
    void bytesFindThemselves(@ForAll @Size(min = 1, max = 20) byte[] bytes) throws SearchTermException {
        StringBuilder digits = new StringBuilder();
        for (byte b : bytes) {
            digits.append(String.format(Locale.ROOT, "%02x ", b));
        }
        String around = "x" + new String(bytes, ISO_8859_1);
        assertTrue(!find(SearchKind.HEX, digits.toString(), around.getBytes(ISO_8859_1)).isEmpty());
    }

    @Test
    void aRegularExpressionIsFoundInAnyCaseWithItsWholeLength() throws SearchTermException {
        byte[] message = "From: <sip:a@b>;tag=x12\r\nVIA: z".getBytes(UTF_8);
        assertEquals(List.of(new SearchRange(16, 23), new SearchRange(25, 28)),
                SearchTerm.of(SearchKind.REGEX, "tag=\\w+|^via|(?m)^via").in(message, MOST));
        assertEquals(List.of(), SearchTerm.of(SearchKind.REGEX, "y*").in(message, MOST));
        assertEquals(false, SearchTerm.of(SearchKind.REGEX, "y*").finder().isIn(message));
        assertEquals(true, SearchTerm.of(SearchKind.REGEX, "12$|z").finder().isIn(message));
    }

    @Test
    void aRegularExpressionThatIsNoneIsRefusedAtItsCharacter() {
        SearchTermException e =
                assertThrows(SearchTermException.class, () -> SearchTerm.of(SearchKind.REGEX, "äö(?=x)"));
        assertTrue(e.words().startsWith("Invalid regular expression: "), e.words());
        assertTrue(e.offset() >= 2 && e.offset() <= 7, "at " + e.offset());
    }
}
