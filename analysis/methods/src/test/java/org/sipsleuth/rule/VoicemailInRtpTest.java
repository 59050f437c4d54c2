package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.run.RunMonitor;

/// PINs in calls to voicemail as events in RTP (RFC 4733), which no message of SIP shows.
final class VoicemailInRtpTest {

    private static final String CALLER = "203.0.113.66";
    private static final String MAILBOX = "192.0.2.1";
    private static final int EVENT = 101;
    private static final int POUND = 11;

    @TempDir private Path folder;

    private final PcapWriter file = new PcapWriter(1);
    private long millis;
    private int timestamp;

    private void frame(byte[] ethernet) {
        file.frame(1_700_000_000L + millis / 1000, (int) (millis % 1000) * 1000, ethernet);
        millis += 50;
    }

    private void message(boolean isOfCaller, String start, String id, String cseq, String body) {
        String text = start + "\r\nVia: SIP/2.0/UDP " + CALLER + ";branch=z9hG4bK" + id + cseq.replace(" ", "")
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:100@h>;tag=f\r\nTo: <sip:*97@h>"
                + (start.startsWith("INVITE") ? "" : ";tag=t") + "\r\nCall-ID: " + id + "\r\nCSeq: " + cseq
                + "\r\nContent-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        frame(isOfCaller ? Packets.sip(CALLER, MAILBOX, text) : Packets.sip(MAILBOX, CALLER, text));
    }

    private static String sdp(String host, int port) {
        return "v=0\r\no=- 1 1 IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host + "\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
    }

    private void press(int event) {
        timestamp += 1_600;
        for (int i = 0; i < 3; i++) {
            byte[] packet = ByteBuffer.allocate(16)
                    .put((byte) 0x80)
                    .put((byte) EVENT)
                    .putShort((short) (timestamp / 100 + i))
                    .putInt(timestamp)
                    .putInt(7)
                    .put((byte) event)
                    .array();
            frame(Packets.ethernet(0x0800, Packets.ipv4(CALLER, MAILBOX, 17, Packets.udp(4000, 5000, packet))));
        }
    }

    private void call(String id, String... pins) {
        message(true, "INVITE sip:*97@h SIP/2.0", id, "1 INVITE", sdp(CALLER, 4000));
        message(false, "SIP/2.0 200 OK", id, "1 INVITE", sdp(MAILBOX, 5000));
        message(true, "ACK sip:*97@h SIP/2.0", id, "1 ACK", "");
        for (String pin : pins) {
            pin.chars().forEach(digit -> press(digit - '0'));
            press(POUND);
        }
        message(true, "BYE sip:*97@h SIP/2.0", id, "2 BYE", "");
        message(false, "SIP/2.0 200 OK", id, "2 BYE", "");
        millis += 5_000;
    }

    private List<Finding> found() throws IOException {
        Path capture = file.write(folder.resolve("x.pcap"));
        return PhoneScene.found(CaptureIndexer.read(List.of(capture), RunMonitor.NONE), Map.of(), RateTable.NONE,
                new VoicemailProbing());
    }

    @Test
    void manyPinsInTwoCallsAreProbing() throws IOException {
        call("a", "0000", "1111", "2222");
        call("b", "3333", "4444", "5678");
        String sentence = PhoneScene.sentence(found().getFirst());
        assertTrue(sentence.endsWith("6 different PINs or other entries of digits were tried"), sentence);
        assertFalse(sentence.contains("5678"), "no PIN may be shown");
    }

    /// The nearest harmless case.
    @Test
    void threeWrongPinsAreNone() throws IOException {
        call("a", "0000", "1111", "2222");
        call("b", "0000", "1111");
        assertEquals(List.of(), found());
    }
}
