package org.sipsleuth.view.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HexDumpTest {

    @Test
    void rowsHaveOffsetDigitsAndCharacters() {
        byte[] bytes = "INVITE sip:b SIP/2.0\r\n".getBytes(StandardCharsets.US_ASCII);
        HexDump dump = new HexDump(bytes, 16);
        assertEquals("0000  49 4e 56 49 54 45 20 73  69 70 3a 62 20 53 49 50  INVITE sip:b SIP\n"
                + "0010  2f 32 2e 30 0d 0a" + " ".repeat(31) + "  /2.0..\n", dump.text());
    }

    @Test
    void bytesThatAreNoAsciiArePoints() {
        HexDump dump = new HexDump(new byte[]{0, 0x1f, ' ', '~', 0x7f, (byte) 0x80, -1}, 8);
        assertEquals(".. ~...", dump.characters(0));
    }

    @Test
    void offsetsOfLongMessagesAreLonger() {
        HexDump dump = new HexDump(new byte[70_000], 8);
        assertEquals(8_750, dump.rows());
        assertEquals("00011168", dump.offset(8_749));
        assertEquals(0, new HexDump(new byte[0], 8).rows());
    }
}
