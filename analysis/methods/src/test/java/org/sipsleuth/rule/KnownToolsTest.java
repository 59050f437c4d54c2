package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Scene;

class KnownToolsTest {

    private static final SessionRule TOOLS = new KnownTools();

    @Test
    void singleProbeOfAKnownToolIsMinor() {
        Scene scene = new Scene().more("User-Agent: friendly-scanner\r\n");
        scene.request(STRANGER, PROXY, "OPTIONS", 1).response(PROXY, STRANGER, 404, "OPTIONS", 1);
        Finding finding = Found.only(TOOLS, scene);
        assertEquals("sent 1 request written by SIPVicious to 192.0.2.1, which answered", Found.sentence(finding));
        assertEquals("LOW", finding.severity().name());
        assertTrue(Found.observation(finding).isMinor());
    }

    @Test
    void adviceSuitsAProbeWithoutAnAnswer() {
        Scene scene = new Scene().more("User-Agent: friendly-scanner\r\n");
        Finding finding = Found.only(TOOLS, scene.request(STRANGER, PROXY, "OPTIONS", 1));
        assertEquals("sent 1 request written by SIPVicious to 192.0.2.1, without an answer", Found.sentence(finding));
        assertEquals(List.of("Check which of the scanned hosts must be reachable from there."),
                finding.statement().advice().stream().map(Sentence::text).toList());
    }

    @Test
    void disguisedToolIsRecognisedByItsHeaderOrder() {
        Scene scene = new Scene();
        scene.raw(STRANGER, PROXY, """
                OPTIONS sip:100@192.0.2.1 SIP/2.0
                Via: SIP/2.0/UDP 203.0.113.66:5060;branch=z9hG4bK-8137461
                Content-Length: 0
                From: "x"<sip:100@1.1.1.1>;tag=6334
                Accept: application/sdp
                User-Agent: Zoiper rev.1
                To: "x"<sip:100@1.1.1.1>
                Contact: sip:100@203.0.113.66:5060
                CSeq: 1 OPTIONS
                Call-ID: 80213871092837
                Max-Forwards: 70

                """.replace("\n", "\r\n"));
        assertTrue(Found.sentence(Found.only(TOOLS, scene)).contains("written by SIPVicious"));
    }

    /// As `sip-brute` of Nmap writes, under another name.
    private static void registers(Scene scene, String user, String credentials, int status) {
        scene.raw(STRANGER, PROXY, """
                REGISTER sip:192.0.2.1 SIP/2.0
                Via: SIP/2.0/UDP 203.0.113.66:50067;rport;branch=z9hG4bKQd5WEa4ve4mh92IljBzuW6x4X
                Max-Forwards: 70
                From: "Nmap NSE" <sip:%1$s@192.0.2.1>;tag=RTbvWBBz7X4WRp1KQXIH
                To: "Nmap NSE" <sip:%1$s@192.0.2.1>
                Call-ID: yTMKdEjcKFZjhbSlec41LVc3m%1$s
                CSeq: 1234 REGISTER
                User-Agent: Zoiper
                Contact: "Nmap NSE" <sip:%1$s@203.0.113.66:50067>
                Expires: 0
                Allow: PRACK, INVITE ,ACK, BYE
                %2$sContent-Length:  0

                """.formatted(user, credentials).replace("\r\n", "\n").replace("\n", "\r\n"));
        scene.callId("yTMKdEjcKFZjhbSlec41LVc3m" + user).branch("Qd5WEa4ve4mh92IljBzuW6x4X").user(user);
        scene.response(PROXY, STRANGER, status, "REGISTER", 1234);
    }

    @Test
    void fewUsersThatNmapTriesAreAMinorEnumeration() {
        Scene scene = new Scene();
        registers(scene, "200", "", 401);
        registers(scene, "admin", "", 404);
        Finding finding = Found.only(TOOLS, scene);
        assertEquals("sent 2 requests written by Nmap to 192.0.2.1 for 2 users, which answered",
                Found.sentence(finding));
        assertEquals(IncidentKind.EXTENSION_ENUMERATION, Found.observation(finding).kind());
        assertEquals(List.of("200"), Found.observation(finding).accounts());
        assertEquals("LOW", finding.severity().name());
    }

    @Test
    void credentialsOfAToolAreMinorGuessing() {
        Scene scene = new Scene();
        registers(scene, "200", Scene.credentials("200"), 403);
        Finding finding = Found.only(TOOLS, scene);
        assertEquals(IncidentKind.PASSWORD_GUESSING, Found.observation(finding).kind());
        assertEquals("LOW", finding.severity().name());
    }

    @Test
    void otherProgramsAreNone() {
        Scene scene = new Scene().more("User-Agent: baresip v1.0.0\r\n");
        scene.request(STRANGER, PROXY, "OPTIONS", 1).response(PROXY, STRANGER, 200, "OPTIONS", 1);
        assertEquals(List.of(), Found.by(TOOLS, scene));
    }
}
