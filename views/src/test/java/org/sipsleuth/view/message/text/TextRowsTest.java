package org.sipsleuth.view.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextRowsTest {

    private static final double CHARACTER = 10;

    @Test
    void rowsBreakBehindSpacesCommasAndSemicolons() {
        assertEquals(List.of("Via: ", "SIP;", "a,b ", "c"), rows("Via: SIP;a,b c", 40));
        assertEquals(List.of("one   ", "two"), rows("one   two", 40)); // spaces hang
    }

    @Test
    void whatHasNoSuchPlaceBreaksAnywhere() {
        assertEquals(List.of("abcd", "efgh", "i"), rows("abcdefghi", 40));
        assertEquals(List.of("a", "b"), rows("ab", 3));
    }

    @Test
    void linesEndRows() {
        assertEquals(List.of("a", "", "b", ""), rows("a\n\nb\n", 100));
        assertEquals(List.of(""), rows("", 100));
        assertEquals(List.of("abcd", "", "e"), rows("abcd\n\ne", 40));
    }

    @Test
    void charactersThatStandTogetherStayTogether() {
        String text = "a\ud83d\ude00b"; // both halves of a surrogate pair
        TextRows rows = TextRows.of(text, new double[]{10, 10, 0, 10}, CHARACTER, 20);
        assertEquals(3, rows.next(1));
        assertEquals(1, rows.before(3));
        assertEquals(2, rows.count());
        assertEquals(3, rows.start(1));
    }

    @Test
    void spacesAndAccentsDoNotMakeARowWithoutEnd() {
        assertEquals(3, of(" ".repeat(5_000), 50).count());
        String accents = "a" + "\u0301".repeat(5_000);
        double[] widths = new double[accents.length()];
        widths[0] = CHARACTER;
        TextRows rows = TextRows.of(accents, widths, CHARACTER, 50);
        assertEquals(3, rows.count());
        assertEquals(accents.length(), rows.next(0));
        assertEquals(0, rows.before(accents.length()));
    }

    @Test
    void anAccentAtTheBeginningOfALineStaysThere() {
        TextRows rows = TextRows.of("a\n\u0301b", new double[]{10, 0, 0, 10}, CHARACTER, 50);
        assertEquals(2, rows.before(3));
        assertEquals(2, rows.next(1));
    }

    @Test
    void tabsGoToTheNextStop() {
        TextRows rows = of("ab\tc\td", 1_000);
        assertEquals(80, rows.left(3));
        assertEquals(160, rows.left(5));
        assertEquals(80, rows.right(3, 0));
        assertEquals(2, rows.characterAt(0, 79));
    }

    @Test
    void aPointLeadsToTheNearestPlaceAndToTheCharacterThere() {
        TextRows rows = of("abc def", 40);
        assertEquals(List.of("abc ", "def"), rows("abc def", 40));
        assertEquals(0, rows.placeAt(0, 4));
        assertEquals(1, rows.placeAt(0, 6));
        assertEquals(3, rows.placeAt(0, 500), "not the next row's beginning");
        assertEquals(7, rows.placeAt(1, 500));
        assertEquals(1, rows.characterAt(0, 19));
        assertEquals(-1, rows.characterAt(0, -1));
        assertEquals(-1, rows.characterAt(1, 31));
    }

    @Test
    void anyTextIsWholeInItsRows() {
        Random random = new Random(11);
        String letters = "abc ;,\t\nü";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder some = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                some.append(letters.charAt(random.nextInt(letters.length())));
            }
            String text = some.toString();
            double room = 5 + random.nextInt(200);
            TextRows rows = of(text, room);
            StringBuilder whole = new StringBuilder();
            for (int row = 0; row < rows.count(); row++) {
                if (row > 0 && rows.start(row) > rows.end(row - 1)) {
                    whole.append('\n');
                }
                whole.append(text, rows.start(row), rows.end(row));
                String shown = text.substring(rows.start(row), rows.end(row)).stripTrailing();
                double right = rows.right(rows.start(row) + shown.length(), row);
                assertTrue(right <= room || shown.length() <= 1, text);
                for (int at = rows.start(row); at <= rows.last(row); at++) {
                    assertEquals(row, rows.rowOf(at), text);
                    assertEquals(at, rows.placeAt(row, rows.left(at)), text);
                }
                for (int at = rows.start(row); at < rows.end(row); at++) {
                    assertEquals(at, rows.characterAt(row, rows.left(at) + 1), text);
                    assertFalse(rows.right(at + 1, row) <= rows.left(at), text);
                }
            }
            assertEquals(text, whole.toString());
        }
    }

    private static List<String> rows(String text, double room) {
        TextRows rows = of(text, room);
        List<String> all = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            all.add(text.substring(rows.start(row), rows.end(row)));
        }
        return all;
    }

    private static TextRows of(String text, double room) {
        double[] widths = new double[text.length()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = text.charAt(at) < ' ' ? 0 : CHARACTER;
        }
        return TextRows.of(text, widths, CHARACTER, room);
    }
}
