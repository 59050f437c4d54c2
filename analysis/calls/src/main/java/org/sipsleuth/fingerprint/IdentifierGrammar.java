package org.sipsleuth.fingerprint;

import org.sipsleuth.sip.field.SipGrammar;

/// Reduces identifiers to their grammar, as [Fingerprint] states it. Used again for each.
final class IdentifierGrammar {

    /// Hexadecimal identifiers are shown with their length if it is one of those that programs
    /// choose: a multiple of this, up to the longest.
    private static final int HEX_STEP = 4;

    private static final int SHORTEST_HEX = 8;
    private static final int LONGEST_HEX = 32;

    /// Texts below this length vary too much.
    private static final int SHORTEST_TEXT = 10;

    private static final int LITERAL = 6;
    private static final int MOST_GROUPS = 9;
    private static final int LEAST_STRUCTURED = 13;
    private static final int UUID_BYTES = 36;

    private static final int DIGIT = 1;
    private static final int LOWER_HEX = 2;
    private static final int UPPER_HEX = 4;
    private static final int LETTER = 8;
    private static final int SEPARATOR = 16;
    private static final int OTHER = 32;
    private static final byte[] CLASS = new byte[256];

    static {
        for (int c = 0; c < CLASS.length; c++) {
            boolean isHex = c >= 'a' && c <= 'f';
            boolean isUpperHex = c >= 'A' && c <= 'F';
            if (c >= '0' && c <= '9') {
                CLASS[c] = DIGIT;
            } else if (isHex || isUpperHex) {
                CLASS[c] = (byte) (isHex ? LOWER_HEX : UPPER_HEX);
            } else if (c < 128 && SipGrammar.isAlpha((byte) c)) {
                CLASS[c] = LETTER;
            } else {
                CLASS[c] = (byte) (c == '-' || c == '.' || c == '_' ? SEPARATOR : OTHER);
            }
        }
    }

    private final FingerprintBytes out;

    IdentifierGrammar(FingerprintBytes out) {
        this.out = out;
    }

    /// Writes the grammar of the identifier that fills the range.
    void write(byte[] a, int from, int to) {
        int kinds = 0;
        int separators = 0;
        for (int p = from; p < to; p++) {
            int kind = CLASS[a[p] & 0xff];
            kinds |= kind;
            separators += kind >> 4 & 1;
        }
        if ((kinds & (SEPARATOR | OTHER)) == 0) {
            plain(a, from, to, kinds);
        } else if ((kinds & OTHER) != 0) {
            text(to - from);
        } else if (to - from == UUID_BYTES && isUuid(a, from, kinds)) {
            out.put("uuid");
        } else if ((kinds & ~(DIGIT | SEPARATOR)) == 0 || (separators > 1 && to - from >= LEAST_STRUCTURED)) {
            groups(a, from, to);
        } else {
            text(to - from);
        }
    }

    private void plain(byte[] a, int from, int to, int kinds) {
        if ((kinds & ~DIGIT) == 0) {
            out.put(to > from ? '#' : '-');
        } else if ((kinds & ~(DIGIT | LOWER_HEX)) == 0) {
            hex('x', to - from);
        } else if ((kinds & ~(DIGIT | UPPER_HEX)) == 0) {
            hex('X', to - from);
        } else if (!wordInDigits(a, from, to)) {
            text(to - from);
        }
    }

    private void hex(char letter, int length) {
        if (length > LONGEST_HEX) {
            out.put(letter);
            out.put('+');
        } else if (length < SHORTEST_HEX || length % HEX_STEP != 0) {
            out.put(letter);
        } else {
            out.number(letter, length);
        }
    }

    private void text(int length) {
        if (length < SHORTEST_TEXT) {
            out.put('t');
        } else {
            out.number('t', length);
        }
    }

    /// A word of letters between digits, as `17SIPpTag001`.
    private boolean wordInDigits(byte[] a, int from, int to) {
        int word = from;
        while (CLASS[a[word] & 0xff] == DIGIT) {
            word++; // something else follows
        }
        int wordTo = word;
        while (wordTo < to && CLASS[a[wordTo] & 0xff] != DIGIT) {
            wordTo++;
        }
        int rest = wordTo;
        while (rest < to && CLASS[a[rest] & 0xff] == DIGIT) {
            rest++;
        }
        boolean isWord = word > from && rest == to && wordTo < to && wordTo - word >= LITERAL - 2;
        if (isWord) {
            out.put('#');
            out.put(a, word, wordTo);
            out.put('#');
        }
        return isWord;
    }

    private static boolean isUuid(byte[] a, int from, int kinds) {
        return (kinds & LETTER) == 0 && a[from + 8] == '-' && a[from + 13] == '-' && a[from + 18] == '-'
                && a[from + 23] == '-';
    }

    private void groups(byte[] a, int from, int to) {
        int p = from;
        for (int group = 0; p < to && group < MOST_GROUPS; group++) {
            int end = p;
            int kinds = 0;
            while (end < to && CLASS[a[end] & 0xff] != SEPARATOR) {
                kinds |= CLASS[a[end++] & 0xff];
            }
            if (end > p) {
                group(a, p, end, kinds);
            }
            if (end < to) {
                out.put(a, end, end + 1);
            }
            p = end + 1;
        }
    }

    private void group(byte[] a, int from, int to, int kinds) {
        if ((kinds & ~DIGIT) == 0) {
            out.put('#');
        } else if ((kinds & (LETTER | UPPER_HEX)) == 0) {
            out.put('x');
        } else if ((kinds & (LETTER | LOWER_HEX)) == 0) {
            out.put('X');
        } else if (to - from <= LITERAL) {
            out.put(a, from, to);
        } else {
            out.put('t');
        }
    }
}
