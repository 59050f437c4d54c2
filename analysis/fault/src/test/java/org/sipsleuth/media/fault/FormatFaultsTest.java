package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.fault.CallCapture.A;
import static org.sipsleuth.media.fault.CallCapture.A_PORT;
import static org.sipsleuth.media.fault.CallCapture.B;
import static org.sipsleuth.media.fault.CallCapture.B_PORT;
import static org.sipsleuth.media.fault.CallCapture.sdp;
import static org.sipsleuth.media.fault.FlowFaultsTest.kinds;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatFaultsTest {

    private static final String RELAY = "Signal=1\r\nDuration=100\r\n";

    private static CallCapture both(int there, int back) {
        CallCapture capture = new CallCapture().setUp();
        return capture.rtp(capture.fromCaller(300).type(there)).rtp(capture.fromCallee(300).type(back)).after(8_000);
    }

    @Test
    void payloadTypeThatNoDescriptionNamesWasNotNegotiated() throws IOException {
        MediaFault fault = both(18, 0).bye().read().faults().getFirst();
        assertEquals(MediaFaultKind.PAYLOAD_TYPE_NOT_NEGOTIATED, fault.kind());
        assertEquals(
                "RTP from 192.0.2.1:4000 to 192.0.2.2:5000 has payload type 18 G729 (300 packets), which no session"
                        + " description of the call names.",
                fault.text());
    }

    @Test
    void comfortNoiseIsNone() throws IOException {
        CallCapture capture = both(0, 0);
        assertEquals(List.of(),
                capture.rtp(capture.fromCaller(50).type(13).sequence(301)).after(2_000).bye().read().faults());
    }

    /// PCMA was offered, so the callee may send it though it asked for PCMU.
    @Test
    void codecThatDiffersByDirectionIsInformation() throws IOException {
        List<MediaFault> faults = both(0, 8).bye().read().faults();
        assertEquals(MediaFaultKind.CODEC_ASYMMETRY, faults.getFirst().kind());
        assertTrue(faults.getFirst().kind().isInformation());
        assertEquals("Audio towards 192.0.2.2:5000 is PCMU, back it is PCMA; both were negotiated.",
                faults.getFirst().text());
    }

    /// Each side sends the only codec that it named: no codec was negotiated.
    @Test
    void codecsOfAnAnswerThatWasNotOfferedWereNotNegotiated() throws IOException {
        CallCapture capture = new CallCapture().setUp(sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "8", ""));
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(300).type(8)).after(8_000).bye();
        List<MediaFault> faults = capture.read().faults();
        assertEquals(List.of(MediaFaultKind.CODEC_NOT_OFFERED), faults.stream().map(MediaFault::kind).toList());
    }

    /// A payload type without a name is negotiated as well.
    @Test
    void payloadTypeWithoutNameIsNegotiated() throws IOException {
        CallCapture capture = new CallCapture().setUp(sdp(A, A_PORT, "97 0", ""), sdp(B, B_PORT, "97", ""));
        capture.rtp(capture.fromCaller(300).type(97)).rtp(capture.fromCallee(300).type(97)).after(8_000).bye();
        assertEquals(List.of(), capture.read().faults());
    }

    @Test
    void packetTimeThatDiffersByDirectionIsInformation() throws IOException {
        CallCapture capture = new CallCapture().setUp();
        capture.rtp(capture.fromCaller(300)).rtp(capture.fromCallee(200).every(30)).after(8_000).bye();
        MediaFault fault = capture.read().faults().getFirst();
        assertEquals(MediaFaultKind.PACKET_TIME_ASYMMETRY, fault.kind());
        assertEquals("Audio towards 192.0.2.2:5000 has 20 ms a packet, back it has 30 ms.", fault.text());
    }

    private static MediaFaults digits(boolean isByInfo, boolean isOfCaller) throws IOException {
        CallCapture capture = both(0, 0);
        capture.rtp(capture.fromCaller(6).type(101).sequence(301)).after(1_000);
        if (isByInfo) {
            capture.request(isOfCaller, "INFO", 7, true, "application/dtmf-relay", RELAY).after(10);
            capture.response(!isOfCaller, 200, "INFO", 7, "").after(10);
        }
        return capture.bye().read();
    }

    @Test
    void digitsAsEventsAndByInfoAreSentTwice() throws IOException {
        assertEquals(List.of(MediaFaultKind.DTMF_TWICE), kinds(digits(true, true)));
        assertEquals(List.of(), kinds(digits(false, true)));
        assertEquals(List.of(), kinds(digits(true, false)), "each side in its own way");
    }
}
