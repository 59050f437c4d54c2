package org.sipsleuth.export.anonymize.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.LatestEntries;

/// The pseudonyms of one key. Only the latest are cached, so that the same key generates the same
/// pseudonyms in every run. Not thread-safe.
///
/// Texts have one character a byte (ISO 8859-1).
public final class Pseudonyms {

    private static final int MOST_REMEMBERED = 1 << 16;
    private static final int LONGEST_REMEMBERED = 128;
    private static final int LEAST_FREE_TEXT = 15;
    private static final int FREE_WORD = 7;
    private static final int HALF = 16;
    private static final int MOST_HALF = (1 << HALF) - 1;
    private static final int ROUNDS = 10;

    /// Placeholders for a missing name.
    private static final Set<String> NO_NAMES =
            Set.of("anonymous", "unknown", "unavailable", "private", "restricted", "-");

    private final KeyedFunction texts;
    private final WordPseudonyms words;
    private final AddressPseudonyms addresses;
    private final byte[] sources;
    private final Map<String, String> known = LatestEntries.lastUsed(MOST_REMEMBERED);
    private final Map<ByteBuffer, byte[]> knownAddresses = LatestEntries.lastUsed(MOST_REMEMBERED);

    public Pseudonyms(AnonymizationKey key) {
        texts = new KeyedFunction(key.derive("texts"));
        words = new WordPseudonyms(new KeyedFunction(key.derive("words")));
        addresses = new AddressPseudonyms(key.derive("addresses"));
        sources = key.derive("sources");
    }

    /// The pseudonym of an IP address: four bytes, or sixteen.
    public byte[] address(byte[] address) {
        return knownAddresses.computeIfAbsent(ByteBuffer.wrap(address.clone()), _ -> addresses.of(address)).clone();
    }

    /// The pseudonym of a word: letters, digits, marks between them, and bytes beyond ASCII.
    public String word(String word) {
        if (word.length() > LONGEST_REMEMBERED) {
            return words.of(word);
        }
        return known.computeIfAbsent(word, words::of);
    }

    /// The pseudonym of a text in words, such as a person's name: words that reveal nothing of it
    /// but about how long it is, from 15 letters on. A placeholder for a missing name is kept.
    public String freeText(String text) {
        String name = text.strip();
        if (name.isEmpty() || NO_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            return text;
        }
        int length = Math.max(LEAST_FREE_TEXT, (name.length() + FREE_WORD) / 8 * 8 - 1);
        Draw draw = new Draw(texts, text.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder pseudonym = new StringBuilder(length);
        while (pseudonym.length() < length) {
            pseudonym.append(pseudonym.isEmpty() ? "" : " ").append(draw.letters(FREE_WORD));
        }
        return Damage.keep(text, pseudonym).toString();
    }

    /// The pseudonym of a number of 32 bits, such as a source of RTP.
    public int number(int number) {
        int left = number >>> HALF;
        int right = number & MOST_HALF;
        for (int round = 0; round < ROUNDS; round += 2) {
            left ^= (int) texts.number(sources, round, right) & MOST_HALF;
            right ^= (int) texts.number(sources, round + 1, left) & MOST_HALF;
        }
        return left << HALF | right;
    }
}
