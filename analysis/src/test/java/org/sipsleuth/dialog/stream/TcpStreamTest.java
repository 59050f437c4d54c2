package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;
import static org.sipsleuth.dialog.stream.Wire.FIN;
import static org.sipsleuth.dialog.stream.Wire.RST;
import static org.sipsleuth.dialog.stream.Wire.SYN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.StreamGaps;

/// What becomes of SIP messages in TCP segments.
class TcpStreamTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");
    private static final int HALF = A.length() / 2;
    private static final String SEGMENT = "TCP segment of a message that a later frame completes";
    private static final String REPEATED = "TCP retransmission";
    private static final String CONFLICT = "TCP retransmission with other bytes than before";
    private static final String OUTSIDE = "TCP data outside of the messages found";
    private static final String EMPTY = "TCP without payload";

    @Test
    void segmentsOutOfOrderAreOfTheFrameThatFillsTheHole() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100 + HALF, ACK, A.substring(HALF) + B)
                        .client(100, ACK, A.substring(0, HALF))
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(List.of(3, 3), wire.frameNumbers());
        assertEquals(Map.of(SEGMENT, 1L, "TCP without payload", 1L), wire.account());
    }

    @Test
    void retransmissionsAreLeftOut() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
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
    void ofOverlappingBytesTheFirstCountAndDifferentOnesAreTold() {
        String other = "x".repeat(20) + A.substring(HALF);
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100 + HALF - 20, ACK, other)
                        .client(100 + A.length(), ACK, B)
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertTrue(wire.messages().get(0).overlap());
        assertFalse(wire.messages().get(1).overlap());
    }

    @Test
    void bytesThatWereNotCapturedAreTold() {
        int b = 100 + A.length();
        int c = b + B.length();
        Wire between = new Wire().client(99, SYN, "").client(100, ACK, A).client(c, ACK, A).read();
        assertEquals(List.of(A, A), between.texts());
        assertEquals(gaps(1, B.length(), 2), between.gaps());
        Wire before = new Wire().client(99, SYN, "").client(b, ACK, B).client(c, ACK, A).read();
        assertEquals(List.of(B, A), before.texts());
        assertEquals(gaps(1, A.length(), 2), before.gaps());
        Wire behind = new Wire().client(100, ACK, A).server(1, c, ACK, "").read();
        assertEquals(gaps(1, B.length(), 1), behind.gaps());
    }

    @Test
    void whatWasNotSentOrIsNotSipIsNoGap() {
        int b = 100 + A.length();
        Wire fin = new Wire().client(100, ACK, A).client(b, FIN, "").server(1, b + 1, ACK, "");
        assertEquals(StreamGaps.NONE, fin.read().gaps());
        Wire unseen = new Wire().client(100, ACK, A).server(1, b + 1, ACK, "");
        assertEquals(StreamGaps.NONE, unseen.read().gaps());
        Wire late = new Wire().client(99, SYN, "").client(b, ACK, B).client(100, ACK, A);
        assertEquals(StreamGaps.NONE, late.read().gaps());
        String http = "GET / HTTP/1.1\r\n\r\n";
        Wire other = new Wire().client(99, SYN, "").client(100, ACK, http).client(900, ACK, http);
        assertEquals(StreamGaps.NONE, other.read().gaps());
    }

    private static StreamGaps gaps(long places, long bytes, int frame) {
        return new StreamGaps(places, bytes, List.of(new FrameNumber(0, frame)));
    }

    @Test
    void overlapsBehindAHoleAreToldToo() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
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
        Wire wire =
                new Wire()
                        .client(-HALF - 1, SYN, "")
                        .client(0, ACK, A.substring(HALF))
                        .client(-HALF, ACK, A.substring(0, HALF))
                        .client(A.length() - HALF, ACK, B)
                        .read();
        assertEquals(List.of(A, B), wire.texts());
    }

    @Test
    void holeThatWasAcknowledgedIsGivenUp() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100 + A.length(), ACK, B)
                        .server(1, 100 + A.length() + B.length(), ACK, "")
                        .client(100 + A.length() + B.length(), ACK, A)
                        .read();
        assertEquals(List.of(A.substring(0, HALF), B, A), wire.texts());
        assertEquals(List.of(1, 2, 4), wire.frameNumbers());
    }

    @Test
    void holeIsGivenUpAfterTwoMinutesAndAtTheEnd() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
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
        byte[] ip =
                Packets.ipv4(
                        "192.0.2.1", "192.0.2.2", 6, Packets.tcp(40000, 5060, 100, ACK, payload));
        Wire wire =
                new Wire()
                        .frame(ip, 40 + HALF)
                        .client(100 + payload.length, ACK, B)
                        .frame(ip, 40)
                        .read();
        assertEquals(List.of(A.substring(0, HALF), B), wire.texts());
        assertEquals(List.of(1, 2), wire.frameNumbers());
        assertEquals(Map.of("TCP segment whose payload was not captured", 1L), wire.account());
    }

    @Test
    void resetEndsTheMessageAndTheConnection() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100 + HALF, RST, "")
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100 + HALF, ACK, B)
                        .read();
        assertEquals(List.of(A.substring(0, HALF), B), wire.texts());
        assertEquals(2, wire.conversations());
        assertEquals(Map.of("TCP without payload", 1L, REPEATED, 1L), wire.account());
    }

    @Test
    void resetWithAnUnlikelyNumberIsIgnored() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .client(1_000_000_000, RST, "")
                        .client(100 + HALF, ACK, A.substring(HALF))
                        .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void resetAndFinWithoutTheRightNumberAreIgnoredHoweverNear() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100 + HALF + 5_000, RST, "")
                        .server(123_456, 0, RST, "") // of a direction without data
                        .server(123_456, 0, FIN, "")
                        .client(90 + HALF, FIN, "")
                        .client(90 + A.length(), FIN, "")
                        .client(100 + HALF, ACK, A.substring(HALF))
                        .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void resetEndsADirectionWithoutDataAtTheNumberThatWasAcknowledged() {
        Wire known = new Wire().client(100, ACK, A).server(0, 100, RST, "").server(0, 1, ACK, B);
        assertEquals(2, known.read().conversations());
        Wire announced =
                new Wire()
                        .server(499, 0, SYN, "")
                        .client(100, ACK, A)
                        .server(500, 0, RST, "")
                        .server(500, 1, ACK, B);
        assertEquals(2, announced.read().conversations());
        Wire answering =
                new Wire()
                        .client(99, SYN, A)
                        .server(7, 100 + A.length(), RST | ACK, "")
                        .server(7, 1, ACK, B);
        assertEquals(2, answering.read().conversations());
        assertEquals(List.of(A, B), answering.texts());
    }

    @Test
    void whatTheOtherSideSentBeforeItKnewOfTheResetIsRead() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A)
                        .server(500, 100, ACK, B.substring(0, 20))
                        .client(100 + A.length(), RST, "")
                        .server(520, 100, ACK, B.substring(20))
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void portsAreUsedAgainAfterAResetByTheOtherSide() {
        int far = 1_000_000_000;
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .server(0, 100, RST, "")
                        .client(far, ACK, A)
                        .server(far, far, ACK, B)
                        .read();
        assertEquals(List.of(A.substring(0, HALF), A, B), wire.texts());
        assertEquals(2, wire.conversations());
    }

    @Test
    void theSameFirstNumberBeginsAnewBehindTheEnd() {
        String other = request("other", SDP);
        int end = 100 + A.length();
        Wire reset =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A)
                        .server(0, end, RST, "")
                        .client(99, SYN, "")
                        .client(100, ACK, other);
        assertEquals(List.of(A, other), reset.read().texts());
        Wire closed =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A)
                        .client(end, ACK | FIN, "")
                        .server(0, end + 1, ACK | FIN, "")
                        .client(99, SYN, "")
                        .client(100 + HALF, ACK, other.substring(HALF))
                        .client(100, ACK, other.substring(0, HALF));
        assertEquals(List.of(A, other), closed.read().texts());
        assertEquals(2, closed.conversations());
    }

    @Test
    void retransmissionsWithOtherBytesAreTold() {
        String other = A.replace("MESSAGE", "PUBLISH");
        int end = 100 + A.length();
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A)
                        .client(end, ACK, B)
                        .client(99, SYN, "")
                        .client(100, ACK, other)
                        .client(100, ACK, A)
                        .client(end + B.length(), ACK | FIN, "")
                        .client(100, ACK, other)
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(Map.of(CONFLICT, 2L, REPEATED, 1L, EMPTY, 3L), wire.account());
    }

    /// They are of a message before.
    @Test
    void retransmissionsWithOtherBytesDoNotMarkWhatWaits() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A)
                        .client(100 + A.length(), ACK, A)
                        .client(100 + 2 * A.length(), ACK, B.substring(0, 20))
                        .client(100, ACK, A.replace("MESSAGE", "PUBLISH"))
                        .client(120 + 2 * A.length(), ACK, B.substring(20))
                        .read();
        assertEquals(List.of(A, A, B), wire.texts());
        assertFalse(wire.messages().getLast().overlap());
        assertEquals(Map.of(CONFLICT, 1L, SEGMENT, 1L), wire.account());
    }

    @Test
    void framesOutsideOfMessagesAreToldSo() {
        String words = "no message ".repeat(30);
        Wire wire = new Wire();
        int at = 100;
        String[] parts = {
            words, // without line end
            words + "\r\n" + words,
            "\0\1\2".repeat(20),
            A.substring(0, HALF),
            A.substring(HALF),
            words + "\r\n",
            words + "\r\n" + B.substring(0, 9),
            B.substring(9),
            words + "\r\n",
        };
        for (String part : parts) {
            wire.client(at, ACK, part);
            at += part.length();
        }
        assertEquals(List.of(A, B), wire.read().texts());
        assertEquals(Map.of(OUTSIDE, 5L, SEGMENT, 2L), wire.account());
        Wire foreign = new Wire().client(100, ACK, words + "\r\n").client(432, ACK, words);
        assertEquals(Map.of("TCP stream that is not SIP", 2L), foreign.read().account());
    }

    /// The frame behind the hole has the smaller number.
    @Test
    void framesOutOfOrderThatHoldAPartAreNoneOutside() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(132, ACK, A.substring(0, HALF))
                        .client(100, ACK, "thirty-two bytes of no message\r\n")
                        .client(132 + HALF, ACK, A.substring(HALF))
                        .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(Map.of(OUTSIDE, 1L, SEGMENT, 1L, EMPTY, 1L), wire.account());
    }

    @Test
    void portsAreUsedAgain() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A)
                        .client(100 + A.length(), ACK | FIN, "")
                        .client(1_000_099, SYN, "")
                        .client(1_000_100, ACK, B)
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(2, wire.conversations());
    }

    @Test
    void portsAreUsedAgainThoughTheConnectionWasNotSeenToEnd() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100, ACK, A.substring(0, HALF))
                        .client(299, SYN, "")
                        .client(300, ACK, A)
                        .client(99, SYN, "")
                        .read();
        assertEquals(List.of(A.substring(0, HALF), A), wire.texts());
        assertEquals(2, wire.conversations());
    }

    @Test
    void dataBehindTheFinIsAwaited() {
        Wire wire =
                new Wire()
                        .client(99, SYN, "")
                        .client(100 + HALF, ACK | FIN, A.substring(HALF))
                        .client(100, ACK, A.substring(0, HALF))
                        .client(100, ACK, A)
                        .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1L, wire.account().get(REPEATED));
    }

    @Test
    void probesAreNoData() {
        Wire wire =
                new Wire()
                        .client(99, ACK, "\0")
                        .client(100, ACK, A)
                        .client(100 + A.length() - 1, ACK, "\0")
                        .client(100 + A.length(), ACK, B)
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertFalse(wire.messages().get(1).overlap());
        assertEquals(Map.of("TCP keep-alive", 1L, REPEATED, 1L), wire.account());
    }

    /// The numbers of Linux go up by 16 million a second or so: another connection's are near.
    @Test
    void bothSidesBeginAnewBehindAResetWhoeverSpeaksFirst() {
        String other = request("other", SDP);
        int next = 9_000_000;
        for (boolean hadData : List.of(false, true)) {
            Wire wire = new Wire().client(99, SYN, "").server(499, 100, SYN | ACK, "");
            wire.client(100, ACK, A);
            if (hadData) {
                wire.server(500, 100 + A.length(), ACK, B);
            }
            wire.client(100 + A.length(), RST, "")
                    .client(next + 99, SYN, "")
                    .server(next + 499, next + 100, SYN | ACK, "")
                    .server(next + 500 + HALF, next + 100, ACK, A.substring(HALF, HALF + 9))
                    .server(next + 500, next + 100, ACK, A.substring(0, HALF))
                    .client(next + 100, ACK, other)
                    .server(next + 509 + HALF, next + 100, ACK, A.substring(HALF + 9))
                    .read();
            assertEquals(hadData ? List.of(A, B, other, A) : List.of(A, other, A), wire.texts());
            assertEquals(2, wire.conversations());
            assertEquals(StreamGaps.NONE, wire.gaps());
        }
    }

    @Test
    void whatALaterConnectionAcknowledgesIsNoGapOfTheOneBefore() {
        Wire wire = new Wire();
        for (int from = 0; from < 30_000_000; from += 9_000_000) {
            wire.client(from + 99, SYN, "")
                    .server(from + 499, from + 100, SYN | ACK, "")
                    .client(from + 100, ACK, A)
                    .server(from + 500, from + 100 + A.length(), ACK, B)
                    .client(from + 100 + A.length(), RST, "");
        }
        assertEquals(8, wire.read().texts().size());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    @Test
    void probeOfASideThatHasEndedDisturbsNotTheOther() {
        int end = 100 + A.length();
        Wire wire =
                new Wire()
                        .client(100, ACK, A)
                        .server(500, end, ACK, B.substring(0, 20))
                        .client(end, ACK | FIN, "")
                        .server(520, end + 1, ACK, "")
                        .client(end, ACK, "\0")
                        .server(520, end + 1, ACK, B.substring(20))
                        .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void whatIsKnownOfTheLastFrameStays() {
        Wire wire = new Wire().client(100, ACK, A).client(100 + A.length(), ACK, "\r\n\r\n");
        assertEquals(Map.of("TCP keep-alive", 1L), wire.read().account());
    }

    @Test
    void bothDirectionsAreStreamsOfTheirOwn() {
        Wire wire =
                new Wire()
                        .client(100, ACK, A.substring(0, HALF))
                        .server(500, 100 + HALF, ACK, B)
                        .client(100 + HALF, ACK, A.substring(HALF))
                        .read();
        assertEquals(List.of(B, A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void damagedHeadersAreTold() {
        byte[] segment = Packets.tcp(1, 2, 3, ACK, new byte[4]);
        segment[12] = 0x40;
        Wire wire =
                new Wire()
                        .frame(Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment))
                        .frame(Packets.ipv4("192.0.2.1", "192.0.2.2", 6, new byte[19]))
                        .read();
        assertEquals(
                Map.of("damaged TCP header", 1L, "frame too short for its headers", 1L),
                wire.account());
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
