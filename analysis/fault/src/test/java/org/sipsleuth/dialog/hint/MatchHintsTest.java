package org.sipsleuth.dialog.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;

/// ACKs and CANCELs that were sent and belong to no INVITE.
class MatchHintsTest {

    private static final String PHONE = "192.0.2.1";
    private static final String SERVER = "192.0.2.2";

    @TempDir private Path folder;
    private final PcapWriter pcap = new PcapWriter(1);
    private double second = 1_700_000_000L;

    /// How a message is identified.
    private record Identity(String callId, int cseq, String branch, String from, String to) {
        Identity withCseq(int other) {
            return new Identity(callId, other, branch, from, to);
        }

        Identity withBranch(String other) {
            return new Identity(callId, cseq, other, from, to);
        }

        Identity withCallId(String other) {
            return new Identity(other, cseq, branch, from, to);
        }

        Identity withFrom(String other) {
            return new Identity(callId, cseq, branch, other, to);
        }

        Identity withTo(String other) {
            return new Identity(callId, cseq, branch, from, other);
        }
    }

    private static final Identity CALL = new Identity("c", 7, "invite", "a", "b");

    private void send(boolean isFromPhone, String line, String method, Identity identity) {
        String text = line + "\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + identity.branch + "\r\nFrom: <sip:a@h>;tag="
                + identity.from + "\r\nTo: <sip:b@h>" + (identity.to.isEmpty() ? "" : ";tag=" + identity.to)
                + "\r\nCall-ID: " + identity.callId + "\r\nCSeq: " + identity.cseq + " " + method
                + "\r\nContact: <sip:x@h>\r\nContent-Length: 0\r\n\r\n";
        pcap.frame((long) second, (int) ((second - (long) second) * 1e6),
                Packets.sip(isFromPhone ? PHONE : SERVER, isFromPhone ? SERVER : PHONE, text));
        second += 0.01;
    }

    private void request(String method, Identity identity) {
        send(true, method + " sip:b@h SIP/2.0", method, identity);
    }

    private void response(int status, String method, Identity identity) {
        send(false, "SIP/2.0 " + status + " X", method, identity);
    }

    /// The text of the first hint of a kind; empty if there is none.
    private String text(DialogHint wanted) throws IOException {
        SipIndex index =
                CaptureIndexer.read(List.of(Files.write(folder.resolve("a.pcap"), pcap.bytes())), RunMonitor.NONE);
        int dialog = index.dialogs().find("c");
        return new HintReader(index).of(dialog, DialogOutcome.of(index, dialog))
                .stream()
                .filter(each -> each.hint() == wanted)
                .map(FoundHint::explanation)
                .findFirst()
                .orElse("");
    }

    /// A call whose 2xx is repeated until the callee gives up, each with an ACK like this.
    private void answeredWith(Identity ack) {
        request("INVITE", CALL.withTo(""));
        for (int i = 0; i < 11; i++) {
            response(200, "INVITE", CALL);
            request("ACK", ack);
            second += 3;
        }
    }

    /// A call that rings, is withdrawn like this, and goes on ringing.
    private void withdrawnWith(Identity cancel, int status) {
        request("INVITE", CALL.withTo(""));
        response(180, "INVITE", CALL);
        request("CANCEL", cancel.withTo(""));
        if (status > 0) {
            response(status, "CANCEL", cancel);
        }
        second += 20;
        response(480, "INVITE", CALL);
        request("ACK", CALL);
    }

    @Test
    void ackWithAnotherNumberIsNamed() throws IOException {
        answeredWith(CALL.withCseq(8).withBranch("ack"));
        assertEquals("ACK was sent 11 times with CSeq 8; the INVITE has 7. The callee cannot match it.",
                text(DialogHint.ACK_MISMATCH));
    }

    @Test
    void ackWithAnotherTagIsNamed() throws IOException {
        answeredWith(CALL.withTo("z").withBranch("ack"));
        assertEquals("ACK was sent 11 times with To tag z; the 200 has b. The callee cannot match it.",
                text(DialogHint.ACK_MISMATCH));
    }

    @Test
    void ackWithAnotherCallIdIsNamed() throws IOException {
        answeredWith(CALL.withCallId("c2").withBranch("ack"));
        assertEquals("ACK was sent 11 times with another Call-ID than the 200 (c2). The callee cannot match it.",
                text(DialogHint.ACK_MISMATCH));
    }

    @Test
    void ackOfAnotherCallIsNotNamed() throws IOException {
        answeredWith(CALL.withCallId("c2").withFrom("stranger").withBranch("ack"));
        assertEquals("", text(DialogHint.ACK_MISMATCH));
    }

    @Test
    void ackThatMatchesAndDoesNotArriveIsNoMismatch() throws IOException {
        answeredWith(CALL.withBranch("ack"));
        assertEquals("", text(DialogHint.ACK_MISMATCH));
    }

    @Test
    void cancelWithAnotherBranchIsNamed() throws IOException {
        withdrawnWith(CALL.withBranch("own"), 481);
        assertEquals("CANCEL was sent with branch z9hG4bKown; its INVITE has z9hG4bKinvite. It was refused with 481.",
                text(DialogHint.CANCEL_MISMATCH));
    }

    @Test
    void cancelWithAnotherNumberIsNamed() throws IOException {
        withdrawnWith(CALL.withCseq(8), 481);
        assertEquals("CANCEL was sent with CSeq 8; its INVITE has 7. It was refused with 481.",
                text(DialogHint.CANCEL_MISMATCH));
    }

    @Test
    void cancelWithAnotherTagThatNobodyAnswersIsNamed() throws IOException {
        withdrawnWith(CALL.withFrom("other"), 0);
        assertEquals("CANCEL was sent with From tag other; its INVITE has a. No response to it was captured.",
                text(DialogHint.CANCEL_MISMATCH));
    }

    @Test
    void cancelWithAnotherCallIdIsNamed() throws IOException {
        withdrawnWith(CALL.withCallId("c3"), 481);
        assertEquals("CANCEL was sent with another Call-ID than the INVITE (c3). It withdraws nothing.",
                text(DialogHint.CANCEL_MISMATCH));
    }

    @Test
    void cancelThatIsAcceptedIsNoMismatch() throws IOException {
        withdrawnWith(CALL.withBranch("own"), 200);
        assertEquals("", text(DialogHint.CANCEL_MISMATCH));
    }
}
