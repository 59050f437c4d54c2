package org.sipsleuth.dialog.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;

/// What a capture can see, and that nothing is concluded beyond it.
class SightTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final String OTHER = "192.0.2.3";

    @TempDir private Path folder;
    private final PcapWriter pcap = new PcapWriter(1);
    private long second = 1_700_000_000L;

    private SightTest request(String from, String to, String method, String toTag) {
        return send(from, to,
                method + " sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/UDP " + from + ";branch=z9hG4bK" + method
                        + "\r\nFrom: <sip:a@example.org>;tag=a\r\nTo: <sip:b@example.org>" + toTag
                        + "\r\nCall-ID: c\r\nCSeq: 1 " + method + "\r\nContent-Length: 0\r\n\r\n");
    }

    private SightTest send(String from, String to, String text) {
        pcap.frame(second++, 0, Packets.sip(from, to, text));
        return this;
    }

    private SightTest wait(int seconds) {
        second += seconds;
        return this;
    }

    private SipIndex index() throws IOException {
        return CaptureIndexer.read(List.of(Files.write(folder.resolve("a.pcap"), pcap.bytes())), RunMonitor.NONE);
    }

    private String outcome(int dialog) throws IOException {
        return DialogOutcome.of(index(), dialog).text();
    }

    @Test
    void hostWhoseTagIsKnownAndOfWhichNothingIsThereIsUnseen() throws IOException {
        Sight sight = new Sight(request(A, B, "INVITE", "").request(A, B, "ACK", ";tag=b").index());
        assertEquals(List.of(new Sight.Direction(B, A, true, 1)), sight.unseen());
        assertFalse(sight.provesSilence(0, true));
    }

    @Test
    void hostThatNobodyHeardMayBeSilent() throws IOException {
        Sight sight = new Sight(request(A, B, "INVITE", "").request(A, B, "INVITE", "").index());
        assertEquals(List.of(), sight.unseen());
        assertTrue(sight.provesSilence(0, true));
    }

    @Test
    void messageToAnotherHostShowsNoDirection() throws IOException {
        Sight sight = new Sight(
                request(A, B, "INVITE", "").request(B, OTHER, "INVITE", "").request(A, B, "ACK", ";tag=b").index());
        assertEquals(List.of(new Sight.Direction(B, A, false, 2)), sight.unseen());
    }

    @Test
    void strangerWhoKnowsATagShowsNoDirection() throws IOException {
        Sight sight = new Sight(
                request(A, B, "INVITE", "").request(B, A, "OPTIONS", "").request(OTHER, B, "BYE", ";tag=b").index());
        assertEquals(List.of(), sight.unseen());
    }

    @Test
    void requestOfADialogThatUdpNeedNotRepeatProvesNothing() throws IOException {
        SipIndex index = request(A, B, "BYE", ";tag=b").request(B, A, "OPTIONS", "").index();
        assertFalse(new Sight(index).provesSilence(0, false));
        assertTrue(new Sight(index).provesSilence(0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSeq: 1 INVITE\r\n", "Call-ID: c\r\n", "Call-ID: c\r\nCSeq: one INVITE\r\n"})
    void whatCannotBeMatchedHasNoVerdict(String identity) throws IOException {
        send(A, B, "INVITE sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/UDP " + A + ";branch=z9hG4bKx\r\nFrom: "
                + "<sip:a@example.org>;tag=a\r\nTo: <sip:b@example.org>\r\n" + identity + "Content-Length: 0\r\n\r\n");
        wait(60).send(B, OTHER, "OPTIONS sip:x@example.org SIP/2.0\r\nCall-ID: z\r\nCSeq: 1 OPTIONS\r\n\r\n");
        assertEquals("partial: cannot be matched: no Call-ID or CSeq", outcome(0));
    }
}
