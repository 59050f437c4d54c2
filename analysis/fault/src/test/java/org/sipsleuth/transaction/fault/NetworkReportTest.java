package org.sipsleuth.transaction.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

/// Faults of fragments, of ICMP and of TCP, from frames.
class NetworkReportTest {

    private static final int SYN = 2;
    private static final int ACK = 0x10;
    private static final int RST_ACK = 0x14;

    private Scene scene = new Scene();

    /// Who connects by TCP to the proxy.
    private String client = ALICE;

    private List<NetworkFault> faults() {
        return NetworkReport.of(scene.table(), RunMonitor.NONE).faults();
    }

    private NetworkFault only(FaultKind kind) {
        List<NetworkFault> faults = faults();
        assertEquals(List.of(kind), faults.stream().map(NetworkFault::kind).toList());
        return faults.getFirst();
    }

    private void assertNone() {
        assertEquals(List.of(), faults());
    }

    private static String invite(int cseq) {
        return """
                INVITE sip:200@example.org SIP/2.0
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>
                Call-ID: one
                CSeq: %d INVITE
                Subject: %s

                """.formatted(cseq, "x".repeat(200)).replace("\n", "\r\n");
    }

    private void firstFragment(String text, int id) {
        byte[] udp = Packets.udp(5060, 5060, text.getBytes(StandardCharsets.ISO_8859_1));
        byte[] packet = Packets.ipv4(ALICE, PROXY, 17, Arrays.copyOf(udp, 304));
        packet[5] = (byte) id;
        packet[6] = 0x20;
        scene.frame(Packets.ethernet(0x0800, packet));
    }

    @Test
    void messageWhoseFragmentsNeverCameIsOneFault() {
        for (int id = 1; id <= 7; id++) {
            firstFragment(invite(1), id);
        }
        scene.callId("other").request(ALICE, BOB, "OPTIONS", 1).response(BOB, ALICE, 200, "OPTIONS", 1);
        NetworkFault lost = only(FaultKind.LOST_FRAGMENT);
        assertEquals(7, lost.count());
        assertEquals(List.of("100", "200"), lost.users());
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), lost.frames().stream().map(FrameNumber::frame).toList());
        assertEquals(
                "INVITE from 100 to 200, sent by 192.0.2.11:5060 to 192.0.2.1:5060, was never complete: its first IP"
                        + " fragment was captured 7 times within 6.0 s, the others were not, and nothing shows that it"
                        + " arrived.",
                lost.text());
    }

    @Test
    void fragmentOfAMessageThatArrivedIsAMatterOfTheCapture() {
        firstFragment(invite(1), 1);
        scene.response(PROXY, ALICE, 100, "INVITE", 1).response(PROXY, ALICE, 486, "INVITE", 1);
        assertNone();
        CaptureLimits limits = NetworkReport.of(scene.table(), RunMonitor.NONE).limits().getFirst();
        assertEquals(1, limits.fragments());
        assertTrue(limits.isIncomplete());
    }

    @Test
    void fragmentAtTheEndOfTheCaptureIsNotJudged() {
        scene.request(ALICE, BOB, "OPTIONS", 1).response(BOB, ALICE, 200, "OPTIONS", 1);
        firstFragment(invite(1), 1);
        assertNone();
    }

    private static byte[] quoting(String text, int bytes) {
        return Arrays.copyOf(
                Packets.ipv4(ALICE, PROXY, 17, Packets.udp(5060, 5060, text.getBytes(StandardCharsets.ISO_8859_1))),
                bytes);
    }

    private void icmp(String from, String to, int code, int mtu, byte[] quoted) {
        byte[] header = {3, (byte) code, 0, 0, 0, 0, (byte) (mtu >> 8), (byte) mtu};
        scene.frame(Packets.ethernet(0x0800, Packets.ipv4(from, to, 1, Packets.join(header, quoted))));
    }

    @Test
    void icmpErrorIsTiedToTheMessageThatItQuotes() {
        for (int i = 0; i < 3; i++) {
            scene.raw(ALICE, PROXY, invite(1));
            icmp(PROXY, ALICE, 3, 0, quoting(invite(1), 300));
        }
        NetworkFault error = only(FaultKind.ICMP_ERROR);
        assertEquals(3, error.count());
        assertEquals(List.of(0), error.dialogs());
        assertEquals(List.of(0), error.messages());
        assertEquals("192.0.2.1 answered ICMP port unreachable to INVITE from 100 to 200, sent by 192.0.2.11:5060 to"
                + " 192.0.2.1:5060, 3 times within 4.0 s.", error.text());
    }

    @Test
    void icmpErrorThatQuotesOnlyPortsIsTiedToTheLastMessage() {
        scene.request(ALICE, PROXY, "OPTIONS", 1).callId("two").request(ALICE, PROXY, "MESSAGE", 1);
        icmp("192.0.2.9", ALICE, 4, 1400, quoting("", 28));
        scene.callId("three").request(ALICE, PROXY, "INFO", 1);
        NetworkFault error = only(FaultKind.ICMP_ERROR);
        assertEquals(List.of(1), error.messages());
        assertEquals("1400", error.values().get("mtu"));
        assertTrue(error.text().startsWith("192.0.2.9 answered ICMP fragmentation needed (MTU 1,400) to MESSAGE"),
                error.text());
    }

    @Test
    void icmpErrorToARequestThatWasAnsweredIsNone() {
        scene.raw(ALICE, PROXY, invite(1));
        icmp("192.0.2.9", ALICE, 4, 1400, quoting(invite(1), 300));
        scene.raw(ALICE, PROXY, invite(1)).response(PROXY, ALICE, 486, "INVITE", 1);
        assertNone();
    }

    @Test
    void aRequestThatWasAnsweredAfterErrorsToItsRepetitionsHadToWait() {
        for (int i = 0; i < 2; i++) {
            scene.raw(ALICE, PROXY, invite(1));
            icmp(PROXY, ALICE, 3, 0, quoting(invite(1), 300));
            scene.after(2);
        }
        scene.raw(ALICE, PROXY, invite(1)).response(PROXY, ALICE, 486, "INVITE", 1);
        NetworkFault error = only(FaultKind.ICMP_ERROR);
        assertTrue(error.text().endsWith("2 times within 4.0 s. It was answered 9.0 s after it was sent first."),
                error.text());
    }

    @Test
    void icmpErrorToAnotherProtocolIsNone() {
        scene.request(ALICE, PROXY, "OPTIONS", 1);
        byte[] dns = Packets.ipv4(ALICE, PROXY, 17, Packets.udp(40000, 53, new byte[20]));
        icmp(PROXY, ALICE, 3, 0, dns);
        assertNone();
    }

    @Test
    void scanOfManyHostsIsOneFault() {
        for (int host = 1; host <= 20; host++) {
            String to = "198.51.100." + host;
            scene.callId("s" + host).request(ALICE, to, "OPTIONS", 1);
            byte[] quoted = Packets.ipv4(ALICE, to, 17, Packets.udp(5060, 5060, new byte[0]));
            icmp(to, ALICE, 3, 0, quoted);
        }
        assertEquals("20 hosts", only(FaultKind.ICMP_ERROR).values().get("destination"));
    }

    private void call(boolean hasIce) {
        call("one", hasIce);
    }

    private void call(String callId, boolean hasIce) {
        String sdp = """
                v=0
                o=- 1 1 IN IP4 192.0.2.1
                s=-
                c=IN IP4 192.0.2.1
                t=0 0
                m=audio 40000 RTP/AVP 0
                """ + (hasIce ? "a=candidate:1 1 UDP 2130706431 192.0.2.1 40000 typ host\n" : "");
        String text = """
                SIP/2.0 200 OK
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>;tag=t
                Call-ID: %s
                CSeq: 1 INVITE
                Content-Type: application/sdp
                Content-Length: %d

                %s""".replace("\n", "\r\n");
        String body = sdp.replace("\n", "\r\n");
        scene.callId(callId).request(ALICE, PROXY, "INVITE", 1);
        scene.raw(PROXY, ALICE, text.formatted(callId, body.length(), body));
        scene.request(ALICE, PROXY, "ACK", 1);
    }

    private void mediaErrors(int errors) {
        byte[] rtp = Packets.ipv4(ALICE, PROXY, 17, Packets.udp(30000, 40000, new byte[20]));
        for (int i = 0; i < errors; i++) {
            icmp(PROXY, ALICE, 3, 0, rtp);
        }
    }

    private void bye() {
        scene.withinDialog().request(ALICE, PROXY, "BYE", 2).response(PROXY, ALICE, 200, "BYE", 2);
    }

    @Test
    void icmpErrorsToMediaOfACallAreAFault() {
        call(false);
        mediaErrors(6);
        bye();
        NetworkFault error = only(FaultKind.MEDIA_ICMP_ERROR);
        assertEquals(List.of(0), error.dialogs());
        assertEquals(6, error.count());
    }

    @Test
    void icmpErrorsAfterTheCallOrWhileIceSearchesAreNone() {
        call(true);
        mediaErrors(6);
        scene.after(5);
        bye();
        mediaErrors(6);
        assertNone();
    }

    @Test
    void theCallThatAnnouncedAnAddressLastOwnsItsErrors() {
        call("without a captured end", false);
        scene.after(60);
        call("last", false);
        mediaErrors(6);
        assertEquals(List.of(1), only(FaultKind.MEDIA_ICMP_ERROR).dialogs());
        bye();
        mediaErrors(6);
        assertEquals(6, only(FaultKind.MEDIA_ICMP_ERROR).count(), "the last call ended, and with it the first");
    }

    /// A capture of errors only, a day after a call without a captured end, or of that day's call, too.
    private static List<List<Integer>> ofNextDay(boolean hasCall) {
        NetworkReportTest first = new NetworkReportTest();
        first.call("yesterday", false);
        NetworkReportTest second = new NetworkReportTest();
        second.scene.after(86_400);
        if (hasCall) {
            second.call("today", false);
        }
        second.mediaErrors(6);
        TransactionTable table =
                TransactionTable.of(Scene.together(List.of(second.scene, first.scene)), RunMonitor.NONE);
        return NetworkReport.of(table, RunMonitor.NONE)
                .faults()
                .stream()
                .map(fault -> fault.dialogs()
                        .stream()
                        .map(table.index()::messagesOf)
                        .map(its -> table.index().messages().file(its[0]))
                        .toList())
                .toList();
    }

    @Test
    void anAnnouncementEndsWithItsCapture() {
        assertEquals(List.of(List.of(0)), ofNextDay(true));
        assertEquals(List.of(), ofNextDay(false));
    }

    private static final String NAT = "203.0.113.7";

    private static final String USES_ICE =
            "a=ice-ufrag:u\r\na=candidate:1 1 UDP 2130706431 10.0.0.12 40000 typ host\r\n";

    private static String described(String start, String address, String more) {
        String sdp = "v=0\r\nc=IN IP4 %s\r\nt=0 0\r\nm=audio 40000 RTP/AVP 0\r\n%s".formatted(address, more);
        return """
                %s
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>
                Call-ID: one
                CSeq: 1 INVITE
                Content-Type: application/sdp
                Content-Length: %d

                %s""".replace("\n", "\r\n").formatted(start, sdp.length(), sdp);
    }

    /// A call by a server in a private network: the callee announces a public address, from which the
    /// caller's media is answered with errors.
    ///
    /// @param callee where the SIP of the callee comes from
    private void mediaToPublicAddress(String callee, String inOffer, String inAnswer) {
        String from = "10.0.0.11";
        String server = "10.0.0.1";
        String invite = described("INVITE sip:200@example.org SIP/2.0", from, inOffer);
        String ok = described("SIP/2.0 200 OK", NAT, inAnswer);
        scene.raw(from, server, invite).raw(server, callee, invite).raw(callee, server, ok).raw(server, from, ok);
        scene.withinDialog().request(from, server, "ACK", 1);
        byte[] rtp = Packets.ipv4(from, NAT, 17, Packets.udp(30000, 40000, new byte[20]));
        for (int i = 0; i < 6; i++) {
            icmp(NAT, from, 3, 0, rtp);
        }
        scene.after(5).request(from, server, "BYE", 2).response(server, from, 200, "BYE", 2);
    }

    @Test
    void mediaToThePublicAddressOfTheirOwnNatLacksHairpin() {
        mediaToPublicAddress("10.0.0.12", "", "");
        assertEquals(
                "10.0.0.12 announced 203.0.113.7:40000 for its media, the public address of its NAT, though 10.0.0.11"
                        + " is in the same private network: 203.0.113.7 answered ICMP port unreachable to media that"
                        + " 10.0.0.11:30000 sent there, 6 times within 5.0 s. It did not reach 10.0.0.12: 200 hears nothing"
                        + " from 100.",
                only(FaultKind.NO_HAIRPIN).text());
    }

    @Test
    void mediaToAPhoneAtAPublicAddressDoesNotLackHairpin() {
        mediaToPublicAddress(NAT, "", "");
        only(FaultKind.MEDIA_ICMP_ERROR);
    }

    @Test
    void candidatesAreTriedOnlyWhereBothSidesHaveThem() {
        mediaToPublicAddress("10.0.0.12", "", USES_ICE);
        only(FaultKind.NO_HAIRPIN);
    }

    @Test
    void errorsWhileIceSearchesAreNone() {
        mediaToPublicAddress("10.0.0.12", USES_ICE, USES_ICE);
        assertNone();
    }

    private void tcp(boolean isBack, int sequence, int ack, int flags, String payload) {
        byte[] segment = Packets.tcp(isBack ? 5060 : 40000, isBack ? 40000 : 5060, sequence, ack, flags,
                payload.getBytes(StandardCharsets.ISO_8859_1));
        scene.frame(
                Packets.ethernet(0x0800, Packets.ipv4(isBack ? PROXY : client, isBack ? client : PROXY, 6, segment)));
    }

    private static String options(int cseq) {
        return """
                OPTIONS sip:200@example.org SIP/2.0
                Via: SIP/2.0/TCP host:5060;branch=z9hG4bKc
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>
                Call-ID: tcp
                CSeq: %d OPTIONS
                Content-Length: 0

                """.formatted(cseq).replace("\n", "\r\n");
    }

    @Test
    void refusedConnectionToTheSipPortIsAFault() {
        tcp(false, 7, 0, SYN, "");
        tcp(true, 0, 8, RST_ACK, "");
        assertEquals("192.0.2.1:5060 refused the TCP connection of 192.0.2.11 (RST answered SYN) once.",
                only(FaultKind.CONNECTION_REFUSED).text());
    }

    /// A call that comes to the host which cannot reach the next one.
    private void waiting(int status, int seconds) {
        scene.callId("call").branch("w").request(BOB, ALICE, "INVITE", 1).response(ALICE, BOB, 100, "INVITE", 1);
        scene.after(seconds);
        tcp(false, 7, 0, SYN, "");
        tcp(true, 0, 8, RST_ACK, "");
        scene.response(ALICE, BOB, status, "INVITE", 1);
    }

    @Test
    void theCallThatWaitedForARefusedConnectionIsAffected() {
        waiting(503, 1);
        NetworkFault refused = only(FaultKind.CONNECTION_REFUSED);
        assertEquals(List.of(0), refused.dialogs());
        assertEquals(List.of("100", "200"), refused.users());
        assertEquals(List.of(0, 2), refused.messages());
    }

    @Test
    void aCallThatFailedForAnotherReasonOrAtAnotherTimeIsNotAffected() {
        waiting(486, 1);
        assertEquals(List.of(), only(FaultKind.CONNECTION_REFUSED).dialogs());
    }

    @Test
    void aCallThatWasPassedOnIsNotAffectedByARefusedConnection() {
        scene.callId("call").branch("w").request(BOB, ALICE, "INVITE", 1);
        scene.branch("v").request(ALICE, "192.0.2.77", "INVITE", 1).response("192.0.2.77", ALICE, 500, "INVITE", 1);
        scene.branch("w");
        tcp(false, 7, 0, SYN, "");
        tcp(true, 0, 8, RST_ACK, "");
        scene.response(ALICE, BOB, 500, "INVITE", 1);
        assertEquals(List.of(), only(FaultKind.CONNECTION_REFUSED).dialogs());
    }

    @Test
    void theCallWhoseNextLegIsALostFragmentIsAffected() {
        scene.callId("leg").branch("w").request(BOB, ALICE, "INVITE", 1).response(ALICE, BOB, 100, "INVITE", 1);
        for (int id = 1; id <= 7; id++) {
            firstFragment(invite(1), id);
        }
        scene.response(ALICE, BOB, 408, "INVITE", 1);
        assertEquals(List.of(0), only(FaultKind.LOST_FRAGMENT).dialogs());
    }

    @Test
    void resetWhileARequestWaitsIsAFault() {
        tcp(false, 7, 0, SYN, "");
        tcp(true, 99, 8, SYN | ACK, "");
        tcp(false, 8, 100, ACK, options(1));
        tcp(true, 100, 8 + options(1).length(), RST_ACK, "");
        NetworkFault reset = only(FaultKind.CONNECTION_RESET);
        assertEquals(List.of(0), reset.dialogs());
        assertEquals(List.of("100", "200"), reset.users());
    }

    /// A call that is hung up over a connection that the other side no longer knows.
    private NetworkFault resetAtBye(boolean isRepeated, int seconds) {
        reset(isRepeated);
        scene.after(seconds).callId("end").branch("end").request(ALICE, PROXY, "OPTIONS", 1);
        scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
        return only(FaultKind.CONNECTION_RESET);
    }

    private void reset(boolean isRepeated) {
        String bye = options(2).replace("OPTIONS", "BYE");
        tcp(false, 7, 0, SYN, "");
        tcp(true, 99, 8, SYN | ACK, "");
        tcp(false, 8, 100, ACK, bye);
        tcp(true, 100, 8 + bye.length(), RST_ACK, "");
        if (isRepeated) {
            scene.callId("tcp").branch("again").withinDialog().request(ALICE, PROXY, "BYE", 3);
            scene.response(PROXY, ALICE, 200, "BYE", 3);
        }
    }

    /// Also where client and server are one host.
    @Test
    void aConnectionThatIsNotTakenAfterAResetIsNamed() {
        for (String host : List.of(ALICE, PROXY)) {
            scene = new Scene();
            client = host;
            reset(false);
            scene.after(2);
            tcp(false, 70, 0, SYN, "");
            tcp(true, 0, 71, RST_ACK, "");
            scene.after(9).callId("end").branch("end").request(ALICE, PROXY, "OPTIONS", 1);
            scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
            NetworkFault reset = faults().stream()
                    .filter(each -> each.kind() == FaultKind.CONNECTION_RESET)
                    .findFirst()
                    .orElseThrow();
            assertTrue(reset.text().endsWith("No response to BYE followed, and 192.0.2.1:5060 took no new connection."),
                    reset.text());
        }
    }

    @Test
    void aRequestThatAResetCutOffAndNobodyAnsweredIsNamed() {
        NetworkFault reset = resetAtBye(false, 9);
        assertEquals("BYE", reset.values().get(NetworkFault.UNANSWERED));
        assertTrue(reset.text().endsWith("once. No response to BYE followed."), reset.text());
    }

    @Test
    void aRequestThatIsRepeatedWithSuccessIsNotLost() {
        assertEquals(null, resetAtBye(true, 9).values().get(NetworkFault.UNANSWERED));
    }

    @Test
    void whatMayStillBeRepeatedWhenTheCaptureEndsIsNotLost() {
        assertEquals(null, resetAtBye(false, 0).values().get(NetworkFault.UNANSWERED));
    }

    @Test
    void allRequestsThatWaitOnAConnectionAreAffectedByItsReset() {
        String other = options(2).replace("Call-ID: tcp", "Call-ID: udp").replace("branch=z9hG4bKc", "branch=z9hG4bKd");
        String answered =
                options(3).replace("Call-ID: tcp", "Call-ID: old").replace("branch=z9hG4bKc", "branch=z9hG4bKe");
        String response = answered.replace("OPTIONS sip:200@example.org SIP/2.0", "SIP/2.0 200 OK");
        tcp(false, 7, 0, SYN, "");
        tcp(true, 99, 8, SYN | ACK, "");
        tcp(false, 8, 100, ACK, answered);
        tcp(true, 100, 8 + answered.length(), ACK, response);
        tcp(false, 8 + answered.length(), 100 + response.length(), ACK, options(1) + other);
        int sent = answered.length() + options(1).length() + other.length();
        tcp(true, 100 + response.length(), 8 + sent, RST_ACK, "");
        assertEquals(List.of(1, 2), only(FaultKind.CONNECTION_RESET).dialogs());
    }

    @Test
    void resetOfAnIdleConnectionIsNone() {
        String response = options(1).replace("OPTIONS sip:200@example.org SIP/2.0", "SIP/2.0 200 OK");
        tcp(false, 7, 0, SYN, "");
        tcp(true, 99, 8, SYN | ACK, "");
        tcp(false, 8, 100, ACK, options(1));
        tcp(true, 100, 8 + options(1).length(), ACK, response);
        tcp(true, 100 + response.length(), 8 + options(1).length(), RST_ACK, "");
        assertNone();
    }

    @Test
    void limitsSayWhatCannotBeConcluded() {
        scene.withinDialog().request(ALICE, PROXY, "BYE", 2).response(PROXY, ALICE, 200, "BYE", 2);
        call(false);
        CaptureLimits limits = NetworkReport.of(scene.table(), RunMonitor.NONE).limits().getFirst();
        assertEquals(List.of("1 call without a captured beginning: how it began is unknown."), limits.edges());
    }

    @Test
    void oneDirectionIsTold() {
        for (int i = 0; i < 5; i++) {
            scene.callId("c" + i).request(ALICE, PROXY, "INVITE", 1).request(ALICE, PROXY, "ACK", 1);
        }
        CaptureLimits limits = NetworkReport.of(scene.table(), RunMonitor.NONE).limits().getFirst();
        assertTrue(limits.isOneWay(), limits.toString());
        scene.callId("x").request(BOB, PROXY, "INVITE", 1);
    }
}
