package org.sipsleuth.sip.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipGrammarTest {

    /// Eight bytes at a time has to find what one byte at a time finds.
    @Property
    void wordwiseSearchFindsWhatBytewiseSearchFinds(@ForAll byte[] bytes) {
        for (int from = 0; from <= bytes.length; from++) {
            int printable = from;
            while (printable < bytes.length && bytes[printable] >= ' ' && bytes[printable] < 127) {
                printable++;
            }
            assertEquals(printable, SipGrammar.skipPrintable(bytes, from, bytes.length));
            int name = from;
            while (name < bytes.length && bytes[name] > ' ' && bytes[name] != ':') {
                name++;
            }
            assertEquals(name, SipGrammar.nameEnd(bytes, from, bytes.length));
        }
    }

    @Property
    void printableUrisEndWhereAnyDo(@ForAll @CharRange(from = ' ', to = '~') String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] within = (text + "\u00ff\r\n<more bytes>").getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from <= bytes.length; from++) {
            for (int to = from; to <= bytes.length; to++) {
                int end = SipGrammar.bracketedEnd(bytes, from, to);
                assertEquals(end, SipGrammar.printableBracketedEnd(bytes, from, to));
                assertEquals(end, SipGrammar.printableBracketedEnd(within, from, to));
            }
        }
    }

    /// The bytes behind the range make no difference, nor does where the array ends.
    @Property
    void wordsAreTheFirstEightBytesInLowerCase(
            @ForAll @StringLength(min = 1, max = 20) @CharRange(from = '!', to = '~') String text,
            @ForAll String behind) {
        byte[] alone = text.getBytes(StandardCharsets.US_ASCII);
        byte[] within = (text + behind).getBytes(StandardCharsets.UTF_8);
        long word = 0;
        for (int i = Math.min(alone.length, 8) - 1; i >= 0; i--) {
            word = (word << 8) | alone[i] | 0x20;
        }
        assertEquals(word, SipGrammar.lowerCaseWord(alone, 0, alone.length));
        assertEquals(word, SipGrammar.lowerCaseWord(within, 0, alone.length));
    }

    @Test
    void everyByteEndsTheSearchOrNotAtEveryPlace() {
        for (int value = 0; value < 256; value++) {
            for (int place = 0; place < 24; place++) {
                byte[] bytes = "a".repeat(24).getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) value;
                boolean printable = value >= 32 && value < 127;
                boolean name = value > 32 && value < 128 && value != ':';
                assertEquals(printable ? 24 : place, SipGrammar.skipPrintable(bytes, 0, 24));
                assertEquals(name ? 24 : place, SipGrammar.nameEnd(bytes, 0, 24));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "007,7", "2147483648,2147483648", "'',-1", "+1,-1", "1 ,1", "1a,-1"})
    void numbersAreDigitsAlone(String text, long number) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.US_ASCII);
        assertEquals(number, SipGrammar.number(bytes, 0, bytes.length));
    }

    @Test
    void numberTooLargeIsTheLargest() {
        byte[] bytes = "9".repeat(400).getBytes(StandardCharsets.US_ASCII);
        assertEquals(Long.MAX_VALUE, SipGrammar.number(bytes, 0, bytes.length));
    }

    @Property
    void utf8IsWhatTheJdkDecodes(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int p = 0; p < bytes.length;) {
            int length = bytes[p] >= 0 ? 1 : SipGrammar.utf8Length(bytes, p, bytes.length);
            assertTrue(length > 0);
            p += length;
        }
    }

    @Test
    void overlongSurrogateAndCutSequencesAreNoUtf8() {
        int[][] wrong = {
            {0xc0, 0x80},
            {0xe0, 0x80, 0x80},
            {0xed, 0xa0, 0x80},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf0, 0x80, 0x80, 0x80},
            {0xc3},
            {0xe2, 0x82},
            {0x80},
            {0xff},
            {0xe2, 0x28, 0xa1}};
        for (int[] sequence : wrong) {
            byte[] bytes = new byte[sequence.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) sequence[i];
            }
            assertEquals(0, SipGrammar.utf8Length(bytes, 0, bytes.length));
        }
    }

    @Test
    void wordsAreComparedInAnyCaseAndOnlyWhole() {
        byte[] bytes = "Branch".getBytes(StandardCharsets.US_ASCII);
        assertTrue(SipGrammar.isWord(bytes, 0, 6, "branch"));
        assertFalse(SipGrammar.isWord(bytes, 0, 5, "branch"));
        assertFalse(SipGrammar.isWord(bytes, 0, 6, "branco"));
    }
}
