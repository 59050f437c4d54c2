package org.sipsleuth.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.regex.PatternException;

/// A search term. Immutable and thread-safe.
public final class SearchTerm {

    /// The maximum length in characters.
    public static final int MAX_LENGTH = 10_000;

    private static final String SEPARATORS = " :-";

    private final SearchKind kind;
    private final String text;
    private final Supplier<ByteFinder> finders;

    private SearchTerm(SearchKind kind, String text, Supplier<ByteFinder> finders) {
        this.kind = kind;
        this.text = text;
        this.finders = finders;
    }

    /// Parses the user's input. Text beyond ASCII is searched for in UTF-8.
    ///
    /// @throws SearchTermException if it is empty or too long, no regular expression, or no bytes
    public static SearchTerm of(SearchKind kind, String text) throws SearchTermException {
        if (text.isEmpty()) {
            throw new SearchTermException("Enter a search term.", 0);
        }
        if (text.length() > MAX_LENGTH) {
            throw new SearchTermException("At most " + MAX_LENGTH + " characters can be searched for.", MAX_LENGTH);
        }
        return new SearchTerm(kind, text, switch (kind) {
            case TEXT -> needle(text.getBytes(UTF_8), true);
            case EXACT_TEXT -> needle(text.getBytes(UTF_8), false);
            case REGEX -> pattern(text);
            case HEX -> needle(bytes(text), false);
        });
    }

    private static Supplier<ByteFinder> needle(byte[] wanted, boolean foldsCase) {
        Needle needle = new Needle(wanted, foldsCase);
        return () -> needle;
    }

    /// The pattern is bytes as well: those of UTF-8, each a character.
    private static Supplier<ByteFinder> pattern(String text) throws SearchTermException {
        byte[] written = text.getBytes(UTF_8);
        try {
            BytePattern pattern = BytePattern.of(new String(written, ISO_8859_1));
            return () -> new RegexFinder(pattern);
        } catch (PatternException e) {
            int at = Math.min(e.at(), written.length);
            throw new SearchTermException("Invalid regular expression: " + e.getMessage() + ".",
                    new String(written, 0, at, UTF_8).length());
        }
    }

    private static byte[] bytes(String text) throws SearchTermException {
        byte[] bytes = new byte[text.length()];
        int count = 0;
        int high = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0 && (high >= 0 || SEPARATORS.indexOf(c) < 0)) {
                throw new SearchTermException("Bytes are pairs of hexadecimal digits.", i);
            }
            if (digit >= 0 && high >= 0) {
                bytes[count++] = (byte) (high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        if (high >= 0 || count == 0) {
            throw new SearchTermException("Bytes are pairs of hexadecimal digits.", text.length());
        }
        return Arrays.copyOf(bytes, count);
    }

    /// Its notation.
    public SearchKind kind() {
        return kind;
    }

    /// The text as entered.
    public String text() {
        return text;
    }

    /// A finder for one thread.
    ByteFinder finder() {
        return finders.get();
    }

    /// The matches in a message, in order, not overlapping; empty ones are
    /// left out.
    ///
    /// @param most further ones are left out
    public List<SearchRange> in(byte[] message, int most) {
        ByteFinder finder = finder();
        List<SearchRange> places = new ArrayList<>();
        long place = finder.next(message, 0);
        while (place != ByteFinder.NONE && places.size() < most) {
            places.add(new SearchRange(ByteFinder.from(place), ByteFinder.to(place)));
            place = finder.next(message, ByteFinder.to(place));
        }
        return List.copyOf(places);
    }
}
