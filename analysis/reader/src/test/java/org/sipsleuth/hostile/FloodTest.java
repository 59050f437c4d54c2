package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.websocket.Frames;
import org.sipsleuth.dialog.SipIndex;

/// Very much of one thing, read with 256 MiB of heap: every frame is accounted for, and the memory
/// is bounded.
@Tag("long")
class FloodTest {

    private static final byte[] NOTHING = {};
    private static final int MILLION = 1_000_000;

    @TempDir Path folder;

    private interface Flood {
        void write(BigCapture capture) throws IOException;
    }

    private SmallMachine.Reading read(Flood flood) throws IOException, InterruptedException {
        return read(flood, SmallMachine.HEAP_MEBIBYTES);
    }

    private SmallMachine.Reading read(Flood flood, int heapMebibytes) throws IOException, InterruptedException {
        Path file = folder.resolve("flood.pcap");
        try (BigCapture capture = new BigCapture(file, BigCapture.RAW_IP)) {
            flood.write(capture);
        }
        return SmallMachine.read(file, heapMebibytes, SmallMachine.PATIENCE);
    }

    @AfterEach
    void deleteTheCapture() throws IOException {
        Files.deleteIfExists(folder.resolve("flood.pcap"));
    }

    private static String options(String callId) {
        return "OPTIONS sip:a SIP/2.0\r\ni:" + callId + "\r\n\r\n";
    }

    @Test
    void millionCallIdsFit() throws Exception {
        var reading = read(capture -> {
            for (int i = 0; i < MILLION; i++) {
                capture.udp(options("a84b4c76e66710-" + i));
            }
        });
        assertEquals(MILLION, reading.dialogs());
        assertTrue(reading.heapBytes() < 220L * MILLION, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void millionMessagesOfOneCallIdFit() throws Exception {
        var reading = read(capture -> {
            for (int i = 0; i < MILLION; i++) {
                capture.udp("INVITE sip:a SIP/2.0\r\ni:a\r\nCSeq:%d INVITE\r\n\r\n".formatted(i));
            }
        });
        assertEquals(MILLION, reading.messages());
        assertEquals(1, reading.dialogs());
    }

    @Test
    void longCallIdsAndUrisAreNotKeptInMemory() throws Exception {
        String tail = "x".repeat(20_000);
        var reading = read(capture -> {
            for (int i = 0; i < 10_000; i++) {
                capture.udp("OPTIONS sip:a SIP/2.0\r\ni:%d%s\r\nf:<sip:%d%s>\r\n\r\n".formatted(i, tail, i, tail));
            }
        });
        assertEquals(10_000, reading.dialogs());
        assertTrue(reading.heapBytes() < 64 << 20, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void synFloodKeepsNoState() throws Exception {
        var reading = read(capture -> {
            for (int i = 0; i < MILLION; i++) {
                capture.tcp(i * 0x9e3779b9, i, 2, NOTHING);
            }
        });
        assertEquals(MILLION, reading.unread());
        assertTrue(reading.heapBytes() < 32 << 20, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void moreConnectionsThatBeginAMessageThanAreKeptFit() throws Exception {
        byte[] begin = "INVITE sip:a SIP/2.0\r\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        var reading = read(capture -> {
            for (int i = 0; i < MILLION / 8; i++) {
                capture.tcp(i * 0x9e3779b9, 7, 0x18, begin);
            }
        });
        assertEquals(MILLION / 8, reading.frames());
        assertEquals(MILLION / 8, reading.messages() + reading.unread());
    }

    /// More connections than are kept, in a heap that has no room for both directions of each.
    @Test
    void directionsInWhichNothingIsSentTakeHardlyAnything() throws Exception {
        byte[] begin = "INVITE sip:a SIP/2.0\r\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        var reading = read(capture -> {
            for (int i = 0; i < 40_000; i++) {
                capture.tcp(i * 0x9e3779b9, 7, 0x18, begin);
            }
        }, 72);
        assertEquals(40_000, reading.messages() + reading.unread());
    }

    @Test
    void connectionsThatWaitForALostSegmentFit() throws Exception {
        byte[] begin = "INVITE".getBytes(StandardCharsets.US_ASCII);
        byte[] later = new byte[1_200];
        var reading = read(capture -> {
            for (int i = 0; i < 20_000; i++) {
                int source = i * 0x9e3779b9;
                capture.tcp(source, 0, 0x18, begin);
                for (int k = 0; k < 10; k++) {
                    capture.tcp(source, 5_000 + 1_300 * k, 0x18, later);
                }
            }
        });
        assertEquals(220_000, reading.messages() + reading.unread());
    }

    @Test
    void messageInSegmentsOfOneByteIsRead() throws Exception {
        byte[] message = ("INVITE sip:a SIP/2.0\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(300_000))
                .getBytes(StandardCharsets.US_ASCII);
        var reading = read(capture -> {
            for (int i = 0; i < message.length; i++) {
                capture.tcp(1, i, 0x18, new byte[]{message[i]});
            }
        });
        assertEquals(message.length, reading.frames());
        assertTrue(reading.messages() >= 1);
    }

    @Test
    void headerOfTenMegabytesIsCut() throws Exception {
        byte[] begin = "INVITE sip:a SIP/2.0\r\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        byte[] more = "x".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        var reading = read(capture -> {
            capture.tcp(1, 0, 0x18, begin);
            for (int i = 0; i < 10_000; i++) {
                capture.tcp(1, begin.length + i * more.length, 0x18, more);
            }
        });
        assertEquals(1, reading.messages());
        assertEquals(10_000, reading.unread());
    }

    @Test
    void fragmentsThatAreNeverCompletedFit() throws Exception {
        var reading = read(capture -> {
            for (int i = 0; i < MILLION; i++) {
                capture.fragment(i >> 12, i, 0x2000 | i & 0x1fff, new byte[8]);
            }
        });
        assertEquals(MILLION, reading.unread());
        assertTrue(reading.heapBytes() < 64 << 20, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void messagesOutOfOneWebSocketMessageShareWhereTheyComeFrom() throws Exception {
        Frames frames = new Frames(true).fragments("A a SIP/2.0\r\n\r\n".repeat(64_000), 64);
        Talk talk = new Talk().sends(0, Frames.request(), 1_400)
                .sends(1, Frames.response(""), 1_400)
                .sends(0, frames.bytes(), 1_400);
        Path file = Files.write(folder.resolve("flood.pcap"), talk.bytes());
        var reading = SmallMachine.read(file);
        assertEquals(64_000, reading.messages());
        assertTrue(reading.heapBytes() < 32 << 20, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void allFloodsAtOnceFit() throws Exception {
        byte[] begin = "INVITE sip:a SIP/2.0\r\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        String tail = "x".repeat(1_200);
        var reading = read(capture -> {
            for (int i = 0; i < MILLION / 10; i++) {
                int source = i * 0x9e3779b9;
                capture.udp(options(i + tail));
                capture.tcp(source, 7, 0x18, begin);
                capture.tcp(source, 5_000, 0x18, new byte[1_200]);
                capture.fragment(i >> 12, i, 0x2000 | i & 0x1fff, new byte[8]);
                capture.tcp(~source, 7, 2, NOTHING);
            }
        });
        assertEquals(MILLION / 2, reading.messages() + reading.unread());
    }

    @Test
    void inventedMethodsHideNoRealOne() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            frames.add(datagram("M%d sip:a SIP/2.0\r\ni:x\r\n\r\n".formatted(i)));
        }
        frames.add(datagram("REGISTER sip:a SIP/2.0\r\ni:last\r\n\r\n"));
        SipIndex index = Reader.index(BigCapture.RAW_IP, frames);
        assertEquals("REGISTER", index.dialogs().sequenceText(index.dialogs().find("last")));
        assertEquals("(other)", index.messages().typeName(index.messages().type(29_000)));
    }

    private static byte[] datagram(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5060, payload));
    }
}
