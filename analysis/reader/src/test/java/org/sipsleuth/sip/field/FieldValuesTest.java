package org.sipsleuth.sip.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    @Test
    void quotedDisplayNameMayHoldAnything() {
        NameAddr address = NameAddr.of("\"J \\\"R\\\" \\\\, <x>;\" <sip:j@h;a=b>;tag=98asjd8;lr");
        assertEquals("J \"R\" \\, <x>;", address.displayName());
        assertEquals("sip:j@h;a=b", address.uri());
        assertEquals(Optional.of("98asjd8"), address.tag());
        assertEquals(Map.of("tag", "98asjd8", "lr", ""), address.parameters());
    }

    @Test
    void parametersOfABareUriBelongToTheHeaderField() {
        NameAddr address = NameAddr.of("sip:j@h ; TAG = a ; x=\"1;2\"");
        assertEquals(new NameAddr("", "sip:j@h", Map.of("tag", "a", "x", "1;2")), address);
    }

    @ParameterizedTest
    @CsvSource({
        "Joe Doe <sip:j@h>,Joe Doe,sip:j@h",
        "caller<sip:j@h>,caller,sip:j@h",
        "\"open <sip:j@h>;tag=1,open,sip:j@h",
        "\"open,'',''",
        "Joe <sip:j@h;tag=1,Joe,sip:j@h",
        "\"Müller\" <tel:+12>,Müller,tel:+12",
        "< sip:j@h >,'',sip:j@h",
        "'','',''",
        "*,'',*"})
    void malformedAddressesAreReadAsFarAsTheyCanBe(String value, String name, String uri) {
        assertEquals(name, NameAddr.of(value).displayName());
        assertEquals(uri, NameAddr.of(value).uri());
    }

    @Test
    void listsAreCutAtCommasOutsideOfQuotesAndBrackets() {
        List<NameAddr> list = NameAddr.listOf("\"a,b\" <sip:c,d@e>;p=\"f,g\", sip:h@i,,<sip:j>;k");
        assertEquals(List.of("sip:c,d@e", "sip:h@i", "sip:j"), list.stream().map(NameAddr::uri).toList());
        assertEquals("f,g", list.getFirst().parameters().get("p"));
        assertEquals("", list.getLast().parameters().get("k"));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:alice@example.com,sip,alice,example.com,-1",
        "SIPS:alice:pw@example.com:5061;lr?X=y,sips,alice,example.com,5061",
        "sip:[2001:db8::1]:5070,sip,'',[2001:db8::1],5070",
        "sip:example.com;lr,sip,'',example.com,-1",
        "sip:a;b?c:d@h:1,sip,a;b?c,h,1",
        "sip:h:99999,sip,'',h,-1",
        "sip:h:,sip,'',h,-1",
        "sip:@h,sip,'',h,-1",
        "sip:,sip,'','',-1",
        "sip:[::1,sip,'',[::1,-1",
        "tel:+1-201;ext=5,tel,+1-201,'',-1",
        "urn:service:sos,urn,service:sos,'',-1"})
    void uriIsReadInItsPieces(String text, String scheme, String user, String host, int port) {
        SipUri uri = SipUri.of(text).orElseThrow();
        assertEquals(scheme, uri.scheme());
        assertEquals(user, uri.user());
        assertEquals(host, uri.host());
        assertEquals(port, uri.port());
    }

    @Test
    void uriKeepsItsParametersAndHeaders() {
        SipUri uri = SipUri.of("sip:a@h;Transport=TCP;lr?Subject=x&Route=y").orElseThrow();
        assertEquals(Map.of("transport", "TCP", "lr", ""), uri.parameters());
        assertEquals("Subject=x&Route=y", uri.headers());
        assertEquals(Map.of("ext", "5"), SipUri.of("tel:1;ext=5").orElseThrow().parameters());
        assertTrue(NameAddr.of("<sip:a@h>").sipUri().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", ":x", "1sip:x", "@h", "sip"})
    void textWithoutSchemeIsNoUri(String text) {
        assertEquals(Optional.empty(), SipUri.of(text));
    }

    @Test
    void viaIsReadInItsPieces() {
        List<Via> vias = Via.listOf("SIP / 2.0 / UDP 192.0.2.1 : 5060 ;branch=z9;received=198.51.100.7,"
                + " SIP/2.0/TLS [2001:db8::9:1]:7;rport;received=[::1],, bad");
        assertEquals(2, vias.size());
        Via first = vias.getFirst();
        assertEquals("UDP", first.transport());
        assertEquals("192.0.2.1", first.host());
        assertEquals(5060, first.port());
        assertEquals(Optional.of("z9"), first.branch());
        assertEquals(Optional.of("198.51.100.7"), first.received());
        assertEquals("[2001:db8::9:1]", vias.get(1).host());
        assertEquals(7, vias.get(1).port());
        assertEquals(Optional.of("[::1]"), vias.get(1).received());
        assertEquals(Optional.empty(), vias.get(1).branch());
        assertEquals(-1, Via.listOf("SIP/2.0/UDP h;rport").getFirst().port());
    }

    @Test
    void cseqNeedsANumberInRangeAndAMethod() {
        assertEquals(Optional.of(new CSeq(9, "INVITE")), CSeq.of("0009 \t INVITE"));
        assertEquals(Optional.of(new CSeq(2147483647, "X")), CSeq.of("2147483647 X"));
        assertEquals(Optional.empty(), CSeq.of("2147483648 X"));
        assertEquals(Optional.empty(), CSeq.of("99999999999999999999999 X"));
        assertEquals(Optional.empty(), CSeq.of("1"));
        assertEquals(Optional.empty(), CSeq.of("INVITE"));
        assertEquals(Optional.empty(), CSeq.of(""));
    }

    @Test
    void ofAParameterThatIsRepeatedTheFirstCounts() {
        assertEquals(Optional.of("1"), NameAddr.of("<sip:a>;tag=1;Tag=2").tag());
    }
}
