package org.sipsleuth.capture.stream.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;

class TcpStreamsTest {

    private final FrameAccounting account = new FrameAccounting(0);
    private final List<Long> gaps = new ArrayList<>();
    private final ByteArrayOutputStream given = new ByteArrayOutputStream();
    private final TcpStreams streams = new TcpStreams(account, _ -> new Recorded());
    private int ended;
    private int frame;

    private final class Recorded implements Conversation, ByteStream {
        @Override
        public ByteStream fromFirst() {
            return this;
        }

        @Override
        public ByteStream fromOther() {
            return this;
        }

        @Override
        public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
            given.write(bytes, from, to - from);
            return Verdict.WAITING;
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            gaps.add(missingBytes);
            return Verdict.WAITING;
        }

        @Override
        public void end() {
            ended++;
        }
    }

    private void take(int port, int sequence, int flags, int length) {
        frame++;
        Arrival arrival = new Arrival();
        arrival.at(frame, frame);
        arrival.from(0, port >>> 16);
        arrival.over(Transport.TCP, port & 0xffff, 5060);
        int number = frame;
        TcpSegment.Payload payload = new TcpSegment.Payload(MemorySegment.ofArray(new byte[length]), 0, length, 0,
                () -> Provenance.of(0, 0, length, number, 0));
        streams.take(new TcpSegment(arrival, sequence, 0, flags, payload));
    }

    @Test
    void aZeroAloneIsNoKeepAliveWhereTheBeginningWasCaptured() {
        take(1, 1, TcpSegment.SYN, 0);
        take(1, 7, TcpSegment.ACK, 1); // the sixth byte overtook the others
        take(1, 2, TcpSegment.ACK, 5);
        assertEquals(6, given.size());
        assertEquals(List.of(), account.unread(0).stream().filter(this::isKeepAlive).toList());
    }

    @Test
    void aZeroAloneIsAKeepAliveWhereTheBeginningWasNotCaptured() {
        take(1, 7, TcpSegment.ACK, 1);
        take(1, 8, TcpSegment.ACK, 5);
        assertEquals(5, given.size());
        assertEquals(1, account.unread(0).stream().filter(this::isKeepAlive).count());
    }

    private boolean isKeepAlive(UnreadFrames unread) {
        return unread.reason().equals("TCP keep-alive");
    }

    @Test
    void synsAloneOpenNoConnections() {
        for (int port = 0; port < 100_000; port++) {
            take(port, 1, TcpSegment.SYN, 0);
        }
        assertEquals(0, streams.connections());
        assertEquals(100_000, account.unread(0).getFirst().frames());
    }

    @Test
    void ofTooManyConnectionsTheLongestSilentEnds() {
        for (int port = 0; port <= TcpStreams.MOST_CONNECTIONS; port++) {
            take(port, 1, TcpSegment.ACK, 10);
            take(0, 1 + 10 * (port + 1), TcpSegment.ACK, 10); // never silent
        }
        assertEquals(TcpStreams.MOST_CONNECTIONS, streams.connections());
        assertEquals(1, ended, "the direction of one connection in which something was sent");
    }

    @Test
    void oneDirectionKeepsABoundedAmount() {
        take(1, 0, TcpSegment.ACK, 10);
        for (int i = 0; i < 100_000; i++) {
            take(1, 11 + 2 * i, TcpSegment.ACK, 1);
            assertTrue(streams.keptBytes() <= TcpDirection.MOST_KEPT_BYTES);
        }
        assertTrue(gaps.size() > 90_000);
        streams.finish();
        assertEquals(0, streams.keptBytes());
        assertEquals(100_010, given.size());
    }

    @Test
    void allDirectionsTogetherKeepABoundedAmount() {
        for (int port = 0; port < 2_000; port++) {
            take(port, 0, TcpSegment.ACK, 10);
            take(port, 11, TcpSegment.ACK, 60_000);
            assertTrue(streams.keptBytes() <= WaitingDirections.MOST_BYTES + 120_512);
        }
        assertTrue(gaps.size() > 800, "the oldest holes were given up");
        streams.finish();
        assertEquals(0, streams.keptBytes());
    }

    @Test
    void theSizeOfAGapIsReported() {
        take(1, 0, TcpSegment.ACK, 10);
        take(1, 100, TcpSegment.ACK, 10);
        streams.finish();
        assertEquals(List.of(90L, 0L), gaps);
    }

    @Test
    void farSequenceNumbersAreAGapOfUnknownSize() {
        take(1, 0, TcpSegment.ACK, 10);
        take(1, 1 << 30, TcpSegment.ACK, 10);
        take(1, 10, TcpSegment.ACK, 10);
        assertEquals(List.of(0L, 0L), gaps);
        assertEquals(30, given.size());
    }

    /// The ports were used again, and the SYN was not captured.
    @Test
    void numbersFarBeforeTheFirstRepeatNothing() {
        int first = 100 << 20;
        take(1, first, TcpSegment.ACK, 10);
        take(1, first - StreamPlaces.MOST_BEFORE_BYTES - 1, TcpSegment.ACK, 10);
        take(1, first - StreamPlaces.MOST_BEFORE_BYTES + 9, TcpSegment.ACK, 10);
        assertEquals(List.of(0L), gaps);
        assertEquals(30, given.size());
    }

    @Test
    void numbersShortlyBeforeTheFirstRepeatWhatWasNotCaptured() {
        take(1, 100 << 20, TcpSegment.ACK, 10);
        take(1, (100 << 20) - StreamPlaces.MOST_BEFORE_BYTES, TcpSegment.ACK, 10);
        take(1, (100 << 20) + 10, TcpSegment.ACK, 10);
        assertEquals(List.of(), gaps);
        assertEquals(20, given.size());
    }
}
