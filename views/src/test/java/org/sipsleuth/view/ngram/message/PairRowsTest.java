package org.sipsleuth.view.ngram.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairRowsTest {

    private static final String NORMAL = "OPTIONS sip:*@* SIP/2.0\r\nTo: <sip:*@*>\r\nCSeq: * OPTIONS\r\n\r\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void replacedValuesAreNoDifference() {
        String message = "OPTIONS sip:7@example.org SIP/2.0\r\nTo: <sip:8@example.org>\r\nCSeq: 17 OPTIONS\r\n\r\n";
        PairRows rows = PairRows.of(bytes(message), bytes(NORMAL), 80);
        assertEquals(List.of("", "", "", ""), rows.rows().stream().map(PairRows.Row::sign).toList());
    }

    @Test
    void aMissingBracketIsMarkedAndAMissingCrIsShown() {
        String message = "OPTIONS sip:7@example.org SIP/2.0\nTo: <sip:8@example.org\r\nCSeq: 17 OPTIONS\r\n\r\n";
        PairRows rows = PairRows.of(bytes(message), bytes(NORMAL), 80);
        assertEquals("≠", rows.rows().get(1).sign());
        int lineFeed = message.indexOf('\n');
        assertTrue(rows.rows().get(0).left().to() > lineFeed);
        int bracket = NORMAL.indexOf('>');
        assertTrue(rows.isRightChanged(bracket));
    }

    @Test
    void anyBytesAreShownOnceInTheirOrder() {
        Random random = new Random(1);
        for (int run = 0; run < 300; run++) {
            byte[] message = new byte[random.nextInt(200)];
            random.nextBytes(message);
            for (int i = 0; i < message.length; i += 5) {
                message[i] = (byte) "\r\n:".charAt(i / 5 % 3);
            }
            PairRows rows = PairRows.of(message, bytes(NORMAL), 9);
            BitSet seen = new BitSet();
            for (PairRows.Row row : rows.rows()) {
                assertTrue(row.left().to() - row.left().from() <= 9);
                for (int at = row.left().from(); at < row.left().to(); at++) {
                    assertFalse(seen.get(at));
                    seen.set(at);
                }
            }
            assertTrue(seen.length() <= message.length);
        }
    }
}
