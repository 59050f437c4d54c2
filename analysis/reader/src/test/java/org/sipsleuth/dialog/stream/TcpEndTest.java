package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;
import static org.sipsleuth.dialog.stream.Wire.FIN;
import static org.sipsleuth.dialog.stream.Wire.RST;
import static org.sipsleuth.dialog.stream.Wire.SYN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.StreamGaps;

/// How TCP connections end, and how the next one between the same ports begins.
class TcpEndTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");
    private static final int HALF = A.length() / 2;
    private static final String REPEATED = "TCP retransmission";

    @Test
    void resetEndsTheMessageAndTheConnection() {
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
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
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(1_000_000_000, RST, "")
                .client(100 + HALF, ACK, A.substring(HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void resetAndFinWithoutTheRightNumberAreIgnoredHoweverNear() {
        Wire wire = new Wire().client(99, SYN, "")
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
                new Wire().server(499, 0, SYN, "").client(100, ACK, A).server(500, 0, RST, "").server(500, 1, ACK, B);
        assertEquals(2, announced.read().conversations());
        Wire answering = new Wire().client(99, SYN, A).server(7, 100 + A.length(), RST | ACK, "").server(7, 1, ACK, B);
        assertEquals(2, answering.read().conversations());
        assertEquals(List.of(A, B), answering.texts());
    }

    @Test
    void whatTheOtherSideSentBeforeItKnewOfTheResetIsRead() {
        Wire wire = new Wire().client(100, ACK, A)
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
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
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
        Wire reset = new Wire().client(99, SYN, "")
                .client(100, ACK, A)
                .server(0, end, RST, "")
                .client(99, SYN, "")
                .client(100, ACK, other);
        assertEquals(List.of(A, other), reset.read().texts());
        Wire closed = new Wire().client(99, SYN, "")
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
    void portsAreUsedAgain() {
        Wire wire = new Wire().client(99, SYN, "")
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
        Wire wire = new Wire().client(99, SYN, "")
                .client(100, ACK, A.substring(0, HALF))
                .client(299, SYN, "")
                .client(300, ACK, A)
                .client(99, SYN, "")
                .read();
        assertEquals(List.of(A.substring(0, HALF), A), wire.texts());
        assertEquals(2, wire.conversations());
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
    void probeOfASideThatHasEndedDisturbsNotTheOther() {
        int end = 100 + A.length();
        Wire wire = new Wire().client(100, ACK, A)
                .server(500, end, ACK, B.substring(0, 20))
                .client(end, ACK | FIN, "")
                .server(520, end + 1, ACK, "")
                .client(end, ACK, "\0")
                .server(520, end + 1, ACK, B.substring(20))
                .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(1, wire.conversations());
    }

    /// A SYN is easily forged.
    @Test
    void synsDisturbNoConnectionThatGoesOn() {
        Wire both = new Wire().client(100, 500, ACK, A.substring(0, HALF))
                .server(500, 100, ACK, B.substring(0, 20))
                .client(49, SYN, "")
                .server(449, 50, SYN | ACK, "")
                .client(100 + HALF, ACK, A.substring(HALF))
                .server(520, 100, ACK, B.substring(20));
        assertEquals(List.of(A, B), both.read().texts());
        assertEquals(1, both.conversations());
        Wire halfClosed = new Wire().client(100, 500, ACK, A.substring(0, HALF))
                .server(500, 100, ACK, B)
                .server(500 + B.length(), 100, FIN | ACK, "")
                .client(49, SYN, "")
                .client(100 + HALF, ACK, A.substring(HALF));
        assertEquals(List.of(B, A), halfClosed.read().texts());
        assertEquals(1, halfClosed.conversations());
        Wire again = new Wire().client(99, SYN, "")
                .server(499, 100, SYN | ACK, "")
                .client(100, 500, ACK, A.substring(0, HALF))
                .server(500, 100 + HALF, FIN | ACK, "")
                .client(99, SYN, "")
                .client(100 + HALF, 501, ACK, A.substring(HALF));
        assertEquals(List.of(A), again.read().texts());
        assertEquals(1, again.conversations());
    }

    @Test
    void whatTheOtherSideSentBeforeItKnewIsReadThoughTheNextConnectionHasBegun() {
        Wire wire = new Wire().client(100, ACK, A)
                .server(500, 100, ACK, B.substring(0, 20))
                .client(100 + A.length(), RST, "")
                .client(9_000_099, SYN, "")
                .server(520, 100, ACK, B.substring(20))
                .read();
        assertEquals(List.of(A, B), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void finEndsADirectionWhoseDataWasNotCaptured() {
        int end = 100 + A.length();
        Wire wire = new Wire().client(99, SYN, "")
                .server(499, 100, SYN | ACK, "")
                .client(100, 500, ACK, A)
                .client(end, 550, ACK, "")
                .server(550, end, FIN | ACK, "")
                .client(1_000_000_000, 551, ACK, A)
                .read();
        assertEquals(List.of(A, A), wire.texts());
        assertEquals(2, wire.conversations());
    }

    @Test
    void aSingleByteBeginsTheNextConnection() {
        int far = 1_000_000_000;
        Wire wire = new Wire().client(100, ACK, A)
                .client(100 + A.length(), RST, "")
                .client(far, ACK, A.substring(0, 1))
                .client(far + 1, ACK, A.substring(1))
                .read();
        assertEquals(List.of(A, A), wire.texts());
        assertEquals(2, wire.conversations());
    }

    @Test
    void finWithinDataThatFollowsIsIgnored() {
        Wire wire = new Wire().client(100, ACK, A.substring(0, HALF))
                .client(100 + HALF + 5, FIN, "")
                .client(100 + HALF, ACK, A.substring(HALF, HALF + 10))
                .client(100 + HALF + 10, ACK, A.substring(HALF + 10))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1, wire.conversations());
    }
}
