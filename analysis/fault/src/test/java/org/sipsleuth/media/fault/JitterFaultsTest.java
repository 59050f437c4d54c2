package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.fault.FlowFaultsTest.kinds;
import static org.sipsleuth.media.fault.FlowFaultsTest.ofCapture;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class JitterFaultsTest {

    /// Nothing comes for a while, and then all of it at once.
    private static int clump(int packet, int packets) {
        int place = packet % 100;
        return place >= 50 && place < 50 + packets ? (50 + packets - place) * 20 : 0;
    }

    private static MediaFaults call(IntUnaryOperator delayMillis) throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtpDelayed(capture.fromCaller(1_000), delayMillis).rtp(capture.fromCallee(1_000));
        return capture.after(21_000).bye().read();
    }

    @Test
    void clumpsAfterGapsAreLateThoughTheirMeanJitterIsLow() throws IOException {
        MediaFaults faults = call(packet -> clump(packet, 12));
        assertEquals(List.of(MediaFaultKind.JITTER), kinds(faults));
        MediaFault jitter = faults.faults().getFirst();
        assertTrue(
                jitter.text()
                        .endsWith("70 of 1000 packets came too late for a jitter buffer of 100 ms: up to 7 at a"
                                + " time, at most 240 ms after their time, the first 1.3 s after the answer."),
                jitter::text);
        assertEquals(5, jitter.frames().size());
    }

    @Test
    void gapsThatAJitterBufferBridgesAreNone() throws IOException {
        assertEquals(List.of(), kinds(call(packet -> clump(packet, 5))));
    }

    /// A phone or a router changes the path once.
    @Test
    void delayThatLastsIsNotLate() throws IOException {
        assertEquals(List.of(), kinds(call(packet -> packet < 300 ? 0 : 180)));
    }

    private static MediaFaults pausing(boolean isCounting) throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtpPausing(capture.fromCaller(500), packet -> packet / 50 * 700, isCounting);
        return capture.rtp(capture.fromCallee(850)).after(18_000).bye().read();
    }

    @Test
    void silenceSuppressionIsNotLate() throws IOException {
        assertEquals(List.of(), kinds(pausing(true)));
    }

    /// Some devices stop their timestamps, too.
    @Test
    void pausesThatTimestampsDoNotCountAreNotLate() throws IOException {
        assertEquals(List.of(), kinds(pausing(false)));
    }

    /// A phone that counts the time of its DTMF events in part only.
    @Test
    void timestampsAfterEventsAreNotLate() throws IOException {
        CallCapture capture = new CallCapture().setUp().rtp(new CallCapture().fromCallee(600));
        capture.rtpDelayed(capture.fromCaller(600),
                packet -> packet < 100 || (packet >= 105 && packet < 140) || packet >= 165,
                packet -> packet >= 105 && packet < 140 ? 300 : 0);
        capture.after(2_000).rtp(capture.fromCaller(5).type(101).sequence(101)).after(1_100);
        capture.rtp(capture.fromCaller(25).type(101).sequence(141).every(8)).after(9_000).bye();
        assertEquals(List.of(), kinds(capture.read()));
    }

    /// The clock of the sender is slow by 1 %.
    @Test
    void driftingClocksAreNotLate() throws IOException {
        assertEquals(List.of(), kinds(call(packet -> packet / 5)));
    }

    @Test
    void clumpsOfAllStreamsAtOnceAreOfTheCapture() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtpDelayed(capture.fromCaller(1_000), packet -> clump(packet, 12));
        capture.rtpDelayed(capture.fromCallee(1_000), packet -> clump(packet, 12));
        capture.call("two", "192.0.2.3", CallCapture.B).setUp();
        capture.rtpDelayed(capture.fromCaller(1_000), packet -> clump(packet + 10, 12));
        capture.rtpDelayed(capture.fromCallee(1_000), packet -> clump(packet + 10, 12));
        MediaFaults faults = capture.after(21_000).bye().read();
        assertEquals(List.of(), kinds(faults));
        assertEquals(List.of(CoverageFaultKind.SHARED_DELAY), ofCapture(faults));
    }

    @Test
    void theEndsOfStreamsAreCited() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        MediaFaults faults = capture.rtp(capture.fromCaller(500)).after(11_000).bye().read();
        assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO), kinds(faults));
        MediaFault fault = faults.faults().getFirst();
        assertEquals(List.of(4, 503), fault.frames().stream().map(each -> each.frame()).toList());
    }
}
