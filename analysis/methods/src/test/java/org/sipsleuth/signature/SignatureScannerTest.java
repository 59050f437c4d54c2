package org.sipsleuth.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SignatureScannerTest {

    private static Signature signature(long threshold, WeightedString... strings) {
        return new Signature("s", SignatureKind.BILATERAL, List.of(strings), threshold, 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void overlappingOccurrencesCountOnceForEachOffset() {
        SignatureScanner scanner = new SignatureScanner(List.of(signature(1, new WeightedString("aa", 5))));
        assertArrayEquals(new long[]{15}, scanner.sums(bytes("aaaa")));
    }

    @Test
    void aMessageMatchesFromTheThresholdOn() {
        SignatureScanner scanner = new SignatureScanner(
                List.of(signature(7, new WeightedString("branch=", 10), new WeightedString("z9hG4bK", -3))));
        assertArrayEquals(new int[]{0}, scanner.matches(bytes("Via: a;branch=z9hG4bK1")));
        assertArrayEquals(new int[0], scanner.matches(bytes("Via: a;branch=z9hG4bK1 z9hG4bK")));
    }

    @Test
    void sumsEqualThoseOfSearchingEachStringByItself() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Signature> signatures = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                signatures.add(signature(1, new WeightedString(text(random, 1 + random.nextInt(3)), 2),
                        new WeightedString(text(random, 4 + random.nextInt(3)), -7)));
            }
            String message = text(random, 60);
            long[] sums = new SignatureScanner(signatures).sums(bytes(message));
            for (int i = 0; i < sums.length; i++) {
                long expected = 0;
                for (WeightedString string : signatures.get(i).strings()) {
                    for (int at = 0; at < message.length(); at++) {
                        if (message.startsWith(string.text(), at)) {
                            expected += string.weight();
                        }
                    }
                }
                assertEquals(expected, sums[i], message);
            }
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }

    @Test
    void valuesOutOfTheirRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WeightedString("", 1));
        assertThrows(IllegalArgumentException.class, () -> new WeightedString("a", 0));
        assertThrows(IllegalArgumentException.class, () -> new WeightedString("\u0100", 1));
        assertThrows(IllegalArgumentException.class, () -> signature(0, new WeightedString("a", 1)));
        assertThrows(IllegalArgumentException.class, () -> signature(1));
        assertThrows(IllegalArgumentException.class,
                () -> signature(1, new WeightedString("a", 1), new WeightedString("a", 2)));
    }
}
