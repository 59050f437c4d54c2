package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;

/// Why calls were dropped, never answered, or not transferred, written as [Flow]s, each with the
/// nearest that has no such hint.
class DroppedHintTest {

    private static final String LONG = "x".repeat(1_300);

    private static List<FoundHint> hints(String flow) throws IOException {
        return new FieldReader(Flow.read(flow.replace("LONG", LONG).replace("~", "|"))).hints(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "INVITE 200{Contact: } ACK BYE×2 [33 s]|CONTACT_MISSING|The 200 has no Contact",
        "INVITE 200×11{Contact: <sip:b@192.0.2.9;transport=tcp>} [0.5 s] ←BYE 200|CONTACT_TRANSPORT|transport=tcp, but the call came over UDP",
        "INVITE 200{Contact: <sip:b@192.0.2.9;transport=TLS>} ACK BYE×2 [33 s]|CONTACT_TRANSPORT|transport=TLS, but",
        "INVITE 200 ACK BYE 481|BYE_REFUSED|BYE was refused with 481",
        "INVITE 200 ACK BYE 403{Warning: 399 host \"no\"}|BYE_REFUSED|Warning 399: no.",
        "INVITE 200 ACK BYE 408|BYE_UNANSWERED|BYE was answered with 408",
        "INVITE 200 ACK re-INVITE×2 [33 s]|REQUEST_IN_DIALOG_LOST|No response to INVITE within the call",
        "INVITE 200 ACK UPDATE×11 BYE 200|REQUEST_IN_DIALOG_LOST|No response to UPDATE within the call",
        "INVITE 200 ACK re-INVITE 481 ACK BYE 200|REQUEST_IN_DIALOG_LOST|INVITE within the call was refused with 481",
        "INVITE 200{Session-Expires: 90;refresher=uac} ACK [60 s] ←BYE 200|SESSION_TIMER_EXPIRED|(Session-Expires: 90;refresher=uac).",
        "INVITE 100 180 [181 s]|NO_FINAL_RESPONSE|INVITE got a 180",
        "INVITE{Subject: LONG} [33 s]|LARGE_OVER_UDP|bytes over UDP",
        "REGISTER×5{Subject: LONG} [33 s]|LARGE_OVER_UDP|bytes over UDP",
        "INVITE×7{Content-Length: 9}|CONTENT_LENGTH|Content-Length says 9 bytes, but only 0",
        "INVITE{Content-Length: 9} 400 ACK|CONTENT_LENGTH|Content-Length says 9 bytes, but only 0",
        "INVITE 200×11{Record-Route: <sip:192.0.2.9>} [0.5 s] ←BYE 200|STRICT_ROUTE|has no lr",
        "INVITE 200 ACK REFER 403{Warning: 399 host \"not allowed\"} BYE 200|TRANSFER_REFUSED|REFER was refused with 403 Forbidden. Warning 399: not allowed. Understood and refused; credentials do not help, and Warning states why. Reason phrase: “Reason”.",
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 100 Trying} 200 ←NOTIFY{frag SIP/2.0 486 Busy Here} 200 BYE 200|TRANSFER_FAILED|486 Busy Here.",
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 503 No way} 200|TRANSFER_FAILED|503 Service Unavailable (No way).",
        "REFER 202 ←NOTIFY{frag SIP/2.0 302 Moved Temporarily} 200|TRANSFER_FAILED|302 Moved Temporarily."})
    void whatWentWrongIsNamed(String flow, DialogHint hint, String words) throws IOException {
        List<FoundHint> found = hints(flow);
        String explanation = found.stream()
                .filter(each -> each.hint() == hint)
                .map(FoundHint::explanation)
                .findFirst()
                .orElse("no " + hint + " among " + found);
        assertTrue(explanation.contains(words), explanation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "INVITE 200{Contact: } ACK BYE 200|CONTACT_MISSING",
        "INVITE 200 ACK BYE×2 [33 s]|CONTACT_MISSING",
        "INVITE 200{Contact: <sip:b@192.0.2.9;transport=tcp>} ACK BYE 200|CONTACT_TRANSPORT",
        "INVITE 200×11{Contact: <sip:b@192.0.2.9;transport=udp>} [0.5 s] ←BYE 200|CONTACT_TRANSPORT",
        "INVITE 200 ACK BYE 503 BYE 200|BYE_REFUSED",
        "INVITE 486 ACK BYE 481|BYE_REFUSED",
        "INVITE 200 ACK BYE ←BYE 481 481|BYE_REFUSED",
        "INVITE 200 ACK re-INVITE 488 ACK BYE 200|REQUEST_IN_DIALOG_LOST",
        "INVITE 200 ACK UPDATE×3 200 BYE 200|REQUEST_IN_DIALOG_LOST",
        "INVITE 100 180 [170 s]|NO_FINAL_RESPONSE",
        "INVITE 180 CANCEL 200 487 ACK [181 s]|NO_FINAL_RESPONSE",
        "INVITE{Subject: LONG} 200 ACK BYE 200|LARGE_OVER_UDP",
        "INVITE [33 s]|LARGE_OVER_UDP",
        "INVITE{Content-Length: 9} 200 ACK BYE 200|CONTENT_LENGTH",
        "INVITE{Content-Length: 9} 404 ACK|CONTENT_LENGTH",
        "INVITE 200×11{Record-Route: <sip:192.0.2.9;lr>} [0.5 s] ←BYE 200|STRICT_ROUTE",
        "INVITE 200{Record-Route: <sip:192.0.2.9>} ACK BYE 200|STRICT_ROUTE",
        "INVITE 200 ACK REFER 401 REFER 202 BYE 200|TRANSFER_REFUSED",
        "INVITE 200 ACK REFER 503 REFER 202 BYE 200|TRANSFER_REFUSED",
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 180 Ringing} 200 BYE 200|TRANSFER_FAILED",
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 200 OK} 200 BYE 200|TRANSFER_FAILED",
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 486 Busy Here} 200 REFER 202 ←NOTIFY{frag SIP/2.0 200 OK} 200|TRANSFER_FAILED",
        "SUBSCRIBE 200 ←NOTIFY{Subscription-State: terminated;reason=noresource} 200|TRANSFER_FAILED"})
    void whatIsHarmlessIsNot(String flow, DialogHint hint) throws IOException {
        List<FoundHint> found = hints(flow);
        assertTrue(found.stream().noneMatch(each -> each.hint() == hint), found.toString());
    }

    /// A transfer that went well ends with a 200 in the fragment, and its subscription with it.
    @ParameterizedTest
    @CsvSource({
        "INVITE 200 ACK REFER 202 ←NOTIFY{frag SIP/2.0 200 OK} 200 BYE 200",
        "INVITE 200 ACK BYE 200",
        "REFER 202 ←NOTIFY{frag SIP/2.0 200 OK} 200"})
    void whatWentWellHasNone(String flow) throws IOException {
        assertEquals(List.of(), hints(flow));
    }
}
