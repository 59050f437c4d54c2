package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;

/// Why calls and registrations were refused, written as [Flow]s, each with the nearest that has no
/// such hint.
class RefusalHintTest {

    private static List<FoundHint> hints(String flow) throws IOException {
        return new FieldReader(Flow.read(flow)).hints(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "INVITE{Require: 100rel, x} 420{Unsupported: x} ACK|EXTENSION_UNSUPPORTED|Unsupported: x.",
        "INVITE{Require: 100rel, x} 420 ACK|EXTENSION_UNSUPPORTED|INVITE has Require: 100rel, x.",
        "INVITE 421{Require: 100rel} ACK|EXTENSION_REQUIRED|Require: 100rel.",
        "INVITE{Session-Expires: 90} 422{Min-SE: 1800} ACK|INTERVAL_TOO_SMALL|Min-SE: 1800. INVITE has Session-Expires: 90.",
        "REGISTER{Expires: 30} 423{Min-Expires: 600}|EXPIRES_TOO_SMALL|Min-Expires: 600. REGISTER has Expires: 30.",
        "INVITE{Content-Type: text/x} 415{Accept: application/sdp} ACK|CODEC_MISMATCH|Accept: application/sdp. INVITE has Content-Type: text/x.",
        "INVITE 415{Accept-Encoding: gzip} ACK|CODEC_MISMATCH|Accept-Encoding: gzip.",
        "INVITE 405{Allow: ACK, OPTIONS} ACK|METHOD_REFUSED|Allow: ACK, OPTIONS.",
        "REGISTER 501|METHOD_REFUSED|The other side does not know this method.",
        "INVITE 403{Warning: 399 host \"call barred\"} ACK|FORBIDDEN|with 403 Forbidden. Warning 399: call barred.",
        "REGISTER{Authorization: Digest username=a} 403{Warning: 399 host \"not this trunk\"}|FORBIDDEN|credentials do not help, and Warning states why",
        "INVITE 403{phrase No credit} ACK|FORBIDDEN|Reason phrase: “No credit”.",
        "REGISTER{Authorization: Digest username=a} 403|FORBIDDEN|although the request had credentials",
        "INVITE 404{Reason: Q.850;cause=1} ACK|NOT_FOUND|Reason: Q.850 1: unallocated number.",
        "INVITE 410 ACK|NOT_FOUND|gone for good",
        "INVITE 604 ACK|NOT_FOUND|exists nowhere",
        "INVITE 413{Retry-After: 5} ACK|TOO_LARGE|Retry-After: 5. INVITE has ",
        "INVITE 513 ACK|TOO_LARGE|INVITE has ",
        "INVITE 416 ACK|URI_SCHEME|Request-URI: sip:b@example.org.",
        "INVITE 480{Retry-After: 120} ACK|UNAVAILABLE|Retry-After: 120.",
        "INVITE 180 480{Retry-After: 120} ACK|UNAVAILABLE|Retry-After: 120.",
        "INVITE 100 480{Reason: Q.850;cause=20} ACK|UNAVAILABLE|Reason: Q.850 20: subscriber absent.",
        "INVITE 484 ACK|NUMBER_INCOMPLETE|incomplete",
        "INVITE 485{Contact: <sip:otto.a@example.org>} ACK|NUMBER_AMBIGUOUS|Contact: <sip:otto.a@example.org>.",
        "INVITE 488{Warning: 305 host \"Incompatible media format\"} ACK|CODEC_MISMATCH|Warning 305: Incompatible media format.",
        "INVITE{sdp c=IN IP4 192.0.2.1~m=audio 4000 RTP/SAVP 0} 488 ACK|CODEC_MISMATCH|INVITE offers audio RTP/SAVP: PCMU.",
        "INVITE 606 ACK|CODEC_MISMATCH|acceptable nowhere",
        "INVITE{sdp c=IN IP4 192.0.2.1~m=audio 0 RTP/AVP 0} 488 ACK|NO_MEDIA_OFFERED|INVITE offers no stream that can be used: m=audio 0 RTP/AVP.",
        "INVITE{sdp c=IN IP4 192.0.2.1~m=audio 4000 RTP/AVP 0~m=video 0 RTP/AVP 34} 488 ACK|CODEC_MISMATCH|INVITE offers audio RTP/AVP: PCMU",
        "INVITE 494{Security-Server: tls;q=0.2} ACK|SECURITY_REQUIRED|Security-Server: tls;q=0.2.",
        "INVITE 428 ACK|IDENTITY_REFUSED|signed identity",
        "INVITE 438 ACK|IDENTITY_REFUSED|signature of the identity is wrong",
        "INVITE 580 ACK|PRECONDITION|reserved bandwidth",
        "INVITE 607 ACK|UNWANTED|does not want calls",
        "INVITE 608{Call-Info: <https://example.org/r>;purpose=jwscard} ACK|UNWANTED|Call-Info: <https://example.org/r>",
        "INVITE{Max-Forwards: 0} 483 ACK|NO_HOPS|Its sender gave it no hops, as probes do: no loop.",
        "INVITE{Max-Forwards: 1} 483 ACK|LOOP_STATED|INVITE has Max-Forwards: 1. No message shows the request coming",
        "INVITE 480{phrase No DNS results} ACK|ROUTE_UNKNOWN|Reason phrase: “No DNS results”.",
        "INVITE 503{Warning: 399 host \"DNS lookup failed\"} ACK|ROUTE_UNKNOWN|Warning 399: DNS lookup failed.",
        "INVITE{sdp c=IN IP4 192.0.2.1~m=audio 4000 RTP/AVP 0~m=video 0 RTP/AVP 34} 488 ACK|CODEC_MISMATCH|video RTP/AVP with port 0, no usable stream",
        "SUBSCRIBE 405{Allow: INVITE} |METHOD_REFUSED|Allow: INVITE.",
        "PUBLISH 501|METHOD_REFUSED|does not know this method",
        "re-INVITE 481 ACK|DIALOG_UNKNOWN|no such call",
        "INVITE 100 408 ACK|REQUEST_TIMEOUT|got no answer in time",
        "INVITE 500{Reason: Q.850;cause=38} ACK|SERVER_ERROR|Reason: Q.850 38: network out of order.",
        "INVITE 500{Warning: 399 host \"db down\"} ACK|SERVER_ERROR|Warning 399: db down.",
        "INVITE 503 ACK|SERVICE_UNAVAILABLE|cannot process the request for now; it does not state for how long.",
        "INVITE 503{Retry-After: 30} ACK|OVERLOAD|Retry-After: 30.",
        "INVITE 504 ACK|SERVER_TIMEOUT|did not answer in time",
        "INVITE 400{phrase Bad CSeq} ACK|REQUEST_REJECTED|Reason phrase: “Bad CSeq”.",
        "INVITE 699 ACK|REQUEST_REJECTED|INVITE was refused with 699",
        "INVITE 486{Reason: Q.850;cause=34} ACK|FAULT_IN_REFUSAL|Reason: Q.850 34: no circuit available.",
        "INVITE 302{Contact: <sip:c@example.net>} ACK|REDIRECTED|Contact: <sip:c@example.net>.",
        "REGISTER 401{WWW-Authenticate: Digest realm=\"lab\", nonce=\"n\"} [33 s]|CHALLENGE_UNANSWERED|realm “lab”.",
        "REGISTER{Authorization: Digest username=a} 401{WWW-Authenticate: Digest realm=\"lab\"}|AUTHENTICATION_FAILED|realm “lab”."})
    void aRefusalStatesItsValues(String flow, DialogHint hint, String words) throws IOException {
        List<FoundHint> found = hints(flow.replace("~", "|"));
        assertEquals(hint, found.getFirst().hint(), found.toString());
        assertTrue(found.getFirst().explanation().contains(words), found.toString());
        assertTrue(!found.getFirst().evidence().isEmpty(), "evidence");
    }

    /// What people choose, rings that nobody answers, what was tried again, and refusals of requests
    /// that are neither calls nor registrations.
    @ParameterizedTest
    @ValueSource(strings = {
        "INVITE 180 486 ACK",
        "INVITE 600 ACK",
        "INVITE 180 603 ACK",
        "INVITE 486{Reason: Q.850;cause=17} ACK",
        "INVITE 180 480 ACK",
        "INVITE 180 480{Reason: Q.850;cause=19} ACK",
        "INVITE 180 408 ACK",
        "INVITE 183 408 ACK",
        "INVITE 180 CANCEL 200 487 ACK",
        "INVITE 180 487 ACK",
        "INVITE 420 ACK INVITE 200 ACK BYE 200",
        "REGISTER 423 REGISTER 200",
        "INVITE 302 ACK INVITE 200 ACK BYE 200",
        "REGISTER 401",
        "401 [33 s]",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 200",
        "MESSAGE 404",
        "OPTIONS 404",
        "SUBSCRIBE 489",
        "PUBLISH 500",
        "OPTIONS 501",
        "OPTIONS 503"})
    void whatIsUsualHasNoHint(String flow) throws IOException {
        assertEquals(List.of(), hints(flow));
    }

    @Test
    void textOfAMessageIsEscapedAndCut() throws IOException {
        String text = hints("INVITE 420{Unsupported: a\tb\\" + "c".repeat(200) + "} ACK").getFirst().explanation();
        assertTrue(text.contains("Unsupported: a\\u{9}b\\u{5c}ccc"), text);
        assertTrue(text.contains("c…."), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "REGISTER 401 REGISTER[1] 401[stale]|was not repeated with the new one",
        "REGISTER 401 REGISTER[1] 401[stale] REGISTER[1] 401[stale] REGISTER[1] 401[stale]|old one (2 times) instead",
        "REGISTER 401 REGISTER[1] 401[stale] REGISTER[2] 401[stale]|was not repeated with the new one"})
    void whatBecameOfANewNonceIsStated(String flow, String words) throws IOException {
        String written = flow.replace("[stale]", "{WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", stale=true}")
                .replaceAll("\\[(\\d)]", "{Authorization: Digest username=\"a\", nonce=\"$1\"}");
        FoundHint found = hints(written).getFirst();
        assertEquals(DialogHint.NONCE_EXPIRED, found.hint());
        assertTrue(found.explanation().contains(words), found.explanation());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {
                "Q.850;cause=38|Q.850 38: network out of order: its sender",
                "Q.850;cause=102;text=\"no media\"|It adds “no media”.",
                "SIP;cause=503|SIP 503: Service Unavailable: its sender"})
    void aCancelThatStatesAFaultIsNamed(String reason, String words) throws IOException {
        List<FoundHint> found = hints("INVITE 180 CANCEL{Reason: " + reason + "} 200 487 ACK");
        assertEquals(DialogHint.FAULT_IN_CANCEL, found.getFirst().hint());
        assertTrue(found.getFirst().explanation().contains(words), found.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Q.850;cause=26",
        "SIP;cause=200;text=\"Call completed elsewhere\"",
        "Q.850;cause=16",
        "Q.850;cause=19",
        "SIP;cause=487;text=\"ORIGINATOR_CANCEL\"",
        "SIP;cause=408",
        "SIP;cause=480",
        "SIP;cause=600",
        "SIP;cause=603"})
    void aCancelThatStatesAnUsualCauseIsNot(String reason) throws IOException {
        assertEquals(List.of(), hints("INVITE 180 CANCEL{Reason: " + reason + "} 200 487 ACK"));
    }
}
