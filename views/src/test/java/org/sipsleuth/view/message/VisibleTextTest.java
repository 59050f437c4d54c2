package org.sipsleuth.view.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void crLfEndsALineAndLoneOnesAreSeen() {
        assertEquals("a\nb", VisibleText.ofBytes(bytes("a\r\nb")));
        assertEquals("a\\n\nb", VisibleText.ofBytes(bytes("a\nb")));
        assertEquals("a\\rb", VisibleText.ofBytes(bytes("a\rb")));
    }

    @Test
    void controlCharactersBecomeEscapes() {
        assertEquals("\\x00\\x1b[31m\\x7f\t", VisibleText.ofBytes(bytes("\0\u001b[31m\u007f\t")));
    }

    @Test
    void charactersThatTurnTheLineAroundAreSeen() {
        assertEquals("a\\u202eb", VisibleText.ofBytes(bytes("a\u202eb")));
        String tag = Character.toString(0xe0041);
        assertEquals("a\\U000e0041b", VisibleText.ofBytes(bytes("a" + tag + "b")));
        assertEquals("a\\u202eb", VisibleText.ofValue("a\u202eb", 100));
    }

    @Test
    void utf8IsReadAndWhatIsNoneIsShownByteByByte() {
        assertEquals("Müller 漢 😀", VisibleText.ofBytes(bytes("Müller 漢 😀")));
        byte[] latin1 = "Müller".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("M\\xfcller", VisibleText.ofBytes(latin1));
        byte[] overlong = {(byte) 0xc0, (byte) 0xaf};
        assertEquals("\\xc0\\xaf", VisibleText.ofBytes(overlong));
        byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        assertEquals("\\xed\\xa0\\x80", VisibleText.ofBytes(surrogate));
    }

    @Test
    void everyByteHasItsPlace() {
        VisibleText text = VisibleText.forScreen(bytes("ü\r\nx\u001by"), 100);
        assertEquals("ü\nx\\x1by", text.text());
        assertEquals(0, text.placeOf(0));
        assertEquals(0, text.placeOf(1));
        assertEquals(1, text.placeOf(2));
        assertEquals(2, text.placeOf(4));
        assertEquals(3, text.placeOf(5));
        assertEquals(7, text.placeOf(6));
        assertEquals(8, text.placeOf(7));
        assertEquals(8, text.placeOf(1_000));
    }

    @Test
    void longTextsAreCut() {
        byte[] line = "x".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        VisibleText text = VisibleText.forScreen(line, 3_000);
        assertEquals("x".repeat(3_000), text.text());
        assertEquals(3_000, text.placeOf(4_000));
    }

    @Test
    void valuesStayOnOneLineAndAreCutOff() {
        assertEquals("a\\r\\n\\tb", VisibleText.ofValue("a\r\n\tb", 100));
        assertEquals("abc…", VisibleText.ofValue("abcdef", 3));
        assertEquals("abc", VisibleText.ofValue("abc", 3));
    }

    @Test
    void anyBytesGiveATextWithRisingPlaces() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            VisibleText text = VisibleText.forScreen(bytes, 150);
            int before = 0;
            for (int offset = 0; offset <= bytes.length; offset++) {
                assertTrue(text.placeOf(offset) >= before);
                before = text.placeOf(offset);
            }
            assertEquals(text.text().length(), before);
            for (int place = 0; place < text.text().length(); place++) {
                int offset = text.offsetOf(place);
                assertTrue(text.placeOf(offset) <= place);
                assertTrue(text.placeOf(offset + 1) >= text.placeOf(offset));
            }
            assertTrue(text.text().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'));
        }
    }

    @Test
    void placeInTheTextLeadsBackToItsByte() {
        VisibleText text = VisibleText.forScreen(bytes("a\u0001é\r\nb"), 100);
        assertEquals("a\\x01é\nb", text.text());
        assertEquals(0, text.offsetOf(0));
        assertEquals(1, text.offsetOf(1));
        assertEquals(1, text.offsetOf(4));
        assertEquals(2, text.offsetOf(5));
        assertEquals(4, text.offsetOf(6));
        assertEquals(6, text.offsetOf(7));
        assertEquals(6, text.offsetOf(99));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
