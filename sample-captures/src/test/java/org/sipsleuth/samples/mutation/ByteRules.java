package org.sipsleuth.samples.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/// What knows nothing of SIP: bytes drawn by chance.
final class ByteRules {

    private static final int MOST_BYTES = 12;
    private static final int BYTE_VALUES = 256;
    private static final int BITS = 8;

    private ByteRules() {}

    static List<Rule> all(RandomGenerator chance) {
        return List.of(new Rule("one bit turned over", r -> span(r, chance, 1), p -> turn(p, chance)),
                new Rule("bytes drawn anew", r -> span(r, chance, MOST_BYTES), p -> draw(p, chance)),
                new Rule("bytes left out", r -> span(r, chance, MOST_BYTES), _ -> ""),
                new Rule("bytes twice", r -> span(r, chance, MOST_BYTES), p -> p + p));
    }

    private static Span span(Request request, RandomGenerator chance, int most) {
        int length = 1 + chance.nextInt(most);
        int from = chance.nextInt(request.text().length() - length);
        return new Span(from, from + length);
    }

    private static String turn(String part, RandomGenerator chance) {
        return String.valueOf((char) (part.charAt(0) ^ (1 << chance.nextInt(BITS))));
    }

    private static String draw(String part, RandomGenerator chance) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            drawn.append((char) chance.nextInt(BYTE_VALUES));
        }
        return drawn.toString();
    }
}
