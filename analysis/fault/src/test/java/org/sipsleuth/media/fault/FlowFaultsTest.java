package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.fault.CallCapture.A;
import static org.sipsleuth.media.fault.CallCapture.A_PORT;
import static org.sipsleuth.media.fault.CallCapture.B;
import static org.sipsleuth.media.fault.CallCapture.B_PORT;
import static org.sipsleuth.media.fault.CallCapture.sdp;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowFaultsTest {

    private static final String THIRD = "192.0.2.3";

    static List<MediaFaultKind> kinds(MediaFaults faults) {
        return faults.faults().stream().map(MediaFault::kind).toList();
    }

    static List<CoverageFaultKind> ofCapture(MediaFaults faults) {
        return faults.ofCapture().stream().map(CoverageFault::kind).toList();
    }

    private static CallCapture call() {
        return new CallCapture().setUp();
    }

    @Test
    void rtpOfOneSideOnlyIsOneWayAudio() throws IOException {
        CallCapture capture = call();
        MediaFaults faults = capture.rtp(capture.fromCaller(300)).after(8_000).bye().read();
        MediaFault fault = faults.faults().getFirst();
        assertEquals(MediaFaultKind.ONE_WAY_AUDIO, fault.kind());
        assertEquals(
                "The caller hears nothing: 300 packets of RTP came from 192.0.2.1:4000, and none from the other side"
                        + " to 192.0.2.1:4000, in 8.1 s of conversation.",
                fault.text());
        assertEquals(List.of(0, 1), fault.messages());
        assertEquals(300, fault.streams().getFirst().extent().packets());
        assertEquals("caller", fault.values().get("deaf"));
        assertFalse(faults.heardBothWays().contains(0));
    }

    /// A call in which the callee sends RTCP from the port of its media, 5 s after the answer, and no RTP.
    private static MediaFault reported(int packets) throws IOException {
        CallCapture capture = call();
        capture.rtp(capture.fromCaller(300)).after(5_000);
        return capture.rtcp(capture.fromCallee(0), packets).after(3_000).bye().read().faults().getFirst();
    }

    @Test
    void whoReportsThatNothingWasSentIsNotLostOnTheWay() throws IOException {
        MediaFault fault = reported(0);
        assertEquals(MediaFaultKind.ONE_WAY_AUDIO, fault.kind());
        assertEquals("sent_nothing", fault.due());
        assertTrue(fault.text()
                .endsWith("RTCP of the callee, from 192.0.2.2:5000, reports that it sent nothing"
                        + " (0 packets): the network did not lose it."),
                fault.text());
        assertEquals(2, fault.streams().size());
        assertEquals("", reported(250).due(), "250 packets were sent, and lost");
    }

    @Test
    void rtpOfBothSidesIsNone() throws IOException {
        CallCapture capture = call();
        MediaFaults faults =
                capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(200)).after(8_000).bye().read();
        assertEquals(List.of(), faults.faults());
        assertEquals(List.of(), faults.ofCapture());
        assertEquals(Set.of(0), faults.heardBothWays());
    }

    @Test
    void rtpThatStopsWhileTheOtherSideGoesOnIsOneWayAudio() throws IOException {
        CallCapture capture = call();
        MediaFaults faults =
                capture.rtp(capture.fromCaller(600)).rtp(capture.fromCallee(200)).after(12_000).bye().read();
        MediaFault fault = faults.faults().getFirst();
        assertEquals(MediaFaultKind.ONE_WAY_AUDIO, fault.kind());
        assertEquals("The caller hears nothing in the last 8.0 s of 12.1 s of conversation: RTP from 192.0.2.2:5000 to"
                + " 192.0.2.1:4000 stopped, while that of the other side went on.", fault.text());
        assertEquals(2, fault.streams().size());
    }

    /// A source that suppresses silence paused before.
    @Test
    void silenceAfterAnEarlierPauseIsNone() throws IOException {
        CallCapture capture = call();
        MediaFaults faults = capture.rtp(capture.fromCaller(600))
                .rtp(capture.fromCallee(300), packet -> packet < 100 || packet > 160)
                .after(12_000)
                .bye()
                .read();
        assertFalse(kinds(faults).contains(MediaFaultKind.ONE_WAY_AUDIO), faults::toString);
    }

    /// Both stop: the phones are on hold, or the capture ends for both.
    @Test
    void rtpOfBothSidesThatStopsIsNone() throws IOException {
        CallCapture capture = call();
        MediaFaults faults =
                capture.rtp(capture.fromCaller(200)).rtp(capture.fromCallee(200)).after(12_000).bye().read();
        assertEquals(List.of(), faults.faults());
    }

    /// Behind NAT the RTP of the callee goes to an address that nobody announced.
    @Test
    void symmetricRtpIsTheOtherDirection() throws IOException {
        CallCapture capture = call();
        MediaFaults faults = capture.rtp(capture.fromCaller(300).source("203.0.113.9", 61_000))
                .rtp(capture.fromCallee(300).towards("203.0.113.9", 61_000))
                .after(8_000)
                .bye()
                .read();
        assertEquals(List.of(), faults.faults());
    }

    /// As pairs of phones with fixed ports and SSRC: the first and the last call are heard.
    @Test
    void callBetweenTwoOfTheSameSourcesIsOneWay() throws IOException {
        for (int pause : new int[]{500, 30_000}) {
            CallCapture capture = new CallCapture();
            for (String id : List.of("one", "two", "three")) {
                capture.call(id, A, B).setUp().rtp(capture.fromCaller(350).ssrc(7));
                capture.rtp(capture.fromCallee(id.equals("two") ? 0 : 350).ssrc(8)).after(7_000).bye().after(pause);
            }
            MediaFaults faults = capture.read();
            assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO), kinds(faults));
            assertEquals(1, faults.faults().getFirst().dialog());
            assertEquals(350, faults.faults().getFirst().streams().getFirst().extent().packets());
            assertEquals(Set.of(0, 2), faults.heardBothWays());
        }
    }

    @Test
    void rtpToAPortThatNobodyAnnouncedOrSentFromIsNotHeard() throws IOException {
        CallCapture capture = call();
        MediaFaults faults = capture.rtp(capture.fromCaller(300))
                .rtp(capture.fromCallee(300).towards(A, A_PORT + 2))
                .after(8_000)
                .bye()
                .read();
        assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO), kinds(faults));
        MediaFault fault = faults.faults().getFirst();
        assertTrue(fault.text()
                .endsWith(" RTP from 192.0.2.2:5000 goes to 192.0.2.1:4002, which nobody announced or sent from."),
                fault::text);
        assertEquals("astray", fault.due());
        assertEquals(2, fault.streams().size());
        assertEquals(Set.of(), faults.heardBothWays());
    }

    @Test
    void rtpOfBothSidesShowsThatBothDirectionsAreCaptured() throws IOException {
        CallCapture capture = call();
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300).towards(A, 9_000)).after(8_000).bye();
        capture.after(500).call("two", THIRD, B).setUp();
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300).towards(THIRD, 9_000)).after(8_000).bye();
        MediaFaults faults = capture.read();
        assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO, MediaFaultKind.ONE_WAY_AUDIO), kinds(faults));
        assertEquals(List.of(), ofCapture(faults));
    }

    /// Nobody sends, and nobody is to be heard, for 20 s.
    @Test
    void holdBetweenTwoTalksIsNone() throws IOException {
        CallCapture capture = call();
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300)).after(6_000);
        capture.reInvite(true, 2, sdp(A, A_PORT, "0", "a=inactive\r\n"), sdp(B, B_PORT, "0", "a=inactive\r\n"))
                .after(20_000)
                .reInvite(true, 3, sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "0", ""));
        capture.rtp(capture.fromCaller(300).sequence(301)).rtp(capture.fromCallee(300).sequence(301));
        MediaFaults faults = capture.after(6_000).bye().read();
        assertEquals(List.of(), faults.faults());
        assertEquals(2, faults.streams().streams().size());
    }

    /// A call whose caller moves its audio to another port after 5 s.
    private static CallCapture moved() {
        CallCapture capture = new CallCapture().setUp();
        String answer = CallCapture.sdp(CallCapture.B, CallCapture.B_PORT, "0", "");
        return capture.rtp(capture.fromCaller(250))
                .after(5_000)
                .reInvite(true, 2, CallCapture.sdp(CallCapture.A, 4100, "0", ""), answer);
    }

    /// RTP of the callee, from the beginning of the call, and of the caller after it has moved.
    private static MediaFaults heard(int toOld, int toNew, int ownPort) throws IOException {
        CallCapture capture = moved();
        CallCapture.Rtp callee = capture.fromCallee(toNew).towards(CallCapture.A, 4100).sequence(1_000);
        capture.rtp(callee).rtp(capture.fromCaller(300).source(CallCapture.A, ownPort).sequence(300));
        return capture.after(-5_000).rtp(capture.fromCallee(toOld)).after(12_000).bye().read();
    }

    @Test
    void rtpThatGoesOnToTheOldAddressIsAFault() throws IOException {
        MediaFault fault = heard(500, 0, 4100).faults()
                .stream()
                .filter(each -> each.kind() == MediaFaultKind.OLD_ADDRESS)
                .findFirst()
                .orElseThrow();
        assertTrue(fault.text().startsWith("The caller moved its audio from 192.0.2.1:4000 to 192.0.2.1:4100, but RTP"),
                fault.text());
        assertEquals(2, fault.messages().size());
    }

    @Test
    void packetsUnderWayAndTwoWaysOfSendingAreNone() throws IOException {
        assertEquals(List.of(), heard(265, 300, 4100).faults(), "0.3 s to the old address");
        assertEquals(List.of(), heard(500, 300, 4100).faults(), "both addresses");
        assertEquals(List.of(), heard(500, 0, CallCapture.A_PORT).faults(), "the caller sends from there");
    }

    @Test
    void announcementThatIsSendonlyIsNone() throws IOException {
        CallCapture capture = new CallCapture().setUp(sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "0", "a=sendonly\r\n"));
        assertEquals(List.of(), capture.rtp(capture.fromCallee(300)).after(8_000).bye().read().faults());
    }

    @Test
    void shortCallIsNotJudged() throws IOException {
        CallCapture capture = call();
        assertEquals(List.of(), capture.rtp(capture.fromCaller(200)).after(4_000).bye().read().faults());
    }

    @Test
    void rtpToAPrivateAddressBetweenPublicHostsIsOneWay() throws IOException {
        CallCapture capture = new CallCapture().call("x", "203.0.113.1", "198.51.100.2")
                .setUp(sdp("10.0.0.1", A_PORT, "0", ""), sdp("198.51.100.2", B_PORT, "0", ""));
        CallCapture.Rtp back = capture.fromCallee(300).towards("10.0.0.1", A_PORT);
        MediaFaults lost = capture.rtp(capture.fromCaller(300)).rtp(back).after(8_000).bye().read();
        assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO), kinds(lost));
        assertTrue(
                lost.faults()
                        .getFirst()
                        .text()
                        .startsWith("The caller hears nothing: RTP is sent to 10.0.0.1:4000, the private address"),
                lost::toString);
        CallCapture latched = new CallCapture().call("x", "203.0.113.1", "198.51.100.2")
                .setUp(sdp("10.0.0.1", A_PORT, "0", ""), sdp("198.51.100.2", B_PORT, "0", ""));
        MediaFaults heard = latched.rtp(latched.fromCaller(300)).rtp(latched.fromCallee(300)).after(8_000).bye().read();
        assertEquals(List.of(), heard.faults());
        assertEquals(Set.of(0), heard.heardBothWays());
    }

    private static final String USES_ICE = "a=ice-ufrag:u\r\na=candidate:1 1 UDP 2130706431 10.0.0.1 4000 typ host\r\n";

    /// RTP of the caller only, who announces this address.
    private static List<MediaFault> oneWayFrom(String announced, String callee, String inAnswer) throws IOException {
        CallCapture capture = new CallCapture().call("x", "10.0.0.1", callee)
                .setUp(sdp(announced, A_PORT, "0", USES_ICE), sdp(callee, B_PORT, "0", inAnswer));
        return capture.rtp(capture.fromCaller(300)).after(8_000).bye().read().faults();
    }

    /// The address that STUN found is of no use within the network, and the callee has no ICE.
    @Test
    void rtpWantedAtThePublicAddressOfTheirOwnNatLacksHairpin() throws IOException {
        MediaFault fault = oneWayFrom("203.0.113.7", "10.0.0.2", "").getFirst();
        assertEquals(MediaFaultKind.ONE_WAY_AUDIO, fault.kind());
        assertEquals("hairpin", fault.due());
        assertTrue(fault.text()
                .endsWith(" 203.0.113.7:4000 is the public address of a NAT, though 10.0.0.1 and 10.0.0.2 are in the"
                        + " same private network: media to there arrives only if the NAT sends it back (hairpin)."),
                fault::text);
    }

    @Test
    void rtpWantedAtAPrivateAddressOrFromAPublicHostNeedsNoHairpin() throws IOException {
        assertEquals("", oneWayFrom("10.0.0.1", "10.0.0.2", "").getFirst().due());
        assertEquals("", oneWayFrom("203.0.113.7", "198.51.100.2", "").getFirst().due());
    }

    @Test
    void rtpWhereBothSidesUseIceIsNotJudged() throws IOException {
        assertEquals(List.of(), oneWayFrom("203.0.113.7", "10.0.0.2", USES_ICE));
    }

    /// An answer without address (0.0.0.0) is no proof: the other side learned it from RTP.
    @Test
    void rtpShowsWhatASessionDescriptionDoesNot() throws IOException {
        CallCapture capture = new CallCapture().setUp(sdp(A, A_PORT, "0", ""), sdp("0.0.0.0", B_PORT, "0", ""));
        MediaFaults faults =
                capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300)).after(8_000).bye().read();
        assertEquals(Set.of(0), faults.heardBothWays());
    }

    /// A second call between the same hosts, and its RTP.
    private static CallCapture twoCalls() {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300)).after(10_000).bye();
        return capture.after(1_000).call("two", THIRD, B);
    }

    @Test
    void callWithoutRtpBesideOneWithRtpHasNoAudio() throws IOException {
        MediaFaults faults = twoCalls().setUp().after(9_000).bye().read();
        assertEquals(List.of(MediaFaultKind.NO_AUDIO), kinds(faults));
        assertEquals(1, faults.faults().getFirst().dialog());
    }

    /// The phones of a proxy send their RTP to each other, which the proxy does not see.
    @Test
    void mediaThatTakesAnotherPathThanSignallingIsNotMissed() throws IOException {
        MediaFaults faults =
                twoCalls().setUp(sdp("192.0.2.77", A_PORT, "0", ""), sdp(B, B_PORT, "0", "")).after(9_000).bye().read();
        assertEquals(List.of(), faults.faults());
    }

    /// RTP between the same two hosts was captured in another call, beside a proxy.
    @Test
    void callWithoutRtpBesideOneOfTheSameHostsHasNoAudio() throws IOException {
        CallCapture capture = new CallCapture().call("one", A, "192.0.2.90");
        String offer = sdp("192.0.2.77", A_PORT, "0", "");
        String answer = sdp(B, B_PORT, "0", "");
        CallCapture.Rtp there = capture.fromCaller(300).source("192.0.2.77", A_PORT).towards(B, B_PORT);
        CallCapture.Rtp back = capture.fromCallee(300).source(B, B_PORT).towards("192.0.2.77", A_PORT);
        capture.setUp(offer, answer).rtp(there).rtp(back).after(10_000).bye().after(1_000);
        MediaFaults faults = capture.call("two", A, "192.0.2.90").setUp(offer, answer).after(9_000).bye().read();
        assertEquals(List.of(MediaFaultKind.NO_AUDIO), kinds(faults));
        assertEquals(1, faults.faults().getFirst().dialog());
    }

    /// The RTP of a media server was captured with two other hosts, so it would have been with this.
    @Test
    void mediaOfAServerThatIsSeenWithOthersIsMissed() throws IOException {
        CallCapture capture = twoCalls().setUp(sdp(THIRD, A_PORT, "0", ""), sdp(B, B_PORT, "0", ""));
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300)).after(9_000).bye();
        capture.after(1_000).call("three", "192.0.2.4", "192.0.2.5");
        capture.setUp(sdp("192.0.2.4", A_PORT, "0", ""), sdp(B, B_PORT, "0", "")).after(9_000).bye();
        assertEquals(List.of(MediaFaultKind.NO_AUDIO), kinds(capture.read()));
    }

    @Test
    void withoutAnyRtpMediaIsNotCaptured() throws IOException {
        MediaFaults faults = call().after(9_000).bye().read();
        assertEquals(List.of(), faults.faults());
        assertEquals(List.of(CoverageFaultKind.MEDIA_NOT_CAPTURED), ofCapture(faults));
    }

    @Test
    void severalCallsInOneDirectionMayBeThePlaceOfTheCapture() throws IOException {
        CallCapture capture = call();
        capture.rtp(capture.fromCaller(300)).after(8_000).bye().after(500).call("two", THIRD, B).setUp();
        MediaFaults faults = capture.rtp(capture.fromCaller(300)).after(8_000).bye().read();
        assertEquals(List.of(CoverageFaultKind.ONE_DIRECTION), ofCapture(faults));
        assertEquals(List.of(MediaFaultKind.ONE_WAY_AUDIO, MediaFaultKind.ONE_WAY_AUDIO), kinds(faults));
        assertEquals(Set.of(CoverageFaultKind.ONE_DIRECTION), faults.faults().getFirst().doubts());
        assertTrue(faults.faults().getFirst().text().startsWith("The caller may hear nothing"), faults::toString);
    }

    @Test
    void audioThatComesLongAfterTheAnswerIsLate() throws IOException {
        CallCapture capture = call();
        capture.rtp(capture.fromCaller(400)).after(3_000).rtp(capture.fromCallee(300)).after(7_000).bye();
        MediaFaults faults = capture.read();
        assertEquals(List.of(MediaFaultKind.LATE_AUDIO), kinds(faults));
        assertEquals("The first RTP of the callee, to 192.0.2.1:4000, came 3.1 s after the 200.",
                faults.faults().getFirst().text());
        CallCapture soon = call();
        soon.rtp(soon.fromCaller(400)).after(1_500).rtp(soon.fromCallee(300)).after(7_000).bye();
        assertEquals(List.of(), soon.read().faults());
    }

    /// What the callee was to send is known only from the ACK.
    @Test
    void withALateOfferTimeCountsFromTheAck() throws IOException {
        CallCapture capture = new CallCapture().request(true, "INVITE", 1, false, "")
                .after(100)
                .response(false, 200, "INVITE", 1, sdp(B, B_PORT, "0", ""))
                .after(1_500)
                .request(true, "ACK", 1, true, sdp(A, A_PORT, "0", ""));
        capture.after(1_000).rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300)).after(7_000).bye();
        assertEquals(List.of(), capture.read().faults());
    }
}
