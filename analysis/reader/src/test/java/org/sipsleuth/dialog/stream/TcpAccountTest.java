package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;
import static org.sipsleuth.dialog.stream.Wire.FIN;
import static org.sipsleuth.dialog.stream.Wire.SYN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;

/// What is counted of TCP frames that complete no message.
class TcpAccountTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");
    private static final int HALF = A.length() / 2;
    private static final String SEGMENT = "TCP segment of a message that a later frame completes";
    private static final String REPEATED = "TCP retransmission";
    private static final String CONFLICT = "TCP retransmission with different bytes";
    private static final String OUTSIDE = "TCP data outside any SIP message";
    private static final String EMPTY = "TCP without payload";

    @Test
    void retransmissionsWithOtherBytesAreReported() {
        String other = A.replace("MESSAGE", "PUBLISH");
        int end = 100 + A.length();
        Wire wire = new Wire().client(99, SYN, "")
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
        Wire wire = new Wire().client(100, ACK, A)
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
    void framesOutsideOfMessagesAreMarked() {
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
            words + "\r\n",};
        for (String part : parts) {
            wire.client(at, ACK, part);
            at += part.length();
        }
        assertEquals(List.of(A, B), wire.read().texts());
        assertEquals(Map.of(OUTSIDE, 5L, SEGMENT, 2L), wire.account());
        Wire foreign = new Wire().client(100, ACK, words + "\r\n").client(432, ACK, words);
        assertEquals(Map.of("TCP stream that is not SIP", 2L), foreign.read().account());
    }

    /// The frame behind the gap has the smaller number.
    @Test
    void framesOutOfOrderThatHoldAPartAreNoneOutside() {
        Wire wire = new Wire().client(99, SYN, "")
                .client(132, ACK, A.substring(0, HALF))
                .client(100, ACK, "thirty-two bytes of no message\r\n")
                .client(132 + HALF, ACK, A.substring(HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(Map.of(OUTSIDE, 1L, SEGMENT, 1L, EMPTY, 1L), wire.account());
    }

    @Test
    void probesAreNoData() {
        Wire wire = new Wire().client(99, ACK, "\0")
                .client(100, ACK, A)
                .client(100 + A.length() - 1, ACK, "\0")
                .client(100 + A.length(), ACK, B)
                .read();
        assertEquals(List.of(A, B), wire.texts());
        assertFalse(wire.messages().get(1).overlap());
        assertEquals(Map.of("TCP keep-alive", 1L, REPEATED, 1L), wire.account());
    }

    @Test
    void whatIsKnownOfTheLastFrameStays() {
        Wire wire = new Wire().client(100, ACK, A).client(100 + A.length(), ACK, "\r\n\r\n");
        assertEquals(Map.of("TCP keep-alive", 1L), wire.read().account());
    }

    @Test
    void damagedHeadersAreReported() {
        byte[] segment = Packets.tcp(1, 2, 3, ACK, new byte[4]);
        segment[12] = 0x40;
        Wire wire = new Wire().frame(Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment))
                .frame(Packets.ipv4("192.0.2.1", "192.0.2.2", 6, new byte[19]))
                .read();
        assertEquals(Map.of("damaged TCP header", 1L, "frame too short for its headers", 1L), wire.account());
    }
}
