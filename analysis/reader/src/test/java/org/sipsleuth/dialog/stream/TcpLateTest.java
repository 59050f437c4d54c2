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
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.StreamGaps;

/// What becomes of TCP bytes that are captured behind what acknowledges them.
class TcpLateTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");
    private static final int HALF = A.length() / 2;
    private static final int END = 100 + A.length();

    /// Both sides have begun, and the second half of what the client states was captured first.
    private static Wire begun() {
        return new Wire().client(99, SYN, "")
                .server(499, 100, SYN | ACK, "")
                .client(100 + HALF, 500, ACK, A.substring(HALF));
    }

    @Test
    void bytesBehindTheirAcknowledgmentAreRead() {
        Wire wire = begun().server(500, END, ACK, "").client(100, 500, ACK, A.substring(0, HALF)).read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(List.of(5), wire.frameNumbers());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    @Test
    void whatAnswersThemComesBehindThem() {
        Wire wire = begun().server(500, END, ACK, B)
                .client(100, 500, ACK, A.substring(0, HALF))
                .server(500 + B.length(), END, ACK, B)
                .read();
        assertEquals(List.of(A, B, B), wire.texts());
        assertEquals(List.of(5, 4, 6), wire.frameNumbers());
    }

    @Test
    void theyAreGivenUpAfterTwentyMilliseconds() {
        Wire wire = begun().server(500, END, ACK, "");
        wire.afterNanos(21_000_000).client(END, 500, ACK, A).client(100, 500, ACK, A.substring(0, HALF)).read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(HALF, wire.gaps().bytes());
    }

    @Test
    void theyAreWaitedForAsLongAsSomeCome() {
        int third = HALF / 3;
        Wire wire = begun().server(500, END, ACK, "");
        wire.afterNanos(15_000_000)
                .client(100, 500, ACK, A.substring(0, third))
                .afterNanos(15_000_000)
                .client(100 + third, 500, ACK, A.substring(third, 2 * third))
                .afterNanos(15_000_000)
                .client(100 + 2 * third, 500, ACK, A.substring(2 * third, HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
    }

    @Test
    void otherAcknowledgmentsDoNotProlongTheWaiting() {
        Wire wire = begun().server(500, END, ACK, "");
        wire.afterNanos(15_000_000)
                .client(END, 500, ACK, A)
                .server(500, END + A.length(), ACK, "")
                .afterNanos(15_000_000)
                .client(100, 500, ACK, A.substring(0, HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(HALF, wire.gaps().bytes());
    }

    /// Nothing of the connection need come for it.
    @Test
    void whatWaitsBehindThemIsGivenInTime() {
        Wire wire = begun().client(END, 500, ACK, A)
                .server(500, END + A.length(), ACK, B)
                .afterNanos(21_000_000)
                .elsewhere(A)
                .read();
        assertEquals(List.of(4, 5, 6), wire.frameNumbers());
        assertEquals(List.of(A, B, A), wire.texts());
    }

    @Test
    void acknowledgmentsThatWereLongAgoWaitForNothing() {
        Wire wire = new Wire().client(99, SYN, "")
                .client(100, 500, ACK, A)
                .server(500, END + 50, ACK, "")
                .afterNanos(21_000_000)
                .client(END + 50, 500, ACK, A)
                .server(500, END + 50, ACK, B)
                .client(END, 500, ACK, "x".repeat(50))
                .read();
        assertEquals(List.of(A, A, B), wire.texts());
        assertEquals(50, wire.gaps().bytes());
    }

    @Test
    void theyMayBeMissingInBothDirections() {
        int half = B.length() / 2;
        Wire wire = begun().server(500 + half, END, ACK, B.substring(half))
                .client(END, 500 + B.length(), ACK, "")
                .client(100, 500, ACK, A.substring(0, HALF))
                .server(500, END, ACK, B.substring(0, half))
                .read();
        assertEquals(List.of(A, B), wire.texts());
        Wire lost = begun().server(500 + half, END, ACK, B.substring(half) + B)
                .client(END, 500 + 2 * B.length(), ACK, A)
                .read();
        assertEquals(2, lost.texts().size());
        assertEquals(HALF + half, lost.gaps().bytes());
    }

    @Test
    void nothingWaitsWithoutBounds() {
        Wire wire = begun().server(500, END, ACK, B);
        int sequence = 500 + B.length();
        String filler = "\r\n".repeat(30_000);
        for (int i = 0; i < 20; i++) {
            wire.server(sequence, END, ACK, filler);
            sequence += filler.length();
        }
        wire.client(100, 500, ACK, A.substring(0, HALF)).read();
        assertEquals(List.of(B), wire.texts());
        assertEquals(1, wire.account().get("TCP retransmission"), "what came too late");
    }

    @Test
    void theEndOfTheOtherSideLeavesNothingBehind() {
        for (int end : List.of(FIN, RST)) {
            Wire wire = begun().client(END, 500, ACK, A)
                    .server(500, END + A.length(), ACK, B)
                    .server(500 + B.length(), END + A.length(), end | ACK, "")
                    .read();
            assertEquals(List.of(A, B), wire.texts());
        }
    }

    @Test
    void whatWasAcknowledgedShowsWhereAStreamBegins() {
        String both = A + A;
        Wire answered = new Wire().after(1).client(99, SYN, "").client(100, 500, ACK, B);
        answered.server(500 + HALF, 100 + B.length(), ACK, both.substring(HALF))
                .server(500, 100 + B.length(), ACK, both.substring(0, HALF));
        assertEquals(List.of(B, A, A), answered.read().texts());
        Wire asked = new Wire().server(499, 100, SYN | ACK, "");
        asked.client(100 + HALF, 500, ACK, both.substring(HALF)).client(100, 500, ACK, both.substring(0, HALF));
        assertEquals(List.of(A, A), asked.read().texts());
    }

    /// As programs write it that make a capture out of something else.
    @Test
    void anAcknowledgmentOfZeroShowsNothing() {
        Wire wire = new Wire().client(100, 0, ACK, A).server(500, 0, ACK, B).client(END, 0, ACK, A);
        assertEquals(List.of(A, B, A), wire.read().texts());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    @Test
    void dataOfASynIsAcknowledgedWithoutANewBeginning() { // RFC 7413
        Wire wire = new Wire().client(99, SYN, A.substring(0, HALF))
                .server(499, 100 + HALF, SYN | ACK, "")
                .client(100 + HALF, 500, ACK, A.substring(HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
        assertEquals(1, wire.conversations());
    }

    @Test
    void aSynShowsMoreThanItsAnswer() {
        Wire wire = new Wire().client(99, SYN, "")
                .server(499, 5_000, SYN | ACK, "")
                .client(100 + HALF, 500, ACK, A.substring(HALF))
                .client(100, 500, ACK, A.substring(0, HALF))
                .read();
        assertEquals(List.of(A), wire.texts());
    }

    @Test
    void whatWasAcknowledgedFarAwayShowsNothing() {
        int far = 2 + (1 << 20);
        Wire wire = new Wire().client(100, 1, ACK, A).server(far, END, ACK, B).client(END, 1, 0, A);
        assertEquals(List.of(A, B, A), wire.read().texts());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    @Test
    void aBeginningThatWasOnlyAcknowledgedIsGivenUpSoon() {
        Wire wire = new Wire().client(100, 1, ACK, A).server(500, END, ACK, B);
        wire.client(END, 1, ACK, A).afterNanos(21_000_000).client(END + A.length(), 1, ACK, A);
        assertEquals(List.of(A, B, A, A), wire.read().texts());
        assertEquals(499, wire.gaps().bytes());
    }
}
