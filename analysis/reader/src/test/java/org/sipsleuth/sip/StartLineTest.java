package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sip.Messages.defects;
import static org.sipsleuth.sip.Messages.isSip;
import static org.sipsleuth.sip.Messages.layout;
import static org.sipsleuth.sip.Messages.part;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartLineTest {

    private static final String END = "\r\n\r\n";

    @Test
    void requestLineGivesMethodAndUri() {
        String text = "OPTIONS sip:carol@chicago.example SIP/2.0" + END;
        assertTrue(layout(text).isRequest());
        assertEquals(0, layout(text).statusCode());
        assertEquals("OPTIONS", part(text, Part.METHOD));
        assertEquals("sip:carol@chicago.example", part(text, Part.REQUEST_URI));
        assertEquals("-", part(text, Part.REASON));
    }

    @Test
    void statusLineGivesCodeAndReason() {
        String text = "SIP/2.0 486 Busy Here" + END;
        assertFalse(layout(text).isRequest());
        assertEquals(486, layout(text).statusCode());
        assertEquals("Busy Here", part(text, Part.REASON));
        assertEquals("-", part(text, Part.METHOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SIP/2.0 200 ",
        "SIP/2.0 200",
        "sip/2.0 200 OK",
        "Sip/2.0 \t 200\tOK",
        "SIP/3.1 200 OK",
        "SIP/2.0 42 Odd",
        "SIP/2.0 4294967301 better not break the receiver",
        "OPTIONS * SIP/2.0",
        "OPTIONS bob@example.com SIP/2.0",
        "OPTIONS  sip:bob@example.com\tSIP/2.0  ",
        "OPTIONS <sip:bob@example.com> SIP/2.0",
        "OPTIONS sip:bob@example.com; lr SIP/2.0",
        "options bob@example.com:5060 SIP/2.0",
        "OPT@IONS sip:bob@example.com SIP/2.0",
        "x tel:+1-201-555-0123 sip/2.0",
        "!interesting-Method0123456789_*+`.%indeed'~ any:thing SIP/2.0"})
    void startLinesWithFaultsAreStillMessages(String line) {
        assertTrue(isSip(line + END));
        assertTrue(isSip("\r\n\n\r\n" + line + END), "after empty lines");
        assertTrue(isSip(line + "\n\n"), "with bare LF");
        assertTrue(isSip(line), "cut after the line");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET http://example.com/ HTTP/1.1",
        "HTTP/1.1 200 OK",
        "OPTIONS rtsp://example.com/ RTSP/1.0",
        "NOTIFY * HTTP/1.1",
        "We talk to you in SIP/2.0",
        "please use SIP/2.0",
        "Note: we use SIP/2.0",
        "12:00:01 INVITE sip:bob@example.com SIP/2.0 received",
        "INVITE sip:bob@example.com",
        "INVITE SIP/2.0",
        "SIP/2.0",
        "SIP/2.0 OK",
        "SIP/2.0 2x0 OK",
        "SIP/ 200 OK",
        "SIP2.0 200 OK",
        " INVITE sip:bob@example.com SIP/2.0",
        "INVITE sip:bob@example.com SIP/",
        "Subject: INVITE sip:bob@example.com\r\nX: a sip:b SIP/2.0",
        "\u0000\u0001\u0000\u0000INVITE sip:bob@example.com SIP/2.0",
        "\u0080\u0000\u0012\u0034",
        "",
        "\r\n",
        "\r\n\r\n",
        "jaK\u0000"})
    void otherTextIsNoMessage(String line) {
        assertFalse(isSip(line + END));
        assertFalse(isSip(line));
    }

    @ParameterizedTest
    @CsvSource({
        "SIP/7.0 200 OK,SIP_VERSION",
        "SIP/2.00 200 OK,SIP_VERSION",
        "SIP/2.0 099 Low,STATUS_CODE",
        "SIP/2.0 700 High,STATUS_CODE",
        "SIP/2.0 2000 Long,STATUS_CODE",
        "SIP/2.0 200,START_LINE",
        "SIP/2.0  200 OK,START_LINE",
        "OPTIONS  sip:a@b.c SIP/2.0,START_LINE",
        "'OPTIONS sip:a@b.c SIP/2.0 ',START_LINE",
        "OPTIONS sip:a@b.c SIP/2.1,SIP_VERSION",
        "OPT(IONS) sip:a@b.c SIP/2.0,METHOD",
        "OPTIONS b.c SIP/2.0,REQUEST_URI_SCHEME",
        "OPTIONS sip:a@b.c; lr SIP/2.0,REQUEST_URI_SPACE",
        "OPTIONS <sip:a@b.c> SIP/2.0,REQUEST_URI_BRACKETS",
        "OPTIONS sip:2001:db8::10 SIP/2.0,REQUEST_URI",
        "OPTIONS sip:a@[2001:db8::10 SIP/2.0,REQUEST_URI",
        "OPTIONS sip:a@ SIP/2.0,REQUEST_URI",
        "OPTIONS sip:a@b.c?Route=d SIP/2.0,REQUEST_URI"})
    void faultOfTheStartLineIsRecorded(String line, DefectKind kind) {
        boolean request = !line.startsWith("SIP");
        String rest = (request ? Messages.INVITE : Messages.RINGING).replaceFirst("[^\r]*", "");
        String text = line + rest.replace("INVITE", request ? line.split(" ")[0] : "INVITE");
        if (kind == DefectKind.METHOD) {
            assertTrue(defects(text).contains(kind));
        } else {
            assertEquals(Set.of(kind), defects(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sip:a@b.c",
        "sips:a:secret@b.c:5061;transport=tcp;lr",
        "sip:[2001:db8::10]:5060;x",
        "sip:a;x=1?y,z@b.c;maddr=[2001:db8::9]",
        "sip:+1-201-555-0123:1@gw.example;user=phone",
        "tel:+1-201-555-0123;ext=12",
        "urn:service:sos",
        "nobodyKnowsThisScheme:totallyopaquecontent"})
    void soundRequestUrisHaveNoDefect(String uri) {
        String text = Messages.INVITE.replaceFirst("sip:bob@example.com", uri);
        assertEquals(Set.of(), defects(text));
        assertEquals(uri, part(text, Part.REQUEST_URI));
    }

    @Test
    void bracketsAreNoPartOfTheRequestUri() {
        assertEquals("sip:a@b", part("INVITE <sip:a@b> SIP/2.0" + END, Part.REQUEST_URI));
    }

    @Test
    void codeOfMoreThanThreeDigitsIsReportedAsZero() {
        assertEquals(0, layout("SIP/2.0 4294967301 Big" + END).statusCode());
    }

    @Test
    void rtpStunAndDnsAreDetectedByTheirFirstByte() {
        assertFalse(SipParser.mayBegin((byte) 0x80));
        assertFalse(SipParser.mayBegin((byte) 0x00));
        assertFalse(SipParser.mayBegin((byte) 0x01));
        assertFalse(SipParser.mayBegin((byte) 0x7f));
        assertTrue(SipParser.mayBegin((byte) 'I'));
        assertTrue(SipParser.mayBegin((byte) 's'));
        assertTrue(SipParser.mayBegin((byte) '\r'));
        assertTrue(SipParser.mayBegin((byte) '\n'));
    }

    private static boolean isStartLine(String line) {
        byte[] bytes = Messages.bytes("x" + line + "y");
        return SipParser.isStartLine(bytes, 1, bytes.length - 1);
    }

    @Test
    void linesInAStreamAreStartLinesOnlyIfTheMethodIsAToken() {
        assertTrue(isStartLine("INVITE sip:bob@example.com SIP/2.0"));
        assertTrue(isStartLine("x-new tel:123  SIP/2.0 "));
        assertTrue(isStartLine("SIP/2.0 200 OK"));
        assertTrue(isStartLine("SIP/2.0 200"));
        assertFalse(isStartLine("Subject: sip:bob@example.com SIP/2.0"));
        assertFalse(isStartLine("</xml>INVITE sip:bob@example.com SIP/2.0"));
        assertFalse(isStartLine("INVITE sip:bob@example.com SIP/2.0x y"));
        assertFalse(isStartLine(" sip:bob@example.com SIP/2.0"));
        assertFalse(isStartLine("SIP/2.0 OK"));
        assertFalse(isStartLine("GET / HTTP/1.1"));
        assertFalse(isStartLine("INVITE"));
        assertFalse(isStartLine(""));
    }

    @Property(tries = 1_000)
    void whatIsAStartLineInAStreamIsOneForTheParser(@ForAll("lines") String line) {
        assertTrue(!isStartLine(line) || Messages.isSip(line));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("INVITE", "a", ":", " ", "\t", "sip:", "b", "SIP/2.0", "<", "200", "\u00e9")
                .list()
                .ofMaxSize(9)
                .map(words -> String.join("", words));
    }
}
