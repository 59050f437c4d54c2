package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.fault.CallCapture.A;
import static org.sipsleuth.media.fault.CallCapture.A_PORT;
import static org.sipsleuth.media.fault.CallCapture.B;
import static org.sipsleuth.media.fault.CallCapture.B_PORT;
import static org.sipsleuth.media.fault.CallCapture.media;
import static org.sipsleuth.media.fault.CallCapture.sdp;
import static org.sipsleuth.media.fault.FlowFaultsTest.kinds;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The faults that session descriptions show without any packet of media.
class CallReaderTest {

    private static final String EVENTS = "a=rtpmap:101 telephone-event/8000\r\n";
    private static final String FAX = "m=image 4002 udptl t38\r\n";

    private static String one(String offer, String answer) throws IOException {
        List<MediaFault> faults = new CallCapture().setUp(offer, answer).after(3_000).bye().read().faults();
        return String.join("\n", faults.stream().map(fault -> fault.kind() + ": " + fault.text()).toList());
    }

    @Test
    void answerWithoutSdp() throws IOException {
        assertEquals(List.of(MediaFaultKind.NO_SDP_ANSWER),
                kinds(new CallCapture().setUp(sdp(A, A_PORT, "0", ""), "").after(3_000).bye().read()));
        CallCapture early = new CallCapture().request(true, "INVITE", 1, false, sdp(A, A_PORT, "0", ""))
                .after(50)
                .response(false, 183, "INVITE", 1, sdp(B, B_PORT, "0", ""))
                .after(50)
                .response(false, 200, "INVITE", 1, "")
                .request(true, "ACK", 1, true, "");
        assertEquals(List.of(), kinds(early.after(3_000).bye().read()), "it came in the 183");
    }

    @Test
    void answerThatRefusesAudio() throws IOException {
        assertEquals(
                "AUDIO_REFUSED: The answer, in the 200, refuses the audio that was offered (PCMU, PCMA) with port 0:"
                        + " there is no sound.",
                one(sdp(A, A_PORT, "0 8", ""), sdp(B, 0, "0", "")));
        assertEquals("", one(sdp(A, A_PORT, "0 8", "m=video 4004 RTP/AVP 34\r\n"),
                sdp(B, B_PORT, "0", "m=video 0 RTP/AVP 34\r\n")), "video only");
        assertEquals("", one(sdp(A, A_PORT, "0", FAX), sdp(B, 0, "0", FAX)), "fax in its place");
    }

    @Test
    void answerWithoutAnOfferedCodec() throws IOException {
        assertEquals("CODEC_NOT_OFFERED: The answer, in the 200, names no codec of the offer: G729, offered were PCMU.",
                one(sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "18", "")));
        assertEquals("", one(sdp(A, A_PORT, "96", "a=rtpmap:96 opus/48000/2\r\n"),
                sdp(B, B_PORT, "107", "a=rtpmap:107 OPUS/48000/2\r\n")), "another number");
        assertEquals("", one(sdp(A, A_PORT, "96", ""), sdp(B, B_PORT, "0", "")), "a number without name");
    }

    @Test
    void answerWithAnotherProfile() throws IOException {
        assertEquals(
                "PROFILE_MISMATCH: The answer, in the 200, has the profile RTP/AVP, the offer RTP/SAVP: one side sends"
                        + " encrypted RTP, the other does not.",
                one(media(A, "m=audio 4000 RTP/SAVP 0\r\n"), sdp(B, B_PORT, "0", "")));
        assertEquals("",
                one(media(A, "m=audio 4000 UDP/TLS/RTP/SAVPF 0\r\n"), media(B, "m=audio 5000 RTP/SAVP 0\r\n")));
    }

    private static List<MediaFaultKind> refused(String offer) throws IOException {
        return kinds(new CallCapture().request(true, "INVITE", 1, false, offer)
                .after(50)
                .response(false, 488, "INVITE", 1, "")
                .request(true, "ACK", 1, true, "")
                .read());
    }

    @Test
    void encryptedOfferThatIsRefused() throws IOException {
        assertEquals(List.of(MediaFaultKind.PROFILE_MISMATCH), refused(media(A, "m=audio 4000 RTP/SAVP 0\r\n")));
        assertEquals(List.of(), refused(sdp(A, A_PORT, "0", "")));
        assertEquals(List.of(), refused(media(A, "m=audio 4000 RTP/SAVP 0\r\nm=audio 4000 RTP/AVP 0\r\n")), "a choice");
    }

    @Test
    void refusalThatNamesTheTransportProtocol() throws IOException {
        MediaFaults faults = new CallCapture().request(true, "INVITE", 1, false, sdp(A, A_PORT, "0", ""))
                .after(50)
                .refuse(488, "Warning: 302 h \"Incompatible transport protocol\"")
                .request(true, "ACK", 1, true, "")
                .read();
        assertEquals(
                "The offer, RTP/AVP, was refused with 488, and the Warning says why: 302 h \"Incompatible transport"
                        + " protocol\".",
                faults.faults().getFirst().text());
    }

    @Test
    void audioThatALaterAnswerAcceptsIsNotRefused() throws IOException {
        CallCapture capture = new CallCapture().setUp(sdp(A, A_PORT, "0", ""), sdp(B, 0, "0", "")).after(500);
        capture.reInvite(true, 2, sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "0", "")).after(5_000).bye();
        assertEquals(List.of(), kinds(capture.read()));
    }

    @Test
    void answerThatDropsTelephoneEvents() throws IOException {
        assertEquals(
                "NO_TELEPHONE_EVENT: telephone-event was offered and is missing in the answer, in the 200 (PCMU): no"
                        + " DTMF by RFC 4733.",
                one(sdp(A, A_PORT, "0 101", EVENTS), sdp(B, B_PORT, "0", "")));
        assertEquals("",
                one(sdp(A, A_PORT, "0 101", EVENTS), sdp(B, B_PORT, "0 96", "a=rtpmap:96 telephone-event/8000\r\n")),
                "another number");
        assertEquals("", one(sdp(A, A_PORT, "0", ""), sdp(B, B_PORT, "0", "")), "never offered");
    }

    private static CallCapture held(String answer) {
        return new CallCapture().setUp()
                .after(2_000)
                .reInvite(true, 2, sdp(A, A_PORT, "0 101", EVENTS + "a=sendonly\r\n"),
                        sdp(B, B_PORT, "0 101", EVENTS + answer));
    }

    @Test
    void callThatEndsOnHold() throws IOException {
        MediaFaults stuck = held("a=recvonly\r\n").after(15_000).bye().read();
        assertEquals(List.of(MediaFaultKind.HOLD_NOT_RESUMED), kinds(stuck));
        assertEquals("On hold by the caller for the last 15.0 s until the caller hung up: no resumption was captured.",
                stuck.faults().getFirst().text());
        assertEquals(List.of(), kinds(held("a=recvonly\r\n").after(4_000).bye().read()), "soon hung up");
        assertEquals(List.of(),
                kinds(held("a=recvonly\r\n").after(15_000)
                        .reInvite(true, 3, sdp(A, A_PORT, "0 101", EVENTS), sdp(B, B_PORT, "0 101", EVENTS))
                        .after(5_000)
                        .bye()
                        .read()),
                "resumed");
        assertEquals(List.of(),
                kinds(held("a=recvonly\r\n").after(15_000)
                        .request(true, "REFER", 3, true, "")
                        .response(false, 202, "REFER", 3, "")
                        .after(500)
                        .bye()
                        .read()),
                "transferred");
    }

    @Test
    void resumingThatIsAnsweredWithHold() throws IOException {
        MediaFaults denied = held("a=recvonly\r\n").after(5_000)
                .reInvite(true, 3, sdp(A, A_PORT, "0 101", EVENTS + "a=sendrecv\r\n"),
                        sdp(B, B_PORT, "0 101", EVENTS + "a=inactive\r\n"))
                .after(15_000)
                .bye()
                .read();
        assertEquals(List.of(MediaFaultKind.HOLD_NOT_RESUMED), kinds(denied));
        MediaFault fault = denied.faults().getFirst();
        assertTrue(fault.text().endsWith("The caller asked to resume with sendrecv, and the answer holds on."),
                fault.text());
        assertEquals("denied", fault.due());
        assertEquals(4, fault.messages().size());
    }

    /// The call is dropped for that, not stuck on hold.
    @Test
    void holdThatWasNotAcknowledgedDoesNotHold() throws IOException {
        String hold = EVENTS + "a=sendonly\r\n";
        CallCapture capture = new CallCapture().setUp()
                .after(2_000)
                .request(true, "INVITE", 2, true, sdp(A, A_PORT, "0 101", hold))
                .after(20);
        for (int i = 0; i < 10; i++) {
            capture.response(false, 200, "INVITE", 2, sdp(B, B_PORT, "0 101", EVENTS + "a=recvonly\r\n")).after(3_500);
        }
        assertEquals(List.of(), kinds(capture.bye().read()));
    }

    @Test
    void captureThatEndsOnALongHold() throws IOException {
        assertEquals(List.of(MediaFaultKind.HOLD_NOT_RESUMED),
                kinds(held("a=recvonly\r\n").after(90_000)
                        .request(true, "OPTIONS", 9, true, "")
                        .response(false, 200, "OPTIONS", 9, "")
                        .read()));
        assertEquals(List.of(),
                kinds(held("a=recvonly\r\n").after(30_000)
                        .request(true, "OPTIONS", 9, true, "")
                        .response(false, 200, "OPTIONS", 9, "")
                        .read()));
    }

    @Test
    void holdAnsweredWithTheWrongDirection() throws IOException {
        assertEquals(List.of(MediaFaultKind.HOLD_ANSWER), kinds(held("a=sendrecv\r\n").after(4_000).bye().read()));
        assertEquals(List.of(), kinds(held("a=inactive\r\n").after(4_000).bye().read()));
    }

    private static CallCapture fax(String answer, int status) {
        CallCapture capture = new CallCapture().setUp()
                .after(2_000)
                .request(false, "INVITE", 2, true, media(B, FAX))
                .after(20)
                .response(true, status, "INVITE", 2, answer)
                .after(20);
        return capture.request(false, "ACK", 2, true, "").after(3_000).bye();
    }

    @Test
    void faxThatIsRefused() throws IOException {
        assertEquals(List.of(MediaFaultKind.T38_REFUSED), kinds(fax("", 488).read()));
        assertEquals(List.of(MediaFaultKind.T38_REFUSED), kinds(fax(media(A, "m=image 0 udptl t38\r\n"), 200).read()));
        assertEquals(List.of(), kinds(fax(media(A, FAX), 200).read()));
        assertEquals(List.of(), kinds(fax("", 491).read()), "asked at the same time");
        assertEquals("The re-INVITE to fax over T.38 was refused with 488, by 192.0.2.1. The audio negotiated before"
                + " stays: a fax can only go over PCMU.", fax("", 488).read().faults().getFirst().text());
        assertEquals("The answer, in the 200 of 192.0.2.1, refuses fax over T.38 with port 0.",
                fax(media(A, "m=image 0 udptl t38\r\n"), 200).read().faults().getFirst().text());
    }

    @Test
    void audioThatIsNegotiatedInsteadOfFaxIsNamed() throws IOException {
        CallCapture capture = new CallCapture().setUp().after(2_000).request(false, "INVITE", 2, true, media(B, FAX));
        capture.after(20).response(true, 488, "INVITE", 2, "").request(false, "ACK", 2, true, "").after(500);
        capture.reInvite(false, 3, sdp(B, CallCapture.B_PORT, "8", ""), sdp(A, A_PORT, "8", ""));
        MediaFault refused = capture.after(3_000).bye().read().faults().getFirst();
        assertTrue(refused.text().endsWith("Audio was negotiated instead: a fax can only go over PCMA."),
                refused.text());
    }

    @Test
    void eventsWhosePayloadTypeTheAnswerDoesNotListAreMissing() throws IOException {
        String events = "a=rtpmap:101 telephone-event/8000\r\n";
        CallCapture listed = new CallCapture().setUp(sdp(A, A_PORT, "0 101", events), sdp(B, B_PORT, "0 101", events));
        assertEquals(List.of(), kinds(listed.after(4_000).bye().read()));
        CallCapture missing = new CallCapture().setUp(sdp(A, A_PORT, "0 101", events), sdp(B, B_PORT, "0", events));
        assertEquals(List.of(MediaFaultKind.NO_TELEPHONE_EVENT), kinds(missing.after(4_000).bye().read()));
    }
}
