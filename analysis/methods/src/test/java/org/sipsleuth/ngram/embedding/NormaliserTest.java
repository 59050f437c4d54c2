package org.sipsleuth.ngram.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormaliserTest {

    private static final String INVITE = """
            INVITE sip:bob@example.com:5070 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1a2b;rport
            From: "Alice A." <sip:alice@example.com>;tag=98ab
            To: <sip:bob@example.com>
            Call-ID: 7654@192.0.2.1
            CSeq: 21 INVITE
            Max-Forwards: 70
            User-Agent: Phone 1.2
            Authorization: Digest username="alice", realm="example.com", nonce="0a0b", nc=00000001
            Content-Type: application/sdp
            Content-Length: 108

            v=0
            o=alice 2890844526 2890844527 IN IP4 192.0.2.1
            s=call
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 49170 RTP/AVP 0
            """.replace("\n", "\r\n");

    private static String normalised(String message, Normalisation kind) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        Embedding embedding = new Embedding(EmbeddingSettings.PAPER.normalised(kind));
        return new String(embedding.texts().of(bytes, Optional.empty()), StandardCharsets.ISO_8859_1);
    }

    @Test
    void identifiersInFieldsWithoutARegisteredNameAreReplaced() {
        String head = "BYE sip:b@example.com SIP/2.0\r\n";
        assertEquals(head + "X-Call-ID: *\r\nX-Priority: high\r\n",
                normalised(head + "X-Call-ID: 357134d9-8346-716f-c00a\r\nX-Priority: high\r\n", Normalisation.MESSAGE));
        String hostile = head + "X-Call-ID: 357134d9%n8346%n716f%n\r\n";
        assertEquals(hostile, normalised(hostile, Normalisation.MESSAGE));
    }

    @Test
    void whatAPersonWroteIsReplacedUnlessItHoldsControlCharacters() {
        String head = "MESSAGE sip:b@example.com SIP/2.0\r\nContent-Type: text/plain\r\n\r\n";
        assertEquals(head + "*", normalised(head + "Call me back.\r\nSoon!", Normalisation.MESSAGE));
        String hostile = head + "Call me\0 back.";
        assertEquals(hostile, normalised(hostile, Normalisation.MESSAGE));
    }

    @Test
    void valuesOfOneMessageAreReplaced() {
        assertEquals(
                List.of("INVITE sip:bob@example.com:5070 SIP/2.0",
                        "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK*;rport",
                        "From: \"Alice A.\" <sip:alice@example.com>;tag=*", "To: <sip:bob@example.com>", "Call-ID: *",
                        "CSeq: * INVITE", "Max-Forwards: 70", "User-Agent: Phone 1.2",
                        "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"*\", nc=*",
                        "Content-Type: application/sdp", "Content-Length: *", "", "v=0", "o=alice * * IN IP4 192.0.2.1",
                        "s=call", "c=IN IP4 192.0.2.1", "t=* *", "m=audio * RTP/AVP 0"),
                normalised(INVITE, Normalisation.MESSAGE).lines().toList());
    }

    @Test
    void namesOfOneNetworkAreReplaced() {
        List<String> lines = List.of("INVITE sip:*@*:* SIP/2.0", "Via: SIP/2.0/UDP *:*;branch=z9hG4bK*;rport",
                "From: \"*\" <sip:*@*>;tag=*", "User-Agent: *",
                "Authorization: Digest username=\"*\", realm=\"*\", nonce=\"*\", nc=*", "o=* * * IN IP4 *",
                "c=IN IP4 *");
        List<String> found = normalised(INVITE, Normalisation.NETWORK).lines().toList();
        assertTrue(found.containsAll(lines), found::toString);
    }

    /// Wherever they stand: a proxy may join its Via with those before.
    @Test
    void addressesOfBothVersionsAreReplaced() {
        String both = INVITE.replace("Via: SIP/2.0/UDP 192.0.2.1:5060",
                "Via: SIP/2.0/UDP [2001:db8::1]:5062;branch=z9hG4bK7, SIP/2.0/UDP [2001:db8::11]:5060");
        assertTrue(normalised(both, Normalisation.NETWORK)
                .contains("Via: SIP/2.0/UDP *:*;branch=z9hG4bK*, SIP/2.0/UDP *:5060;"));
        String four = both.replace("[2001:db8::11]", "192.0.2.11");
        assertEquals(normalised(four, Normalisation.NETWORK), normalised(both, Normalisation.NETWORK));
        for (String odd : List.of("[2001:db8::1" + "1".repeat(60) + "]", "[%n:%n:%n]", "[::1", "[a:b]")) {
            String hostile = both.replace("[2001:db8::11]", odd);
            assertTrue(normalised(hostile, Normalisation.NETWORK).contains(odd), odd);
        }
    }

    @Test
    void unusualValuesStay() {
        String attacks = INVITE.replace("z9hG4bK-1a2b", "z9hG4bK" + "A".repeat(2_000))
                .replace("username=\"alice\"", "username=\"a' or 1=1;--\"")
                .replace("tag=98ab", "tag=%s%n%x")
                .replace("CSeq: 21", "CSeq: 99999999999999999999")
                .replace("Content-Length: 108", "Content-Length: -108");
        assertTrue(normalised(attacks, Normalisation.NETWORK).contains("A".repeat(2_000)));
        assertTrue(normalised(attacks, Normalisation.NETWORK).contains("a' or 1=1;--"));
        assertTrue(normalised(attacks, Normalisation.NETWORK).contains("tag=%s%n%x"));
        assertTrue(normalised(attacks, Normalisation.NETWORK).contains("CSeq: 99999999999999999999"));
        assertTrue(normalised(attacks, Normalisation.NETWORK).contains("Content-Length: -"));
    }

    @Test
    void ngramsOfReplacedValuesStandAtTheValues() {
        byte[] bytes = INVITE.getBytes(StandardCharsets.ISO_8859_1);
        Embedding embedding = new Embedding(EmbeddingSettings.PAPER.normalised(Normalisation.MESSAGE));
        EmbeddedMessage message = embedding.read(bytes, Optional.empty());
        long gram = new Embedding(EmbeddingSettings.PAPER).embed("ag=*".getBytes(StandardCharsets.ISO_8859_1)).key(0);
        assertEquals("ag=98ab", INVITE.substring(message.from(gram, 0), message.to(gram, 0)));
        assertEquals("ag=*", message.text(gram));
    }

    @Test
    void anyBytesGiveAText() {
        Random random = new Random(1);
        byte[] message = INVITE.getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = message.clone();
            for (int i = 0; i < 1 + round % 40; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Embedding embedding = new Embedding(EmbeddingSettings.PAPER.normalised(Normalisation.NETWORK));
            EmbeddedMessage embedded = embedding.read(damaged, Optional.empty());
            assertEquals(embedding.embed(damaged), embedded.vector());
            for (int i = 0; i < embedded.vector().size(); i += 17) {
                long gram = embedded.vector().key(i);
                assertTrue(embedded.from(gram, 0) >= 0
                        && embedded.from(gram, 0) <= Math.min(damaged.length - 1, embedded.to(gram, 0)));
            }
        }
    }
}
