package org.sipsleuth.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values that the RFCs allow depart from nothing; those beside them that they do not, do.
class ValidValuesTest {

    private static final String REQUEST = "OPTIONS sip:bob@example.org SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776;rport\r\nMax-Forwards: 70\r\n"
            + "From: <sip:alice@example.org>;tag=19\r\nTo: <sip:bob@example.org>\r\n"
            + "Call-ID: a84b4c76e66710@192.0.2.1\r\nCSeq: 1 OPTIONS\r\n%s\r\nContent-Length: 0\r\n\r\n";

    private static List<Departure> check(String field) {
        return Conformance.check(REQUEST.formatted(field).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /// A URI of the schemes that RFC 3261 and the RFCs of these fields use.
    private static String uri(Random random) {
        String host = pick(random, "a.example", "192.0.2.7", "[2001:db8::7]", "b-2.c.example.");
        String user = pick(random, "", "bob@", "+4930123@", "a;b=c@", "x%20y:pw@", "*72#@", "?&=@");
        String port = pick(random, "", ":5060", ":65535");
        String parameters = pick(random, "", ";lr", ";transport=tcp;user=phone", ";maddr=192.0.2.1");
        String headers = pick(random, "", "?Subject=a", "?a=b&Replaces=x%40y%3Bto-tag%3D1");
        return switch (random.nextInt(4)) {
            case 0 -> "sip:" + user.replace("#", "") + host + port + parameters + headers;
            case 1 -> "sips:" + user.replace("#", "") + host + port + parameters + headers;
            case 2 -> pick(random, "http", "https", "s", "si", "sipx", "sipsy", "sap") + "://" + host
                    + pick(random, "", "/", "/a/b;c?d=e");
            default -> pick(random, "urn:alert:service:call-waiting", "tel:+15550100", "cid:a@b", "data:text/plain,x",
                    "im:bob@a.example", "pres:bob@a.example");
        };
    }

    private static Stream<String> fieldsWithUris() {
        Random random = new Random(48);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String parameters = pick(random, "", ";purpose=icon", ";answer-after=0;x=\"y;z\"");
            String space = pick(random, "", " ", "\r\n ");
            String value = space + '<' + uri(random) + '>' + parameters;
            String more = random.nextInt(3) == 0 ? ", <" + uri(random) + '>' : "";
            fields.add(switch (i % 6) {
                case 0 -> "Call-Info:" + value + more;
                case 1 -> "Alert-Info: " + value + more;
                case 2 -> "Error-Info: " + value + more;
                case 3 -> "Reply-To: \"Bob\" <" + uri(random) + '>' + parameters;
                case 4 -> "Refer-To: <" + uri(random) + '>' + parameters;
                default -> "Contact: " + value + more;
            });
        }
        return fields.stream();
    }

    @ParameterizedTest
    @MethodSource("fieldsWithUris")
    void uriOfAnyScheme(String field) {
        assertEquals(List.of(), check(field), field);
    }

    /// RFC 3261 §20.4, §20.9, §20.18.
    @ParameterizedTest
    @ValueSource(strings = {
        "Alert-Info: <http://www.example.com/sounds/moo.wav>",
        "Call-Info: <http://wwww.example.com/alice/photo.jpg> ;purpose=icon,"
                + " <http://www.example.com/alice/> ;purpose=info",
        "Error-Info: <sip:not-in-service-recording@atlanta.com>"})
    void exampleOfTheRfc(String field) {
        assertEquals(List.of(), check(field));
    }

    private static Stream<String> credentials() {
        Random random = new Random(48);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String token = token(random) + "=".repeat(random.nextInt(3));
            String scheme = pick(random, "Bearer", "bearer", "DPoP", "X-Phone");
            fields.add(pick(random, "", "Proxy-") + "Authorization: " + scheme + ' ' + token);
        }
        return fields.stream();
    }

    private static String token(Random random) {
        String signs = "ABCxyz019-._~+/";
        StringBuilder token = new StringBuilder();
        for (int i = 0; i <= random.nextInt(300); i++) {
            token.append(signs.charAt(random.nextInt(signs.length())));
        }
        return token.toString();
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void tokenOfAScheme(String field) {
        assertEquals(List.of(), check(field), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "WWW-Authenticate: Bearer authz_server=\"https://as.example\"",
        "WWW-Authenticate: Bearer realm=\"a\", authz_server=\"https://as.example:8443/x\","
                + " scope=\"sip call\", error=\"invalid_token\"",
        "Proxy-Authenticate: Bearer scope=\"\",authz_server = \"https://as.example\"",
        "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\", qop=\"auth,auth-int\", algorithm=SHA-256, stale=TRUE",
        "WWW-Authenticate: NTLM realm=\"SIP\", targetname=\"a\", version=4",
        "Authorization: Digest username=\"a\", realm=\"b\", nonce=\"c\","
                + " uri=\"sip:b\", response=\"0123456789abcdef0123456789abcdef\"",
        "Authorization: NTLM qop=\"auth\", realm=\"x\"",
        "Proxy-Authorization: X-Phone a=b, c=\"d\""})
    void challengeOrCredentialsWithParameters(String field) {
        assertEquals(List.of(), check(field));
    }

    /// What stands beside the valid values stays wrong, by one rule each.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {
                "Call-Info: <sip:>|syntax",
                "Call-Info: <sip:bob@>|syntax",
                "Alert-Info: <sips:a b@example.org>|syntax",
                "Error-Info: <sip:bob@example.org:x>|syntax",
                "Alert-Info: <Bellcore-dr1>|syntax",
                "Alert-Info: Bellcore-dr1|syntax",
                "Error-Info: \"x\"|syntax",
                "Call-Info: sip:bob@example.org|syntax",
                "Authorization: Bearer|syntax",
                "Authorization: Bearer a b|syntax",
                "Authorization: Bearer =|syntax",
                "Authorization: Bearer a=b=c|syntax",
                "Authorization: Digest abcd|auth-token",
                "Authorization: Digest username|auth-token",
                "Authorization: Basic bm9yYTp4|auth-scheme",
                "Proxy-Authorization: Negotiate abcd==|auth-scheme",
                "Proxy-Authorization: NTLM TlRMTVNT|auth-scheme",
                "WWW-Authenticate: Basic realm=\"a\"|auth-scheme",
                "WWW-Authenticate: Bearer|syntax",
                "WWW-Authenticate: Bearer abcd|auth-token",
                "Proxy-Authenticate: Digest realm|auth-token"})
    void invalidValueHasItsRule(String field, String rule) {
        assertEquals(List.of(rule), check(field).stream().map(Departure::rule).toList(), field);
    }

    @Test
    void placeOfARuleIsItsField() {
        String message = REQUEST.formatted("Authorization: Basic bm9yYTp4");
        Departure departure = check("Authorization: Basic bm9yYTp4").getFirst();
        assertEquals(message.indexOf("Authorization"), departure.offset());
        assertEquals("Authorization uses Basic, a scheme that SIP excludes", departure.text().text());
    }
}
