package org.sipsleuth.dialog.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.note.HintRule.BRANCH_COOKIE;
import static org.sipsleuth.dialog.note.HintRule.BYE_CROSSED;
import static org.sipsleuth.dialog.note.HintRule.CANCEL_EARLY;
import static org.sipsleuth.dialog.note.HintRule.CANCEL_RACE;
import static org.sipsleuth.dialog.note.HintRule.CONTACT_ADDRESS;
import static org.sipsleuth.dialog.note.HintRule.CONTACT_MISSING;
import static org.sipsleuth.dialog.note.HintRule.CONTACT_PRIVATE;
import static org.sipsleuth.dialog.note.HintRule.CONTENT_LENGTH;
import static org.sipsleuth.dialog.note.HintRule.CSEQ_BACK;
import static org.sipsleuth.dialog.note.HintRule.FORKED;
import static org.sipsleuth.dialog.note.HintRule.HOPS_USED_UP;
import static org.sipsleuth.dialog.note.HintRule.LARGE_OVER_UDP;
import static org.sipsleuth.dialog.note.HintRule.MISSING_ACK;
import static org.sipsleuth.dialog.note.HintRule.MISSING_PRACK;
import static org.sipsleuth.dialog.note.HintRule.MISSING_SDP_ANSWER;
import static org.sipsleuth.dialog.note.HintRule.NO_ANSWER;
import static org.sipsleuth.dialog.note.HintRule.NO_CONTENT_LENGTH;
import static org.sipsleuth.dialog.note.HintRule.NO_FINAL;
import static org.sipsleuth.dialog.note.HintRule.REFUSED_CREDENTIALS;
import static org.sipsleuth.dialog.note.HintRule.REPEATED;
import static org.sipsleuth.dialog.note.HintRule.SDP_PRIVATE;
import static org.sipsleuth.dialog.note.HintRule.SDP_ZERO;
import static org.sipsleuth.dialog.note.HintRule.STRICT_ROUTE;
import static org.sipsleuth.dialog.note.HintRule.TAG_CHANGED;
import static org.sipsleuth.dialog.note.HintRule.VIA_ADDRESS;
import static org.sipsleuth.dialog.note.HintRule.VIA_LOOP;
import static org.sipsleuth.dialog.note.HintRule.VIA_TRANSPORT;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipMessage;

/// Each rule with messages that it indicates of, and with such that it does not.
class HintRuleTest {

    private static final String A = "198.51.100.1";
    private static final String B = "198.51.100.2";

    private static Set<HintRule> rules(Lines lines) throws IOException {
        return DialogNotes.of(lines.read(), List.of(0), RunMonitor.NONE)
                .stream()
                .map(Hint::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void reports(HintRule rule, Lines lines) throws IOException {
        Set<HintRule> found = rules(lines);
        assertTrue(found.contains(rule), () -> rule + " is not among " + found);
    }

    private static void isSilent(HintRule rule, Lines lines) throws IOException {
        Set<HintRule> found = rules(lines);
        assertTrue(!found.contains(rule), () -> rule + " is among " + found);
    }

    /// Without times nobody knows how far apart two messages were.
    @Test
    void aRepeatWithoutATimeIsNotSaidToBeACopy(@TempDir Path folder) throws IOException {
        String options = "OPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\n"
                + "Call-ID: c\nCSeq: 1 OPTIONS\nFrom: <sip:a@b>;tag=1\nTo: <sip:b@b>\n\n";
        Path log = Files.writeString(folder.resolve("pasted.txt"), options + options);
        String repeat = DialogNotes.of(CaptureIndexer.read(List.of(log), RunMonitor.NONE), List.of(0), RunMonitor.NONE)
                .stream()
                .filter(hint -> hint.rule() == REPEATED)
                .map(Hint::text)
                .collect(Collectors.joining());
        assertTrue(repeat.contains("Logged again once; the log states no time"), repeat);
    }

    private static Lines invite() {
        return new Lines().request(A, B, "INVITE", 1, "i", "", "");
    }

    private static Lines answered() {
        return invite().response(B, A, 200, "INVITE", 1, "i", "b", "");
    }

    private static Lines call() {
        return answered().request(A, B, "ACK", 1, "k", "b", "");
    }

    @Test
    void aCallAsItShouldBeHasNoHints() throws IOException {
        Lines lines = new Lines().request(A, B, "INVITE", 1, "i", "", Lines.sdp(A))
                .response(B, A, 100, "INVITE", 1, "i", "", "")
                .response(B, A, 180, "INVITE", 1, "i", "b", "")
                .response(B, A, 200, "INVITE", 1, "i", "b", Lines.sdp(B))
                .request(A, B, "ACK", 1, "k", "b", "")
                .request(A, B, "BYE", 2, "e", "b", "")
                .response(B, A, 200, "BYE", 2, "e", "b", "")
                .after(100)
                .otherDialog();
        assertEquals(Set.of(), rules(lines));
    }

    @Test
    void contentLength() throws IOException {
        reports(CONTENT_LENGTH, new Lines().raw(A, B, Lines.bare(A).replace("Length: 0", "Length: 9")));
        reports(CONTENT_LENGTH, new Lines().raw(A, B, Lines.bare(A) + "surplus"));
        isSilent(CONTENT_LENGTH, new Lines().raw(A, B, Lines.bare(A)));
    }

    @Test
    void contentLengthIsNeededWhereNothingElseEndsAMessage() throws IOException {
        String without = Lines.bare(A).replace("Content-Length: 0\r\n", "");
        reports(NO_CONTENT_LENGTH, new Lines().overTcp(A, B, without));
        isSilent(NO_CONTENT_LENGTH, new Lines().raw(A, B, without));
        isSilent(NO_CONTENT_LENGTH, new Lines().overTcp(A, B, Lines.bare(A)));
        String compact = Lines.bare(A).replace("Content-Length:", "l:");
        isSilent(NO_CONTENT_LENGTH, new Lines().overTcp(A, B, compact));
    }

    @Test
    void largeOverUdp() throws IOException {
        String large = "Subject: " + "x".repeat(1_300) + "\r\n";
        reports(LARGE_OVER_UDP, new Lines().request(A, B, "INFO", 1, "i", "", large));
        isSilent(LARGE_OVER_UDP, new Lines().response(A, B, 200, "INFO", 1, "i", "", large));
        isSilent(LARGE_OVER_UDP, invite());
    }

    @Test
    void via() throws IOException {
        String text = Lines.bare(A);
        reports(VIA_TRANSPORT, new Lines().raw(A, B, text.replace("/UDP", "/TCP")));
        reports(BRANCH_COOKIE, new Lines().raw(A, B, text.replace("z9hG4bK", "")));
        reports(VIA_ADDRESS, new Lines().raw(A, B, Lines.bare("10.1.1.1")));
        isSilent(VIA_ADDRESS, new Lines().raw(A, B, Lines.bare("phone.example.org")));
        String twice = "Via: SIP/2.0/UDP h;branch=z9hG4bK1, SIP/2.0/UDP h;branch=z9hG4bK2\r\n";
        reports(VIA_LOOP, new Lines().request(A, B, "INFO", 1, "i", "", twice));
        Set<HintRule> plain = rules(new Lines().raw(A, B, text));
        assertTrue(!plain.contains(VIA_TRANSPORT) && !plain.contains(BRANCH_COOKIE) && !plain.contains(VIA_ADDRESS)
                && !plain.contains(VIA_LOOP));
    }

    @Test
    void contact() throws IOException {
        Lines behindNat = new Lines().raw(A, B, Lines.bare(A).replace("<sip:a@" + A, "<sip:a@192.168.1.7"));
        reports(CONTACT_ADDRESS, behindNat);
        reports(CONTACT_PRIVATE, behindNat);
        Lines within = new Lines().raw("192.168.1.7", "192.168.1.1", Lines.bare("192.168.1.7"));
        isSilent(CONTACT_PRIVATE, within);
        isSilent(CONTACT_ADDRESS, within);
        String without = Lines.bare(A).replace("Contact", "X-Contact").replace("INFO", "INVITE");
        reports(CONTACT_MISSING, new Lines().raw(A, B, without));
        isSilent(CONTACT_MISSING, invite());
    }

    /// All of 127.0.0.0/8 is one host, so there is no NAT in between.
    @Test
    void loopbackAddressesOfOneHostAreNoNat() throws IOException {
        Lines loopback = new Lines().raw("127.0.0.1", "127.0.0.1", Lines.bare("127.0.1.1"));
        isSilent(VIA_ADDRESS, loopback);
        isSilent(CONTACT_ADDRESS, loopback);
        Lines natted = new Lines().raw(A, B, Lines.bare("127.0.1.1"));
        reports(VIA_ADDRESS, natted);
        reports(CONTACT_ADDRESS, natted);
    }

    @Test
    void media() throws IOException {
        reports(SDP_PRIVATE, new Lines().request(A, B, "INVITE", 1, "i", "", Lines.sdp("10.0.0.1")));
        isSilent(SDP_PRIVATE, new Lines().request("10.0.0.1", "10.0.0.2", "INVITE", 1, "i", "", Lines.sdp("10.0.0.1")));
        reports(SDP_ZERO, new Lines().request(A, B, "INVITE", 1, "i", "", Lines.sdp("0.0.0.0")));
        isSilent(SDP_ZERO, new Lines().request(A, B, "INVITE", 1, "i", "", Lines.sdp(A)));
    }

    @Test
    void routing() throws IOException {
        String few = Lines.bare(A).replace("Max-Forwards: 70", "Max-Forwards: 2");
        reports(HOPS_USED_UP, new Lines().raw(A, B, few));
        isSilent(HOPS_USED_UP, new Lines().raw(A, B, Lines.bare(A)));
        reports(STRICT_ROUTE, new Lines().request(A, B, "INFO", 1, "i", "", "Route: <sip:p.example.org>\r\n"));
        isSilent(STRICT_ROUTE, new Lines().request(A, B, "INFO", 1, "i", "", "Route: <sip:p.example.org;lr>\r\n"));
    }

    @Test
    void answers() throws IOException {
        reports(NO_ANSWER, invite().after(40).otherDialog());
        isSilent(NO_ANSWER, invite().after(5).otherDialog());
        isSilent(NO_ANSWER, answered().after(40).otherDialog());
        reports(NO_FINAL, invite().response(B, A, 180, "INVITE", 1, "i", "b", "").after(200).otherDialog());
        isSilent(NO_FINAL, invite().response(B, A, 180, "INVITE", 1, "i", "b", "").after(60).otherDialog());
        reports(REPEATED, invite().request(A, B, "INVITE", 1, "i", "", ""));
        isSilent(REPEATED, call());
        Lines both = invite().request(A, B, "INVITE", 1, "i", "", "")
                .response(B, A, 180, "INVITE", 1, "i", "b", "")
                .response(B, A, 180, "INVITE", 1, "i", "b", "");
        assertEquals(2,
                DialogNotes.of(both.read(), List.of(0), RunMonitor.NONE)
                        .stream()
                        .filter(hint -> hint.rule() == REPEATED)
                        .count(),
                "a request and its response are distinguished");
        String credentials = "Authorization: Digest username=\"a\"\r\n";
        reports(REFUSED_CREDENTIALS, new Lines().request(A, B, "REGISTER", 1, "r", "", credentials)
                .response(B, A, 401, "REGISTER", 1, "r", "b", ""));
        isSilent(REFUSED_CREDENTIALS,
                new Lines().request(A, B, "REGISTER", 1, "r", "", "").response(B, A, 401, "REGISTER", 1, "r", "b", ""));
    }

    @Test
    void acknowledgement() throws IOException {
        reports(MISSING_ACK, answered().after(40).otherDialog());
        isSilent(MISSING_ACK, answered().after(5).otherDialog());
        isSilent(MISSING_ACK, call().after(40).otherDialog());
        reports(MISSING_ACK, invite().response(B, A, 403, "INVITE", 1, "i", "b", "").after(40).otherDialog());
        assertTrue(MISSING_ACK.source().contains("§17.1.1.3"), "the ACK to other than a 2xx");
        Lines reliable = invite().response(B, A, 183, "INVITE", 1, "i", "b", "RSeq: 1\r\n");
        reports(MISSING_PRACK, reliable.after(40).otherDialog());
        isSilent(MISSING_PRACK,
                invite().response(B, A, 183, "INVITE", 1, "i", "b", "RSeq: 1\r\n")
                        .request(A, B, "PRACK", 2, "p", "b", "")
                        .after(40)
                        .otherDialog());
    }

    @Test
    void offerAndAnswer() throws IOException {
        Lines offered = new Lines().request(A, B, "INVITE", 1, "i", "", Lines.sdp(A));
        reports(MISSING_SDP_ANSWER, offered.response(B, A, 200, "INVITE", 1, "i", "b", ""));
        Lines late = invite().response(B, A, 200, "INVITE", 1, "i", "b", Lines.sdp(B));
        reports(MISSING_SDP_ANSWER, late.request(A, B, "ACK", 1, "k", "b", ""));
        isSilent(MISSING_SDP_ANSWER, invite().response(B, A, 200, "INVITE", 1, "i", "b", Lines.sdp(B))
                .request(A, B, "ACK", 1, "k", "b", Lines.sdp(A)));
    }

    @Test
    void cancel() throws IOException {
        Lines ringing = invite().response(B, A, 180, "INVITE", 1, "i", "b", "");
        reports(CANCEL_RACE,
                ringing.request(A, B, "CANCEL", 1, "i", "", "").response(B, A, 200, "INVITE", 1, "i", "b", ""));
        reports(CANCEL_EARLY, invite().request(A, B, "CANCEL", 1, "i", "", ""));
        Lines well = invite().response(B, A, 180, "INVITE", 1, "i", "b", "")
                .request(A, B, "CANCEL", 1, "i", "", "")
                .response(B, A, 487, "INVITE", 1, "i", "b", "");
        isSilent(CANCEL_RACE, well);
        isSilent(CANCEL_EARLY, well);
    }

    @Test
    void aProxyThatCancelsTheOtherBranchesIsInNoRace() throws IOException {
        String other = "198.51.100.3";
        isSilent(CANCEL_RACE,
                new Lines().request(A, B, "INVITE", 1, "i", "", "")
                        .request(A, other, "INVITE", 1, "j", "", "")
                        .response(other, A, 180, "INVITE", 1, "j", "c", "")
                        .response(B, A, 200, "INVITE", 1, "i", "b", "")
                        .request(A, other, "CANCEL", 1, "j", "", "")
                        .response(other, A, 487, "INVITE", 1, "j", "c", ""));
    }

    @Test
    void tags() throws IOException {
        reports(TAG_CHANGED, call().request(A, B, "BYE", 2, "e", "other", ""));
        isSilent(TAG_CHANGED, call().request(A, B, "BYE", 2, "e", "b", ""));
        reports(FORKED,
                invite().response(B, A, 180, "INVITE", 1, "i", "c", "").response(B, A, 200, "INVITE", 1, "i", "b", ""));
        isSilent(FORKED,
                invite().response(B, A, 180, "INVITE", 1, "i", "b", "").response(B, A, 200, "INVITE", 1, "i", "b", ""));
    }

    @Test
    void numbers() throws IOException {
        reports(CSEQ_BACK, call().request(A, B, "INFO", 5, "n", "b", "").request(A, B, "INFO", 3, "m", "b", ""));
        isSilent(CSEQ_BACK, call().request(A, B, "INFO", 3, "n", "b", "").request(A, B, "INFO", 5, "m", "b", ""));
    }

    @Test
    void byes() throws IOException {
        String back = Lines.back(B, "BYE", 7);
        reports(BYE_CROSSED, call().request(A, B, "BYE", 2, "e", "b", "").raw(B, A, back));
        isSilent(BYE_CROSSED, call().request(A, B, "BYE", 2, "e", "b", ""));
    }

    @Test
    void everyRuleNamesItsSource() {
        for (HintRule rule : HintRule.values()) {
            assertTrue(rule.source().matches("RFC \\d{4} §\\d+(\\.\\d+)*(, §\\d+(\\.\\d+)*)*"), rule.source());
        }
    }

    @Test
    void contentLengthIsNeededOverTcpAndTlsOnly() {
        String without = Lines.bare(A).replace("Content-Length: 0\r\n", "");
        SipMessage message = SipMessage.of(without.getBytes(StandardCharsets.US_ASCII));
        Endpoint anyone = new Endpoint(InetAddress.ofLiteral(A), 5060);
        for (Transport transport : Transport.values()) {
            ReadMessage context = new ReadMessage(message, anyone, anyone, transport, without.length());
            assertEquals(transport == Transport.TCP || transport == Transport.TLS,
                    NO_CONTENT_LENGTH.check(context).isPresent(), transport::toString);
        }
    }
}
