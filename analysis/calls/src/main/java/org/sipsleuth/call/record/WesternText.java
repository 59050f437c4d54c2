package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.InputStream;
import org.sipsleuth.run.RunMonitor;

/// Checks whether bytes that are not UTF-8 are plausible as windows-1252: all are characters of it,
/// none is a sign between two letters of a word, and none of the others is UTF-8. For one thread.
final class WesternText {

    private static final int LOOK = 1 << 20;

    /// Signs that words have inside: ‘ ’ – — ª ­ ´ · º.
    private static final String SIGNS_IN_WORDS = "\u2018\u2019\u2013\u2014\u00aa\u00ad\u00b4\u00b7\u00ba";

    private final long firstLine;
    private final char[] characters = characters();
    private long line = 1;

    /// The bytes before the one that is looked at, and how many more the UTF-8 character has that
    /// they begin.
    private int before = '\n';

    private int sign;
    private int missing;

    /// @param firstLine the first line that is not UTF-8
    WesternText(long firstLine) {
        this.firstLine = firstLine;
    }

    private static char[] characters() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, TableText.WINDOWS_1252).toCharArray();
    }

    /// Reads to the end.
    ///
    /// @throws UndecodableTableException if it is not plausible
    void check(InputStream in, RunMonitor monitor) throws IOException {
        long count = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            add(next);
            if (++count % LOOK == 0) {
                monitor.throwIfCancelled();
            }
        }
        add('\n');
    }

    private void add(int next) throws UndecodableTableException {
        if (characters[next] == '\uFFFD') {
            throw new UndecodableTableException(
                    "line %d is neither UTF-8 nor windows-1252 (byte 0x%02X)".formatted(line, next));
        }
        if (sign != 0 && isLetter(next)) {
            throw new UndecodableTableException(
                    "line %d is not UTF-8, and as windows-1252 it has \u201c%s\u201d within a word".formatted(line,
                            characters[sign]));
        }
        addToUtf8(next);
        sign = next >= 0x80 && !Character.isLetter(characters[next]) && SIGNS_IN_WORDS.indexOf(characters[next]) < 0
                && isLetter(before) ? next : 0;
        line += next == '\n' || before == '\r' ? 1 : 0;
        line -= next == '\n' && before == '\r' ? 1 : 0;
        before = next;
    }

    private void addToUtf8(int next) throws UndecodableTableException {
        boolean goesOn = next >= 0x80 && next < 0xC0;
        if (missing > 0 && goesOn) {
            missing--;
            if (missing == 0) {
                throw new UndecodableTableException(
                        line == firstLine ? "line %d mixes UTF-8 with other bytes".formatted(line)
                                : "line %d is not UTF-8, but line %d is".formatted(firstLine, line));
            }
            return;
        }
        missing = next >= 0xC2 && next < 0xE0 ? 1 : next >= 0xE0 && next < 0xF5 ? next < 0xF0 ? 2 : 3 : 0;
    }

    private static boolean isLetter(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }
}
