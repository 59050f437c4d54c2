package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.fault.FlowFaultsTest.kinds;
import static org.sipsleuth.media.fault.FlowFaultsTest.ofCapture;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class QualityFaultsTest {

    private static IntPredicate random(double share, int seed) {
        Random random = new Random(seed);
        return packet -> packet == 0 || packet > 990 || random.nextDouble() >= share;
    }

    /// Both directions of a call of 20 s.
    private static MediaFaults call(IntPredicate there, IntPredicate back, long dropped) throws IOException {
        CallCapture capture = new CallCapture().setUp();
        return capture.rtp(capture.fromCaller(1_000), there)
                .rtp(capture.fromCallee(1_000), back)
                .after(21_000)
                .bye()
                .dropped(dropped)
                .read();
    }

    @Test
    void lossIsReportedWithItsReceiver() throws IOException {
        MediaFaults faults = call(packet -> packet % 20 != 3 || packet > 990, _ -> true, 0);
        assertEquals(List.of(MediaFaultKind.LOSS), kinds(faults));
        assertEquals("5.0 % of the audio towards 192.0.2.2:5000 lost (50 of 1000 packets, at random), jitter 0 ms, at"
                + " most 0 ms.", faults.faults().getFirst().text());
        assertEquals(Set.of(), faults.faults().getFirst().doubts());
    }

    /// As it left the host, or after routers.
    private static MediaFault lossWithHops(int hops) throws IOException {
        CallCapture capture = new CallCapture().setUp().hops(hops);
        capture.rtp(capture.fromCaller(1_000), packet -> packet % 20 != 3 || packet > 990);
        return capture.rtp(capture.fromCallee(1_000)).after(21_000).bye().read().faults().getFirst();
    }

    @Test
    void lossBeforeTheFirstRouterIsOfTheSender() throws IOException {
        assertEquals("5.0 % of the audio towards 192.0.2.2:5000 was missing where it had passed no router yet (50 of"
                + " 1000 packets, at random), jitter 0 ms, at most 0 ms: lost at its sender 192.0.2.1, or in its network."
                + " What is lost behind was not captured.", lossWithHops(64).text());
        assertEquals("", lossWithHops(63).due());
    }

    @Test
    void jitterBeforeTheFirstRouterIsOfTheSender() throws IOException {
        CallCapture capture = new CallCapture().setUp().hops(128);
        capture.rtp(capture.fromCaller(500).late(70)).hops(57).rtp(capture.fromCallee(500)).after(11_000).bye();
        MediaFault jitter = capture.read().faults().getFirst();
        assertEquals("sender", jitter.due());
        assertTrue(jitter.text().endsWith(" It arises at its sender 192.0.2.1, or in its network."), jitter::text);
    }

    /// The packets of one stream took several ways.
    @Test
    void jitterOfPacketsWithSeveralHopLimitsIsNotOfTheSender() throws IOException {
        CallCapture capture = new CallCapture().setUp().hops(64);
        capture.rtp(capture.fromCaller(250).late(70)).after(5_000).hops(63);
        capture.rtp(capture.fromCaller(250).late(70).sequence(251)).after(-5_000);
        capture.rtp(capture.fromCallee(500)).after(11_000).bye();
        assertEquals("", capture.read().faults().getFirst().due());
    }

    @Test
    void littleLossIsNone() throws IOException {
        assertEquals(List.of(), call(random(0.02, 1), _ -> true, 0).faults());
    }

    @Test
    void fewBurstsAreLoss() throws IOException {
        MediaFaults faults = call(packet -> packet % 300 >= 6, _ -> true, 0);
        assertEquals(List.of(MediaFaultKind.LOSS), kinds(faults));
        assertTrue(faults.faults().getFirst().text().contains("in bursts of up to 6"), faults::toString);
    }

    @Test
    void lossOfAllStreamsAtOnceIsOfTheCapture() throws IOException {
        IntPredicate kept = random(0.06, 5);
        boolean[] missing = new boolean[1_000];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = !kept.test(i);
        }
        MediaFaults faults = call(packet -> !missing[packet], packet -> !missing[packet], 0);
        assertEquals(List.of(), faults.faults());
        assertEquals(List.of(CoverageFaultKind.SHARED_LOSS), ofCapture(faults));
    }

    @Test
    void independentLossOfBothDirectionsIsOfTheNetwork() throws IOException {
        MediaFaults faults = call(random(0.12, 2), random(0.12, 3), 0);
        assertEquals(List.of(MediaFaultKind.LOSS), kinds(faults));
        assertEquals(2, faults.faults().getFirst().streams().size());
        assertEquals(List.of(), ofCapture(faults));
    }

    /// So many packets are missing that it is often in both directions at once.
    @Test
    void heavyIndependentLossIsOfTheNetwork() throws IOException {
        MediaFaults faults = call(random(0.4, 2), random(0.4, 3), 0);
        assertEquals(List.of(MediaFaultKind.LOSS), kinds(faults));
        assertEquals(List.of(), ofCapture(faults));
    }

    @Test
    void lossThatTheCaptureStatesToHaveDroppedIsNotJudged() throws IOException {
        MediaFaults faults = call(random(0.1, 2), _ -> true, 500);
        assertEquals(List.of(), faults.faults());
        assertEquals(List.of(CoverageFaultKind.DROPPED), ofCapture(faults));
        MediaFaults more = call(random(0.1, 2), _ -> true, 5);
        assertEquals(Set.of(CoverageFaultKind.DROPPED), more.faults().getFirst().doubts());
    }

    /// A source that begins again at another number, as music on hold does.
    @Test
    void sequenceThatJumpsWhileNoTimePassesIsNoLoss() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCallee(1_000)).rtp(capture.fromCaller(500)).after(10_000);
        capture.rtp(capture.fromCaller(500).sequence(1_500)).after(11_000).bye();
        assertEquals(List.of(), capture.read().faults());
    }

    @Test
    void captureOfEveryOtherPacketIsNoLoss() throws IOException {
        assertEquals(List.of(), call(packet -> packet % 2 == 0, _ -> true, 0).faults());
    }

    /// Single packets only, but not every n-th.
    @Test
    void heavyLossOfSinglePacketsIsLoss() throws IOException {
        Random random = new Random(4);
        boolean[] kept = new boolean[1_000];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = i == 0 || i > 990 || !kept[i - 1] || random.nextDouble() >= 0.5;
        }
        MediaFaults faults = call(packet -> kept[packet], _ -> true, 0);
        assertEquals(List.of(MediaFaultKind.LOSS), kinds(faults));
        assertTrue(faults.faults().getFirst().text().contains("at random"), faults::toString);
    }

    /// Of nine packets four come after the next one, so that never more than one is missing in a row.
    @Test
    void packetsThatComeOutOfOrderMakeNoBurst() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCaller(600), packet -> packet % 200 < 10 || packet % 200 > 18);
        for (int gap = 10; gap < 600; gap += 200) {
            for (int late : new int[]{1, 3, 5, 7}) {
                CallCapture.Rtp one = capture.fromCaller(1).sequence(gap + late + 1);
                long due = 20L * (gap + 10) + late;
                capture.after(due).rtp(one).after(-due);
            }
        }
        MediaFaults faults = capture.rtp(capture.fromCallee(600)).after(13_000).bye().read();
        assertEquals(List.of(), faults.faults());
    }

    @Test
    void unsteadyPacketsAreJitter() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        MediaFaults faults =
                capture.rtp(capture.fromCaller(500).late(70)).rtp(capture.fromCallee(500)).after(11_000).bye().read();
        assertEquals(List.of(MediaFaultKind.JITTER), kinds(faults));
        assertTrue(faults.faults().getFirst().text().startsWith("Jitter of the audio towards 192.0.2.2:5000: mean"),
                faults::toString);
        CallCapture steady = new CallCapture().setUp();
        MediaFaults none =
                steady.rtp(steady.fromCaller(500).late(10)).rtp(steady.fromCallee(500)).after(11_000).bye().read();
        assertEquals(List.of(), none.faults());
    }

    @Test
    void jitterIsReportedOfBothDirectionsWorstFirst() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCaller(500).late(70)).rtp(capture.fromCallee(500).late(80)).after(11_000).bye();
        MediaFault jitter = capture.read().faults().getFirst();
        assertEquals(MediaFaultKind.JITTER, jitter.kind());
        assertTrue(jitter.text().startsWith("Jitter of the audio towards 192.0.2.1:4000: mean"), jitter::text);
        assertTrue(jitter.text().contains(" Towards 192.0.2.2:5000: mean"), jitter::text);
        assertEquals(2, jitter.streams().size());
    }

    @Test
    void unsteadinessOfAllStreamsIsOfTheCapture() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCaller(500).late(70)).rtp(capture.fromCallee(500).late(70)).after(11_000).bye();
        capture.call("two", "192.0.2.3", CallCapture.B).setUp();
        capture.rtp(capture.fromCaller(500).late(70)).rtp(capture.fromCallee(500).late(70)).after(11_000).bye();
        MediaFaults faults = capture.read();
        assertEquals(List.of(), faults.faults());
        assertEquals(List.of(CoverageFaultKind.UNSTEADY_TIMES), ofCapture(faults));
    }

    private static CallCapture resumed(int missing) {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCallee(1_000)).rtp(capture.fromCaller(200)).after(4_100);
        String there = CallCapture.sdp(CallCapture.A, CallCapture.A_PORT, "0", "");
        String back = CallCapture.sdp(CallCapture.B, CallCapture.B_PORT, "0", "");
        capture.reInvite(true, 2, there + "a=inactive\r\n", back + "a=inactive\r\n").after(6_000);
        capture.reInvite(true, 3, there, back);
        return capture.rtp(capture.fromCaller(400).sequence(201 + missing)).after(10_000).bye();
    }

    /// A phone that counts on while it sends nothing.
    @Test
    void numbersThatPassWhileOnHoldAreNoLoss() throws IOException {
        assertEquals(List.of(), kinds(resumed(300).read()));
    }

    @Test
    void descriptionsThatTheSnapLengthCutAreNotJudged() throws IOException {
        CallCapture capture = new CallCapture().setUp(CallCapture.sdp(CallCapture.A, CallCapture.A_PORT, "0", ""),
                CallCapture.sdp(CallCapture.B, 0, "18", ""));
        MediaFaults whole = capture.after(6_000).bye().read();
        assertEquals(List.of(MediaFaultKind.AUDIO_REFUSED), kinds(whole));
        MediaFaults cut = capture.snapLength(300).read();
        assertEquals(List.of(), kinds(cut));
        assertEquals(List.of(CoverageFaultKind.CUT_DESCRIPTIONS), ofCapture(cut));
    }
}
