package org.sipsleuth.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Pairs of bytes that stand beside each other in anomalous messages and in no clean one. Where a
/// byte was damaged, bytes become neighbours that never are in sound messages, whatever the field.
/// Two letters or digits are no such pair: identifiers hold any.
final class ForeignPairs {

    private static final int PAIRS = 1 << 16;
    private static final int BYTE = 0xff;

    private final BitSet known = new BitSet(PAIRS);

    /// @param clean the messages that have none of the pairs
    ForeignPairs(List<byte[]> clean) {
        clean.forEach(message -> known.or(pairs(message)));
    }

    private static BitSet pairs(byte[] message) {
        BitSet pairs = new BitSet(PAIRS);
        for (int i = 1; i < message.length; i++) {
            if (!isAlphanumeric(message[i - 1]) || !isAlphanumeric(message[i])) {
                pairs.set(((message[i - 1] & BYTE) << Byte.SIZE) | (message[i] & BYTE));
            }
        }
        return pairs;
    }

    private static boolean isAlphanumeric(byte each) {
        int lower = each | ' ';
        return (each >= '0' && each <= '9') || (lower >= 'a' && lower <= 'z');
    }

    /// Signatures that match if a message has any of their pairs, those of most anomalous messages
    /// first.
    List<Signature> signatures(List<byte[]> anomalous) {
        int[] counts = new int[PAIRS];
        for (byte[] message : anomalous) {
            BitSet foreign = pairs(message);
            foreign.andNot(known);
            foreign.stream().forEach(pair -> counts[pair]++);
        }
        List<Integer> order = IntStream.range(0, PAIRS)
                .filter(pair -> counts[pair] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(pair -> -counts[pair]))
                .limit((long) Signature.MOST_STRINGS * SignatureBundle.MOST)
                .toList();
        List<Signature> signatures = new ArrayList<>();
        for (int from = 0; from < order.size(); from += Signature.MOST_STRINGS) {
            List<Integer> some = order.subList(from, Math.min(order.size(), from + Signature.MOST_STRINGS));
            BitSet wanted = new BitSet(PAIRS);
            some.forEach(wanted::set);
            int messages = (int) anomalous.stream().filter(its -> pairs(its).intersects(wanted)).count();
            signatures.add(new Signature("foreign_" + (signatures.size() + 1), SignatureKind.FOREIGN,
                    some.stream().map(ForeignPairs::string).toList(), 1, messages));
        }
        return List.copyOf(signatures);
    }

    private static WeightedString string(int pair) {
        byte[] both = {(byte) (pair >>> Byte.SIZE), (byte) pair};
        return new WeightedString(new String(both, StandardCharsets.ISO_8859_1), 1);
    }
}
