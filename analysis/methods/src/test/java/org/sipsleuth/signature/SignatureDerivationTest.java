package org.sipsleuth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

final class SignatureDerivationTest {

    private static final List<byte[]> CLEAN = messages(100, "70", 40);

    private static List<byte[]> messages(int from, String hops, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> """
                                OPTIONS sip:%d@example.com SIP/2.0
                                Via: SIP/2.0/UDP 192.0.2.%d;branch=z9hG4bK%d
                                Max-Forwards: %s
                                CSeq: %d OPTIONS
                                """.formatted(i * 7919, i % 200, i * 104_729, hops, i)
                        .getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<Signature> derived(SignatureKind kind) {
        return new SignatureDerivation(SignatureSettings.USUAL.with(kind)).derive(messages(400, "banana", 20), CLEAN,
                RunMonitor.NONE);
    }

    @Test
    void aSignatureMatchesTheAnomaliesOfAnotherCaseButNoCleanMessage() {
        for (SignatureKind kind : SignatureKind.values()) {
            SignatureScanner scanner = new SignatureScanner(derived(kind));
            List<byte[]> others = messages(900, "banana", 30);
            long found = others.stream().filter(its -> scanner.matches(its).length > 0).count();
            assertEquals(30, found, kind.word());
            assertTrue(CLEAN.stream().allMatch(its -> scanner.matches(its).length == 0), kind.word());
            assertTrue(messages(1500, "70", 50).stream().allMatch(its -> scanner.matches(its).length == 0),
                    kind.word());
        }
    }

    @Test
    void overlappingGramsBecomeOneString() {
        assertTrue(derived(SignatureKind.BILATERAL).getFirst()
                .strings()
                .stream()
                .anyMatch(string -> string.text().contains("banana")));
    }

    @Test
    void messagesLikeTheCleanOnesGiveNoSignature() {
        assertEquals(List.of(),
                new SignatureDerivation(SignatureSettings.USUAL).derive(CLEAN.subList(0, 10), CLEAN, RunMonitor.NONE));
    }

    @Test
    void theSameMessagesGiveTheSameSignatures() {
        assertEquals(derived(SignatureKind.BILATERAL), derived(SignatureKind.BILATERAL));
    }
}
