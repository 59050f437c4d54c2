package org.sipsleuth.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

class KnownFingerprintsTest {

    private static final String SCANNER = """
            OPTIONS sip:100@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 203.0.113.66:5060;branch=z9hG4bK-1453809699;rport
            Max-Forwards: 70
            To: "sipvicious"<sip:100@1.1.1.1>
            From: "sipvicious"<sip:100@1.1.1.1>;tag=633030303032303131336334013732
            User-Agent: friendly-scanner
            Call-ID: 611270787934699571941
            Contact: sip:100@203.0.113.66:5060
            CSeq: 1 OPTIONS
            Accept: application/sdp
            Content-Length: 0

            """;

    private static final String PHONE = """
            REGISTER sip:example.org SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.11:5060;branch=z9hG4bKd0b5dec0cf14a1dc;rport
            Contact: <sip:1001-0x557ce3079f50@192.0.2.11:5060>;expires=60
            Max-Forwards: 70
            To: <sip:1001@example.org>
            From: <sip:1001@example.org>;tag=bc118731b44edbc7
            Call-ID: a52733d77d61dd39
            CSeq: 4711 REGISTER
            User-Agent: baresip v1.0.0 (x86_64/linux)
            Allow: INVITE,ACK,BYE
            Content-Length: 0

            """;

    private static final String FLOOD = """
            INVITE sip:1003@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.12:5060;branch=z9hG4bK-17886-12-0
            Max-Forwards: 70
            From: <sip:1002@example.org>;tag=17886c12
            To: <sip:1003@example.org>
            Call-ID: 12-17886
            CSeq: 1 INVITE
            Contact: <sip:1002@192.0.2.12:5060>
            User-Agent: baresip v1.0.0 (x86_64/linux)
            Content-Length: 0

            """;

    private static final String NMAP = """
            REGISTER sip:192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 203.0.113.66:50067;rport;branch=z9hG4bKQd5WEa4ve4mh92IljBzuW6x4X
            Max-Forwards: 70
            From: "Nmap NSE" <sip:200@192.0.2.1>;tag=RTbvWBBz7X4WRp1KQXIH
            To: "Nmap NSE" <sip:200@192.0.2.1>
            Call-ID: yTMKdEjcK_FZjhbSlec41LVc3m_ohxaVFmfirD_1CFQlns4NLVHChcfZDeDk
            CSeq: 1234 REGISTER
            User-Agent: Nmap NSE
            Contact: "Nmap NSE" <sip:200@203.0.113.66:50067>
            Expires: 0
            Allow: PRACK, INVITE ,ACK, BYE, CANCEL, UPDATE, SUBSCRIBE,NOTIFY, REFER, MESSAGE, OPTIONS
            Content-Length:  0

            """;

    private static Fingerprint of(String message) {
        byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        SipLayout layout = new SipLayout();
        assertTrue(SipParser.parse(bytes, 0, bytes.length, layout));
        FingerprintReader reader = new FingerprintReader();
        int size = reader.read(bytes, layout);
        return FingerprintReader.decode(new String(reader.bytes(), 0, size, StandardCharsets.UTF_8));
    }

    private static String named(String message, String agent) {
        return message.replaceAll("User-Agent: .*", "User-Agent: " + agent);
    }

    @Test
    void readsHowARequestIsWritten() {
        assertEquals(new Fingerprint("baresip v1.0.0 (x86_64/linux)", "REGISTER",
                "Via,Contact,Max-Forwards,To,From,Call-ID,CSeq,User-Agent,Allow,Content-Length", ":branch,rport", "x16",
                "x16", "x16", "<,<,<", ""), of(PHONE));
    }

    @Test
    void compactNamesAndTheirSpellingAreKept() {
        String compact = "OPTIONS sip:a@b SIP/2.0\nv: SIP/2.0/UDP a\nf: <sip:a@b>\nT: <sip:a@b>\ni: 1\n\n";
        assertEquals("v,f,T,i", of(compact).headerOrder());
        assertEquals("", of(compact).via());
    }

    @Test
    void credentialsDoNotChangeAFingerprint() {
        String more = "CSeq: 1 OPTIONS\nAuthorization: Digest username=\"a\"";
        assertEquals(of(SCANNER), of(SCANNER.replace("CSeq: 1 OPTIONS", more)));
    }

    @Test
    void sessionDescriptionIsKnownByItsLines() {
        String sdp = "v=0\no=- 1 1 IN IP4 a\ns=Talk\nm=audio 1 RTP/AVP 0\na=rtpmap:0 x\na=rtpmap:8 y";
        String invite = FLOOD.replace("Content-Length: 0\n\n", "Content-Type: application/sdp\n\n") + sdp;
        assertEquals("v,o,s=Talk,m,a=rtpmap", of(invite).sdp());
    }

    @ParameterizedTest
    @CsvSource({
        "1453809699, #",
        "633030303032a1, x",
        "bc118731b44edbc7, x16",
        "BC118731B44EDBC7, X16",
        "6330303030323031313363340137320a9b8c7d6e, x+",
        "0a1b2c3d-1111-2222-3333-0123456789ab, uuid",
        "17886-12-0, #-#-#",
        "17SIPpTag0012, #SIPpTag#",
        "d8754z-bc118731b44edbc7-1---d8754z-, d8754z-x-#---d8754z-",
        "Xa~3-k9Zq, t",
        "as1f2e3d4c, t10",})
    void identifiersAreReducedToTheirGrammar(String identifier, String grammar) {
        assertEquals(grammar, of(PHONE.replace("bc118731b44edbc7", identifier)).tag());
    }

    /// The probe by which Nmap finds out what listens at a port; it names no program.
    @Test
    void serviceProbeOfNmapIsRecognised() {
        assertEquals("Nmap", KnownFingerprints.shipped().identify(of("""
                OPTIONS sip:nm SIP/2.0
                Via: SIP/2.0/TCP nm;branch=foo
                From: <sip:nm@nm>;tag=root
                To: <sip:nm2@nm2>
                Call-ID: 50000
                CSeq: 42 OPTIONS
                Max-Forwards: 70
                Content-Length: 0
                Contact: <sip:nm@nm>
                Accept: application/sdp

                """)).orElseThrow().name());
    }

    @Test
    void toolIsRecognisedUnderItsOwnName() {
        Fingerprint fingerprint = of(SCANNER);
        assertEquals("SIPVicious (friendly-scanner)", fingerprint.describe());
        assertEquals(KnownProgram.Kind.ATTACK_TOOL,
                KnownFingerprints.shipped().identify(fingerprint).orElseThrow().kind());
    }

    @Test
    void disguisedToolIsRecognised() {
        Fingerprint disguised = of(named(SCANNER, "Zoiper rv2.8"));
        Likeness likeness = KnownFingerprints.shipped().nearest(disguised).orElseThrow();
        assertTrue(likeness.isDisguised(disguised));
        assertEquals(List.of(), likeness.different());
        assertEquals("SIPVicious (claims Zoiper rv2.8), judged by header order, branch and address style",
                disguised.describe());
    }

    @Test
    void toolUnderForgedAddressesIsRecognised() {
        assertEquals("SIPp (claims baresip v1.0.0), judged by branch and Call-ID", of(FLOOD).describe());
    }

    /// As nmap's SIP scripts write: identifiers of 25, 60 and 20 letters and digits.
    @Test
    void nmapIsRecognisedUnderAnotherName() {
        Fingerprint disguised = of(named(NMAP, "Zoiper rv2.8"));
        assertTrue(disguised.describe().startsWith("Nmap (claims Zoiper rv2.8), judged by"), disguised::describe);
        assertEquals("Nmap NSE", of(NMAP).describe());
    }

    @Test
    void phoneIsNoTool() {
        Fingerprint phone = of(PHONE);
        assertFalse(KnownFingerprints.shipped().identify(phone).orElseThrow().isTool());
        assertEquals("baresip v1.0.0 (x86_64/linux)", phone.describe());
    }

    @Test
    void phoneWhoseNameContainsThatOfAToolIsNone() {
        Fingerprint phone = of(named(PHONE, "Nero SIPPS IP Phone Version 2.0"));
        assertFalse(KnownFingerprints.shipped().identify(phone).filter(KnownProgram::isTool).isPresent());
    }

    @Test
    void unknownWriterThatNamesAToolIsThatTool() {
        assertEquals("SIPVicious by its User-Agent alone (friendly-scanner)",
                of(named(PHONE.replace("Contact", "X"), "friendly-scanner")).describe());
    }

    @Test
    void namelessWriterIsCalledByWhatItIsNearestTo() {
        String other = PHONE.replaceAll("User-Agent: .*\n", "").replace("Contact:", "X-Odd: a\nContact:");
        assertEquals("no User-Agent; nearest to baresip, other header order", of(other).describe());
    }

    @Test
    void everyReferenceHasASource() {
        assertTrue(KnownFingerprints.shipped().programs().size() > 10);
        assertTrue(KnownFingerprints.shipped().programs().stream().noneMatch(program -> program.source().isBlank()));
    }

    @Test
    void hostileTextIsLimited() {
        String agent = "x".repeat(5_000) + '\u0001';
        Fingerprint fingerprint = of(named(PHONE, agent));
        assertEquals(500, fingerprint.userAgent().length());
        assertEquals("x16", fingerprint.branch());
    }
}
