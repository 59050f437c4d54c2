package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;

/// The features that are counted in a message.
public sealed interface Grams {

    /// The longest byte n-gram: eight bytes are a `long`.
    int MOST_BYTES = 8;

    /// The paper's n-grams: all strings of `n` successive bytes.
    ///
    /// @param n 1 to 8; the paper uses 2 and 4
    record Bytes(int n) implements Grams {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException if n is out of its range
        public Bytes {
            if (n < 1 || n > MOST_BYTES) {
                throw new IllegalArgumentException("n-grams of " + n + " bytes");
            }
        }
    }

    /// The paper's tokens: the longest strings without a delimiter. Carriage returns and line feeds
    /// always delimit.
    ///
    /// @param delimiters characters of ISO 8859-1; the paper's are space, `@`, `:` and `/`
    record Tokens(String delimiters) implements Grams {

        /// The paper's delimiters.
        public static final Tokens PAPER = new Tokens(" @:/");

        /// Checks the delimiters.
        ///
        /// @throws IllegalArgumentException if there are none, or any is no single byte
        public Tokens {
            if (delimiters.isEmpty() || delimiters.chars().anyMatch(c -> c > 0xff)) {
                throw new IllegalArgumentException("delimiters that are not bytes");
            }
        }

        boolean[] table() {
            boolean[] table = new boolean[256];
            delimiters.chars().forEach(c -> table[c] = true);
            table['\r'] = true;
            table['\n'] = true;
            return table;
        }
    }

    /// The text of an n-gram by its key, one character a byte (ISO 8859-1). Tokens of more than
    /// seven bytes have keys that are hashes: [EmbeddedMessage#text] finds their text.
    default String text(long key) {
        return switch (this) {
            case Bytes(int n) -> packed(key, n);
            case Tokens _ ->
                    key < 0 ? "#" + Long.toHexString(key) : packed(key, (int) (key >>> (Byte.SIZE * GramKeys.PACKED)));
        };
    }

    private static String packed(long key, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (key >>> (Byte.SIZE * (length - 1 - i)));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
