package org.sipsleuth.export.anonymize.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

class MessageRewriterPropertyTest {

    private static final String SECRET = "Qzk7Vwx3";
    private static final String NUMBER = "98765430218";

    private static final List<String> PLACES = List.of("INVITE sip:%s@example.org SIP/2.0",
            "INVITE sip:a:%s@example.org;%s=%s?%s=%s SIP/2.0", "%s sip:a@%s.example.org:%s SIP/2.0",
            "INVITE %s:%s SIP/2.0", "SIP/2.0 200 %s",
            "Via: SIP/2.0/%s %s:%s;branch=z9hG4bK%s;received=%s;rport=%s;%s=%s",
            "Via: SIP / 2.0 / UDP a.%s.org : 5060 ;%s , SIP/2.0/TCP %s", "From: %s <sip:%s@%s>;tag=%s;%s=\"%s\"",
            "To: \"%s\\\"%s\" <sips:%s:%s@[%s]:%s;transport=%s;%s>;tag=%s",
            "Contact: \"%s <sip:%s>;q=%s;expires=%s;+sip.instance=\"<urn:uuid:%s>\"",
            "Contact: <tel:%s;phone-context=%s;%s=%s>, %s, <http://%s/%s?%s#%s>", "Call-ID: %s@%s", "CSeq: %s INVITE",
            "CSeq: 1 %s", "Refer-To: <sip:a@b?Replaces=%s%%40h%%3Bto-tag%%3D%s%%3Bfrom-tag%%3D%s&%s=%s>",
            "Replaces: %s@h;to-tag=%s;from-tag=%s;%s",
            "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"sip:%s\","
                    + " response=\"%s\", cnonce=%s, nc=%s, %s=\"%s\", algorithm=%s",
            "Authorization: Basic %s==", "%s: %s", "X-%s: %s;%s=%s, <%s> \"%s\" (%s)",
            "User-Agent: %s/%s (%s) Asterisk %s", "Server: a-%s_%s", "Subject: %s", "Organization: %s %s", "Date: %s",
            "Warning: 399 %s \"%s\", %s %s %s", "Reason: %s;cause=%s;text=\"%s\"", "Session-ID: %s;remote=%s",
            "P-Asserted-Identity: \"%s\" <tel:+%s>", "P-Charging-Vector: icid-value=%s;icid-generated-at=%s;%s=%s",
            "P-Access-Network-Info: 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=%s;%s", "Identity: \"%s\"",
            "Geolocation: <https://%s/%s>;%s", "Event: %s;id=%s", "Supported: %s, timer, %s",
            "Content-Disposition: %s;handling=%s", "Max-Forwards: %s", "Expires: %s", "%s", " %s", "no colon %s", "<%s",
            "From: \"%s", "i: %s", "t: %s", "v=0 %s");

    private static final List<String> LINES = List.of("v=%s", "o=%s %s %s IN IP4 %s", "s=%s", "i=%s", "u=http://%s/%s",
            "e=%s@%s (%s)", "p=+%s", "c=IN IP4 %s", "c=%s IP6 %s/%s", "b=%s:%s", "t=%s %s", "r=%s %s", "z=%s -%s",
            "k=clear:%s", "m=%s %s %s %s", "a=rtpmap:%s %s/8000", "a=fmtp:101 %s=%s;%s",
            "a=candidate:%s 1 UDP 2130706431 %s 5000 typ host raddr %s %s %s",
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:%s|2^20|%s", "a=fingerprint:sha-1 %s", "a=ssrc:%s cname:%s",
            "a=ice-pwd:%s", "a=%s:%s", "a=%s", "a=group:BUNDLE %s", "a=extmap:1 urn:%s", "x=%s", "%s", "--%s",
            "{\"%s\": \"%s\"}", "<a b='%s'>%s</a>", "SIP/2.0 200 %s", "Signal=%s");

    private static final List<String> TYPES =
            List.of("application/sdp", "multipart/mixed;boundary=%s", "message/sipfrag", "application/pidf+xml",
                    "application/json", "text/plain; charset=%s", "%s/%s", "application/isup;version=%s", "");

    private final MessageRewriter rewriter = new MessageRewriter(TestKeys.pseudonyms(1), Set.of());

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> start = Arbitraries.of(PLACES.subList(0, 5));
        Arbitrary<List<String>> fields = Arbitraries.of(PLACES).list().ofMaxSize(12);
        Arbitrary<List<String>> lines = Arbitraries.of(LINES).list().ofMaxSize(12);
        Arbitrary<String> type = Arbitraries.of(TYPES);
        Arbitrary<String> end = Arbitraries.of("\r\n", "\r\n", "\n", "\r", "\r\n ");
        Arbitrary<String> secret = Arbitraries.of(SECRET, SECRET.toLowerCase(Locale.ROOT), "a." + SECRET + "@" + SECRET,
                "%51" + SECRET + "%zz", "\u00e9" + SECRET + "\u00ff", "\"" + SECRET + "\\" + SECRET,
                "<sip:" + SECRET + ">", "(" + SECRET + ")", NUMBER, "sip:" + SECRET, "1:" + SECRET + "::" + NUMBER);
        return Combinators.combine(start, fields, lines, type, end, secret).as(MessageRewriterPropertyTest::message);
    }

    private static String message(String start, List<String> fields, List<String> lines, String type, String end,
            String secret) {
        StringBuilder text = new StringBuilder(start).append(end);
        for (String field : fields) {
            text.append(field).append(end);
        }
        if (!type.isEmpty()) {
            text.append("Content-Type: ").append(type).append(end);
        }
        text.append(end.strip().isEmpty() ? end.replace(" ", "") : end);
        for (String line : lines) {
            text.append(line).append(end);
        }
        return text.toString().replace("%s", secret).replace("%%", "%");
    }

    @Property(tries = 4000)
    void aSecretInAnyPlaceIsNotInTheCopy(@ForAll("messages") String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        Optional<MessageRewriter.Rewritten> copy = rewriter.rewrite(bytes);
        if (copy.isPresent()) {
            String text = copy.get().text().toLowerCase(Locale.ROOT);
            assertFalse(text.contains(SECRET.toLowerCase(Locale.ROOT)), copy.get()::text);
            assertFalse(text.contains(NUMBER), copy.get()::text);
        }
    }

    @Property
    void aCopyIsAMessageWithTheSameFieldsMethodAndStatus(@ForAll("messages") String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        SipLayout before = new SipLayout();
        if (SipParser.parse(bytes, 0, bytes.length, before)) {
            byte[] copy = rewriter.rewrite(bytes).orElseThrow().bytes();
            SipLayout after = new SipLayout();
            assertTrue(SipParser.parse(copy, 0, copy.length, after));
            assertEquals(before.isRequest(), after.isRequest());
            assertEquals(before.statusCode(), after.statusCode());
            assertEquals(before.fieldCount(), after.fieldCount());
            for (int i = 0; i < before.fieldCount(); i++) {
                assertEquals(before.fieldName(i), after.fieldName(i));
            }
        }
    }

    @Property
    void noBytesAreTooStrange(@ForAll byte[] header, @ForAll byte[] body) {
        byte[] start = "INVITE sip:a@b SIP/2.0\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + header.length + body.length);
        System.arraycopy(header, 0, all, start.length, header.length);
        System.arraycopy(body, 0, all, start.length + header.length, body.length);
        assertTrue(rewriter.rewrite(all).isPresent());
        rewriter.rewrite(header);
    }

    @Property
    void anyValueOfAnyFieldIsReplacedInTimeThatGrowsWithIt(@ForAll HeaderName name, @ForAll String value) {
        String message = "OPTIONS sip:a@b SIP/2.0\r\n" + name.text() + ": " + value.repeat(20) + "\r\n\r\n";
        assertTrue(rewriter.rewrite(message.getBytes(StandardCharsets.UTF_8)).isPresent());
    }

    /// What is read again for each repetition takes minutes here.
    @Example
    void whatRepeatsVeryOftenIsReadOnce() {
        for (String pattern : List.of("\"<>\\\\", "\\\"", "\"", "<", "(", ";", "a.", ".", "z9hG4bK", "a:", "0:", "%41",
                ",", "=", "sip:", "?a=b&", "sip:a?Route=%3C", "\r\n ", "\r", "a b", "\u00e9", "--x\r\n",
                "a=ssrc:1 \r\n", "c=IN IP4 1/\r\n", "9")) {
            String many = pattern.repeat(100_000 / pattern.length());
            for (String name : List.of("From", "Via", "X-Any", "User-Agent", "Warning", "Call-ID")) {
                String message = "OPTIONS sip:a@b SIP/2.0\r\n%s: %s\r\nContent-Type: %s\r\n\r\n%s".formatted(name, many,
                        "multipart/mixed;boundary=x", many);
                assertTrue(rewriter.rewrite(message.getBytes(StandardCharsets.ISO_8859_1)).isPresent());
            }
            String body = "OPTIONS " + many + " SIP/2.0\r\nc: application/sdp\r\n\r\n" + many;
            rewriter.rewrite(body.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
