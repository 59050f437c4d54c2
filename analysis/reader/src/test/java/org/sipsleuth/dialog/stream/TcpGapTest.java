package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;
import static org.sipsleuth.dialog.stream.Wire.FIN;
import static org.sipsleuth.dialog.stream.Wire.RST;
import static org.sipsleuth.dialog.stream.Wire.SYN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.StreamGaps;

/// Which bytes of TCP streams are notified as not captured.
class TcpGapTest {

    private static final String A = request("a", SDP);
    private static final String B = response("b");

    @Test
    void bytesThatWereNotCapturedAreReported() {
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
    void whatTheClientOfALaterConnectionAcknowledgesIsNoGapEither() {
        Wire wire = new Wire();
        for (int from = 0; from < 30_000_000; from += 9_000_000) {
            wire.client(from + 99, SYN, "")
                    .server(from + 499, from + 100, SYN | ACK, "")
                    .client(from + 100, from + 500, ACK, A)
                    .server(from + 500, from + 100 + A.length(), ACK, B)
                    .client(from + 100 + A.length(), RST, "");
        }
        assertEquals(8, wire.read().texts().size());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    @Test
    void acknowledgmentsCountThoughTheNextConnectionHasBegun() {
        int first = 1_000_000_000;
        for (int next : List.of(first + 9_000_000, 99)) {
            Wire wire = new Wire().client(first, ACK, A)
                    .client(next, SYN, "")
                    .server(500, first + A.length() + 50, ACK, "");
            assertEquals(gaps(1, 50, 1), wire.read().gaps());
        }
    }

    @Test
    void bytesOfAFragmentThatWereNotCapturedAreReported() {
        byte[] segment = Packets.tcp(40_000, 5060, 100, ACK, A.getBytes(StandardCharsets.US_ASCII));
        byte[] fragment = Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Arrays.copyOf(segment, 20 + 180));
        fragment[6] = 0x20; // more follow
        Wire wire = new Wire().frame(fragment, fragment.length - 10).read();
        assertEquals(List.of(A.substring(0, 170)), wire.texts());
        assertEquals(gaps(1, 10, 1), wire.gaps());
    }
}
