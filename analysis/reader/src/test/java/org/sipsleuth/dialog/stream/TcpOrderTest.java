package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;
import static org.sipsleuth.dialog.stream.Wire.FIN;
import static org.sipsleuth.dialog.stream.Wire.SYN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;

/// What order TCP segments have in their stream: late, repeated, overlapping, or missing.
class TcpOrderTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");
    private static final int HALF = A.length() / 2;
    private static final String SEGMENT = "TCP segment of a message that a later frame completes";
    private static final String REPEATED = "TCP retransmission";

    @Test
    void segmentsOutOfOrderAreOfTheFrameThatFillsTheHole() {
        Wire wire = new Wire().client(99, SYN, "")
                .client(100 + HALF, ACK, A.substring(HALF) + B)
                .client(100, ACK, A.substring(0, HALF))
                .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(List.of(3, 3), wire.frameNumbers());
        assertEquals(Map.of(SEGMENT, 1L, "TCP without payload", 1L), wire.account());
    }

    @Test
    void retransmissionsAreLeftOut() {
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(100, ACK, A.substring(0, HALF))
                .client(100, ACK, A)
                .client(100, ACK, A)
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(List.of(3), wire.frameNumbers());
        assertEquals(Map.of(SEGMENT, 1L, REPEATED, 2L), wire.account());
        assertFalse(wire.messages().getFirst().overlap());
    }

    @Test
    void ofOverlappingBytesTheFirstCountAndDifferentOnesAreReported() {
        String other = "x".repeat(20) + A.substring(HALF);
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(100 + HALF - 20, ACK, other)
                .client(100 + A.length(), ACK, B)
                .read();
        assertEquals(List.of(A, B), wire.texts());
        assertTrue(wire.messages().get(0).overlap());
        assertFalse(wire.messages().get(1).overlap());
    }

    @Test
    void overlapsBehindAHoleAreReportedToo() {
        Wire wire = new Wire().client(99, SYN, "")
                .client(100 + 50, ACK, A.substring(50, 150))
                .client(100 + 140, ACK, "y".repeat(10) + A.substring(150))
                .client(100, ACK, A.substring(0, 50))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertTrue(wire.messages().getFirst().overlap());
        assertEquals(List.of(4), wire.frameNumbers());
    }

    @Test
    void sequenceNumbersBeginAgainAtZero() {
        Wire wire = new Wire().client(-HALF - 1, SYN, "")
                .client(0, ACK, A.substring(HALF))
                .client(-HALF, ACK, A.substring(0, HALF))
                .client(A.length() - HALF, ACK, B)
                .read();
        assertEquals(List.of(A, B), wire.texts());
    }

    @Test
    void holeThatWasAcknowledgedIsGivenUp() {
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(100 + A.length(), ACK, B)
                .server(1, 100 + A.length() + B.length(), ACK, "")
                .client(100 + A.length() + B.length(), ACK, A)
                .read();
        assertEquals(List.of(A.substring(0, HALF), B, A), wire.texts());
        assertEquals(List.of(1, 2, 4), wire.frameNumbers());
    }

    @Test
    void holeIsGivenUpAfterTwoMinutesAndAtTheEnd() {
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(100 + A.length(), ACK, B)
                .after(121)
                .client(100 + A.length() + B.length() + 7, ACK, A)
                .read();
        assertEquals(List.of(A.substring(0, HALF), B, A), wire.texts());
        assertEquals(List.of(1, 2, 4).size(), wire.frameNumbers().size());
        assertEquals(List.of(1, 2, 3), wire.frameNumbers());
    }

    @Test
    void holeBeforeTooManyBytesIsGivenUp() {
        Wire wire = new Wire().client(100, ACK, A).client(100 + A.length() + 1, ACK, B);
        int sequence = 100 + A.length() + 1 + B.length();
        String filler = "\r\n".repeat(30_000);
        for (int i = 0; i < 20; i++) {
            wire.client(sequence, ACK, filler);
            sequence += filler.length();
        }
        wire.client(100 + A.length(), ACK, "\n").client(sequence, ACK, B).read();
        assertEquals(List.of(A, B, B), wire.texts());
        assertEquals(1L, wire.account().get(REPEATED), "the byte that came too late");
    }

    @Test
    void bytesThatTheCaptureCutOffAreAGap() {
        byte[] payload = (A + B).getBytes(StandardCharsets.ISO_8859_1);
        byte[] ip = Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(40000, 5060, 100, ACK, payload));
        Wire wire = new Wire().frame(ip, 40 + HALF).client(100 + payload.length, ACK, B).frame(ip, 40).read();
        assertEquals(List.of(A.substring(0, HALF), B), wire.texts());
        assertEquals(List.of(1, 2), wire.frameNumbers());
        assertEquals(Map.of("TCP segment whose payload was not captured", 1L), wire.account());
    }

    @Test
    void bytesBehindACutSegmentAreWaitedForThoughTheyWereAcknowledged() {
        byte[] payload = (A + B).getBytes(StandardCharsets.ISO_8859_1);
        int end = 100 + A.length() + payload.length;
        byte[] segment = Packets.tcp(40000, 5060, 100 + A.length(), ACK, payload);
        Wire wire = new Wire().client(99, SYN, "")
                .client(100, ACK, A)
                .server(500, end + A.length(), ACK, "")
                .frame(Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment), 40 + HALF)
                .client(end + A.length(), ACK, B)
                .client(end, ACK, A)
                .read();
        assertEquals(List.of(A, A.substring(0, HALF), A, B), wire.texts());
    }

    @Test
    void onlyBytesThatTheCaptureCutOffAreNotWaitedFor() {
        byte[] payload = (A + B).getBytes(StandardCharsets.ISO_8859_1);
        int end = 100 + A.length() + payload.length;
        byte[] segment = Packets.tcp(40000, 5060, 100 + A.length(), ACK, payload);
        byte[] ip = Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment);
        Wire wire = new Wire().client(99, SYN, "")
                .client(100, ACK, A)
                .frame(ip, 40 + HALF)
                .client(end, ACK, B)
                .server(500, end + B.length(), ACK, A)
                .elsewhere(A)
                .read();
        assertEquals(List.of(2, 3, 4, 5, 6), wire.frameNumbers());
        Wire late = new Wire().client(99, SYN, "")
                .frame(ip, 40 + HALF)
                .server(500, end, ACK, "")
                .client(100, ACK, A)
                .read();
        assertEquals(List.of(A, A.substring(0, HALF)), late.texts());
    }

    @Test
    void dataBehindTheFinIsAwaited() {
        Wire wire = new Wire().client(99, SYN, "")
                .client(100 + HALF, ACK | FIN, A.substring(HALF))
                .client(100, ACK, A.substring(0, HALF))
                .client(100, ACK, A)
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1L, wire.account().get(REPEATED));
    }

    @Test
    void bothDirectionsAreStreamsOfTheirOwn() {
        Wire wire = new Wire().client(100, 0, A.substring(0, HALF))
                .server(500, 100 + HALF, ACK, B)
                .client(100 + HALF, 0, A.substring(HALF))
                .read();
        assertEquals(List.of(B, A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void optionsAreSkipped() {
        byte[] options = {1, 1, 1, 1};
        byte[] payload = Packets.join(options, A.getBytes(StandardCharsets.ISO_8859_1));
        byte[] segment = Packets.tcp(40000, 5060, 7, ACK, payload);
        segment[12] = 0x60;
        Wire wire = new Wire().frame(Packets.ipv6("2001:db8::1", "2001:db8::2", 6, segment));
        assertEquals(List.of(A), wire.read().texts());
    }
}
