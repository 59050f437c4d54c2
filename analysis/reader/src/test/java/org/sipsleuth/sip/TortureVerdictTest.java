package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.sip.DefectKind.BODY_CUT;
import static org.sipsleuth.sip.DefectKind.BODY_SURPLUS;
import static org.sipsleuth.sip.DefectKind.BRANCH;
import static org.sipsleuth.sip.DefectKind.CONTACT;
import static org.sipsleuth.sip.DefectKind.CONTENT_LENGTH;
import static org.sipsleuth.sip.DefectKind.CSEQ_METHOD;
import static org.sipsleuth.sip.DefectKind.CSEQ_NUMBER;
import static org.sipsleuth.sip.DefectKind.DATE;
import static org.sipsleuth.sip.DefectKind.EXPIRES;
import static org.sipsleuth.sip.DefectKind.FROM;
import static org.sipsleuth.sip.DefectKind.MAX_FORWARDS;
import static org.sipsleuth.sip.DefectKind.MISSING_CALL_ID;
import static org.sipsleuth.sip.DefectKind.MISSING_FROM;
import static org.sipsleuth.sip.DefectKind.MISSING_MAX_FORWARDS;
import static org.sipsleuth.sip.DefectKind.MISSING_TO;
import static org.sipsleuth.sip.DefectKind.NO_FROM_TAG;
import static org.sipsleuth.sip.DefectKind.REPEATED_FIELD;
import static org.sipsleuth.sip.DefectKind.REQUEST_URI;
import static org.sipsleuth.sip.DefectKind.REQUEST_URI_BRACKETS;
import static org.sipsleuth.sip.DefectKind.REQUEST_URI_SPACE;
import static org.sipsleuth.sip.DefectKind.SIP_VERSION;
import static org.sipsleuth.sip.DefectKind.START_LINE;
import static org.sipsleuth.sip.DefectKind.STATUS_CODE;
import static org.sipsleuth.sip.DefectKind.TO;
import static org.sipsleuth.sip.DefectKind.VIA;
import static org.sipsleuth.sip.TortureMessage.invite;
import static org.sipsleuth.sip.TortureMessage.request;
import static org.sipsleuth.sip.TortureMessage.response;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The verdict on each message of RFC 4475 by its name. The messages are made anew
/// after what the RFC says of each; `TortureTest` reads the originals.
class TortureVerdictTest {

    /// A message and what is found wrong with it.
    record Verdict(String name, String text, Set<DefectKind> defects) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Verdict> ALL = new ArrayList<>();

    static {
        wellFormed();
        malformed();
        sound();
    }

    /// RFC 4475 §3.1.1: odd, yet nothing is wrong with them.
    private static void wellFormed() {
        add("wsinv",
                invite().line("INVITE sip:v@chair.example.com;unknownparam SIP/2.0")
                        .without("From", "To", "CSeq", "Via", "Max-Forwards")
                        .raw("TO :\r\n sip:v@chair.example.com ;   tag    = 1918181833n")
                        .raw("from   : \"J \\\\\\\"\"       <sip:j@e.com>\r\n  ;\r\n  tag = 9")
                        .raw("MaX-fOrWaRdS: 0068")
                        .raw("cseq: 0009\r\n  INVITE")
                        .raw("Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw")
                        .raw("s :\r\nUnknownHeaderWithUnusualValue: ;;,,;;,;")
                        .raw("v:  SIP  / 2.0  / TCP     s.example.com   ;\r\n  branch  =   z  ,")
                        .raw(" SIP  /    2.0   / UDP  192.168.255.111   ; branch=\r\n z9hG4bK30")
                        .raw("m:\"Quoted \\\"\\\"\" <sip:j@e.com> ; n =\r\n v ;\r\n q = 0.33"));
        String method = "!interesting-Method0123456789_*+`.%indeed'~";
        add("intmeth",
                request(method).line(method + " sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&")
                        .end("it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0")
                        .field("To", "\"BEL:\\\u0007 NUL:\\\u0000\" <sip:1@example.com>")
                        .raw("extensionHeader-!.%*+_`'~:\u00ef\u00bb\u00bf\u00e5\u00a4\u00a7"));
        add("esc01",
                invite().line("INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0")
                        .field("To", "sip:%75se%72@example.com")
                        .raw("Contact:\r\n  <sip:cal%6Cer@h.example.net;%6C%72;n%61me=v%61lue>"));
        add("escnull", request("REGISTER").raw("Contact: <sip:%00%00@host5.example.com>"));
        add("esc02", request("RE%47IST%45R").raw("C%6Fntact: <sip:alias2@host2.example.com>"));
        add("lwsdisp", request("OPTIONS").field("From", "caller<sip:c@example.com>;tag=323"));
        String many = "Via: SIP/2.0/TCP sip33.example.com\r\n".repeat(30).strip();
        add("longreq",
                invite().field("Call-ID", "longreq.one" + "really".repeat(20) + "longcallid")
                        .raw(many)
                        .raw("Unknown-" + "Long".repeat(40) + "-Name: " + "value ".repeat(90))
                        .raw("Contact: <sip:amazinglylongcallername@host5.example.net>"));
        add("dblreq", request("REGISTER").body("\r\n" + invite().text()), BODY_SURPLUS); // the second request is lost to a datagram
        add("semiuri", request("OPTIONS").line("OPTIONS sip:user;par=u%40a@example.com SIP/2.0"));
        add("transports", request("OPTIONS").raw("Via: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKk")
                .raw("Via: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKa"));
        add("mpart01",
                request("MESSAGE").content("multipart/mixed;boundary=7a9",
                        "--7a9\r\nContent-Type: text/plain\r\n\r\nHello\r\n--7a9\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n"
                                + "\u0000\u0082\u0001R\r\n--7a9--\r\n"));
        add("unreason", response("200 = 2**3 * 5**2 \u00d0\u00bd\u00d0\u00be"));
        add("noreason", response("100 "));
    }

    /// RFC 4475 §3.1.2: something is wrong with their syntax.
    private static void malformed() {
        add("badinv01",
                invite().field("Via", "SIP/2.0/UDP 192.0.2.15;;,;,,").raw("Contact: \"Joe\" <sip:joe@example.org>;;;;"),
                VIA, CONTACT);
        add("clerr", invite().content("application/sdp", TortureMessage.SDP).field("Content-Length", "9999"), BODY_CUT);
        add("ncl", invite().content("application/sdp", TortureMessage.SDP).field("Content-Length", "-999"),
                CONTENT_LENGTH);
        add("scalar02",
                request("REGISTER").field("CSeq", "36893488147419103232 REGISTER")
                        .field("Max-Forwards", "300")
                        .raw("Expires: 1" + "0".repeat(100))
                        .raw("Contact: <sip:u@h.example.com>\r\n  ;expires=280297596632815"),
                CSEQ_NUMBER, MAX_FORWARDS, EXPIRES);
        add("scalarlg",
                response("503 Service Unavailable").field("CSeq", "9292394834772304023312 OPTIONS")
                        .raw("Retry-After: 949302838503028349304023988")
                        .raw("Warning: 1812 overture \"In Progress\""),
                CSEQ_NUMBER);
        add("quotbal", invite().field("To", "\"Mr. J. User <sip:j.user@example.com>"), TO);
        add("ltgtruri", invite().line("INVITE <sip:u@example.com> SIP/2.0"), REQUEST_URI_BRACKETS);
        add("lwsruri", invite().line("INVITE sip:u@example.com; lr SIP/2.0"), REQUEST_URI_SPACE);
        add("lwsstart", invite().line("INVITE  sip:u@example.com  SIP/2.0"), START_LINE);
        add("trws", request("OPTIONS").line("OPTIONS sip:u@example.com SIP/2.0  "), START_LINE);
        add("escruri", invite().line("INVITE sip:u@e.com?Route=%3Csip:e.com%3E SIP/2.0"), REQUEST_URI);
        add("baddate", invite().raw("Date: Fri, 01 Jan 2010 16:00:00 EST"), DATE);
        add("regbadct", request("REGISTER").raw("Contact: sip:u@e.com?Route=%3Csip:e%3E"), CONTACT);
        add("badaspec", request("OPTIONS").field("To", "\"W, T\" < sip:t.w@example.org >"), TO);
        add("baddn", request("OPTIONS").field("From", "Bell, Alexander <sip:a.g.bell@example.com>;tag=43")
                .field("To", "Watson, Thomas <sip:t.watson@example.org>"), FROM, TO);
        add("badvers", request("OPTIONS").line("OPTIONS sip:t.watson@example.org SIP/7.0")
                .field("Via", "SIP/7.0/UDP c.example.com;branch=z9hG4bKkdjuw"), SIP_VERSION);
        add("mismatch01", request("OPTIONS").field("CSeq", "8 INVITE"), CSEQ_METHOD);
        add("mismatch02", request("NEWMETHOD").field("CSeq", "8 INVITE"), CSEQ_METHOD);
        add("bigcode", response("4294967301 better not break the receiver"), STATUS_CODE);
    }

    /// RFC 4475 §3.2 to §3.4: what is odd about them is no matter of syntax, with few exceptions.
    private static void sound() {
        add("badbranch", request("OPTIONS").field("Via", "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK"), BRANCH);
        add("insuf", invite().without("Max-Forwards", "From", "To", "Call-ID"), MISSING_FROM, MISSING_TO,
                MISSING_CALL_ID, MISSING_MAX_FORWARDS);
        add("unkscm", request("OPTIONS").line("OPTIONS nobodyKnowsThisScheme:opaque SIP/2.0"));
        add("novelsc", request("OPTIONS").line("OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0"));
        add("unksm2",
                request("REGISTER").field("To", "isbn:2983792873")
                        .field("From", "<http://www.example.com>;tag=3234233")
                        .raw("Contact: <name:John_Smith>"));
        add("bext01", request("OPTIONS").raw("Require: nothingSupportsThis, nor_this"));
        add("invut", invite().content("application/unknownformat", "<audio>\r\n</audio>\r\n"));
        add("regaut01", request("REGISTER").raw("Authorization: NoOneKnowsThis opaque-data=here"));
        add("multi01",
                invite().raw("CSeq: 59 INVITE")
                        .raw("Call-ID: multi01.98asdh@192.0.2.2")
                        .raw("To: sip:other@example.net")
                        .raw("From: sip:caller@example.net;tag=2923420123")
                        .raw("Max-Forwards: 5"),
                REPEATED_FIELD);
        add("mcl01",
                request("OPTIONS").content("text/plain", "There is no way to know how many octets.\r\n")
                        .field("Content-Length", "13")
                        .raw("Content-Length: 5"),
                REPEATED_FIELD, BODY_SURPLUS);
        add("bcast", response("200 OK").raw("Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23"));
        add("zeromf", request("OPTIONS").field("Max-Forwards", "0"));
        add("cparam01", request("REGISTER").raw("Contact: sip:+1972@gw1.example.net;unknownparam"));
        add("cparam02", request("REGISTER").raw("Contact: <sip:+1972@gw1.example.net;unknownparam>"));
        add("regescrt", request("REGISTER").raw("M: <sip:u@example.com?Route=%3Csip:e.com%3E>"));
        add("sdp01", invite().raw("Accept: text/nobodyKnowsThis").content("application/sdp", TortureMessage.SDP));
        add("inv2543",
                invite().field("Max-Forwards", "")
                        .field("From", "sip:iuser@proxy.example.net")
                        .field("Via", "SIP/2.0/UDP iftgw.example.com"),
                MISSING_MAX_FORWARDS, NO_FROM_TAG);
    }

    private static void add(String name, TortureMessage message, DefectKind... defects) {
        Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
        kinds.addAll(List.of(defects));
        ALL.add(new Verdict(name, message.text(), kinds));
    }

    static List<Verdict> verdicts() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void messageIsReadAndHasTheDefectsItWasWrittenFor(Verdict verdict) {
        assertEquals(verdict.defects(), Messages.defects(verdict.text()), verdict.text());
    }

    @Test
    void allMessagesOfTheRfcAreJudged() {
        assertEquals(49, ALL.stream().map(Verdict::name).distinct().count());
    }
}
