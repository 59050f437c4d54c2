package org.sipsleuth.sip.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The basic rules of SIP's grammar (RFC 3261 §25.1), read from bytes. Nothing here allocates,
/// and every method looks at each byte at most once.
public final class SipGrammar {

    private static final int TOKEN = 1;
    private static final int LWS = 2;
    private static final int DIGIT = 4;
    private static final int ALPHA = 8;
    private static final int SCHEME = 16;
    private static final int IN_VALUE = 32;
    private static final int IN_BRACKETS = 64;
    private static final byte[] CLASS = new byte[256];

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long SPACES = 0x20 * ONES;
    private static final long COLONS = ':' * ONES;
    private static final long WITHOUT_TWO = ~(2 * ONES);
    private static final long ANGLES = '<' * ONES;
    private static final long VISIBLE = 0x21 * ONES;
    private static final long LOWER_CASE = 0x20 * ONES;

    static {
        Arrays.fill(CLASS, (byte) (IN_VALUE | IN_BRACKETS));
        for (int c = 'a'; c <= 'z'; c++) {
            CLASS[c] |= TOKEN | ALPHA | SCHEME;
            CLASS[c - 32] = CLASS[c];
        }
        for (int c = '0'; c <= '9'; c++) {
            CLASS[c] |= TOKEN | DIGIT | SCHEME;
        }
        for (char c : "-.!%*_+`'~".toCharArray()) {
            CLASS[c] |= TOKEN;
        }
        for (char c : "+-.".toCharArray()) {
            CLASS[c] |= SCHEME;
        }
        for (char c : " \t\r\n".toCharArray()) {
            CLASS[c] = LWS;
        }
        for (char c : ";,".toCharArray()) {
            CLASS[c] &= ~IN_VALUE;
        }
        for (char c : "<>\"".toCharArray()) {
            CLASS[c] &= ~IN_BRACKETS;
        }
    }

    private SipGrammar() {}

    /// Whether the byte can stand in a token.
    public static boolean isToken(byte b) {
        return (CLASS[b & 0xff] & TOKEN) != 0;
    }

    /// Whether it is a space, a tab, or part of the line end of a folded line.
    public static boolean isLws(byte b) {
        return (CLASS[b & 0xff] & LWS) != 0;
    }

    /// Whether it is a decimal digit.
    public static boolean isDigit(byte b) {
        return (CLASS[b & 0xff] & DIGIT) != 0;
    }

    /// Whether it is an ASCII letter.
    public static boolean isAlpha(byte b) {
        return (CLASS[b & 0xff] & ALPHA) != 0;
    }

    /// The first position from `p` on that is no white space, or `to`.
    public static int skipLws(byte[] a, int p, int to) {
        while (p < to && isLws(a[p])) {
            p++;
        }
        return p;
    }

    /// Where the bytes before `p` end if white space at their end is left out; at least `from`.
    public static int trimLws(byte[] a, int from, int p) {
        while (p > from && isLws(a[p - 1])) {
            p--;
        }
        return p;
    }

    /// Where the token that begins at `p` ends; `p` itself if none begins there.
    public static int tokenEnd(byte[] a, int p, int to) {
        while (p < to && (CLASS[a[p] & 0xff] & TOKEN) != 0) {
            p++;
        }
        return p;
    }

    /// The first position from `p` on that ends the unquoted value of a parameter: white space,
    /// `;` or `,`, or `to`.
    public static int valueEnd(byte[] a, int p, int to) {
        while (p < to && (CLASS[a[p] & 0xff] & IN_VALUE) != 0) {
            p++;
        }
        return p;
    }

    /// The first position from `p` on that cannot belong to a URI in angle brackets: white
    /// space, a quote or a bracket, or `to`.
    public static int bracketedEnd(byte[] a, int p, int to) {
        while (p < to && (CLASS[a[p] & 0xff] & IN_BRACKETS) != 0) {
            p++;
        }
        return p;
    }

    /// The same as [#bracketedEnd] in a range of printable ASCII and space.
    public static int printableBracketedEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to) {
            if (p > a.length - Long.BYTES) {
                return bracketedEnd(a, p, to);
            }
            long w = (long) WORD.get(a, p) & WITHOUT_TWO;
            long marks = (((w ^ ANGLES) - ONES) | ((w ^ SPACES) - ONES)) & HIGH;
            if (marks != 0) {
                return Math.min(to, p + (Long.numberOfTrailingZeros(marks) >>> 3));
            }
            p += Long.BYTES;
        }
        return to;
    }

    /// Where the quoted string whose opening quote stands at `p` ends, after its closing quote;
    /// -1 if it is not closed before `to`.
    public static int quotedEnd(byte[] a, int p, int to) {
        for (int q = p + 1; q < to; q++) {
            if (a[q] == '"') {
                return q + 1;
            }
            if (a[q] == '\\') {
                q++;
            }
        }
        return -1;
    }

    /// The position of the colon after a URI's scheme that begins at `p`, or -1 if none does.
    public static int schemeEnd(byte[] a, int p, int to) {
        if (p >= to || !isAlpha(a[p])) {
            return -1;
        }
        int q = p + 1;
        while (q < to && (CLASS[a[q] & 0xff] & SCHEME) != 0) {
            q++;
        }
        return q < to && a[q] == ':' ? q : -1;
    }

    /// The decimal number that fills the range; -1 if it is empty or holds anything but digits.
    /// Numbers too large for a `long` become [Long#MAX_VALUE].
    public static long number(byte[] a, int from, int to) {
        if (from >= to) {
            return -1;
        }
        long n = 0;
        for (int p = from; p < to; p++) {
            if (!isDigit(a[p])) {
                return -1;
            }
            n = n > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : n * 10 + (a[p] - '0');
        }
        return n;
    }

    /// Whether the range holds this word, whose letters are lower case, in any case.
    public static boolean isWord(byte[] a, int from, int to, String lower) {
        if (to - from != lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (lower(a[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The byte as lower case letter if it is an upper case one, else as it is.
    public static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /// The first position from `p` on that holds anything but printable ASCII and space, or
    /// `to`. Eight bytes at a time: the lowest marked byte of the word is exact, the ones above
    /// it may be marked by a borrow.
    public static int skipPrintable(byte[] a, int p, int to) {
        while (p <= to - Long.BYTES) {
            long w = (long) WORD.get(a, p);
            long marks = ((w - SPACES) | (w + ONES)) & HIGH;
            if (marks != 0) {
                return p + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            p += Long.BYTES;
        }
        while (p < to && a[p] >= 0x20 && a[p] != 0x7f) {
            p++;
        }
        return p;
    }

    /// The first position from `p` on that ends the name of a header field: a colon, white space or
    /// another control character below it, or a byte above ASCII; or `to`. See [#skipPrintable].
    public static int nameEnd(byte[] a, int p, int to) {
        while (p <= to - Long.BYTES) {
            long w = (long) WORD.get(a, p);
            long colon = w ^ COLONS;
            long marks = ((w - VISIBLE) | w | ((colon - ONES) & ~colon)) & HIGH;
            if (marks != 0) {
                return p + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            p += Long.BYTES;
        }
        while (p < to && a[p] > ' ' && a[p] != ':') {
            p++;
        }
        return p;
    }

    /// The first eight bytes of the range, which holds at least one, as one number, letters in
    /// lower case; bytes above the range are 0. Of bytes that are visible, only those that differ
    /// in case (and a few marks, as `@` and "`") give the same number.
    public static long lowerCaseWord(byte[] a, int from, int to) {
        int left = Math.max(0, Long.BYTES - (to - from));
        long word = from <= a.length - Long.BYTES ? (long) WORD.get(a, from) : lastWord(a, from, to);
        return (word | LOWER_CASE) & (-1L >>> (left * Byte.SIZE));
    }

    /// A word of one to eight lower-case letters as [#lowerCaseWord] gives it.
    public static long word(String lower) {
        return lowerCaseWord(lower.getBytes(StandardCharsets.US_ASCII), 0, lower.length());
    }

    /// The bytes of a range that ends less than eight bytes before the end of the array, or there.
    private static long lastWord(byte[] a, int from, int to) {
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | (a[i] & 0xffL);
        }
        return word;
    }

    /// The length of the UTF-8 sequence of several bytes that begins at `p`; 0 if none does
    /// (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
    public static int utf8Length(byte[] a, int p, int to) {
        int lead = a[p] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || p + length > to) {
            return 0;
        }
        int second = a[p + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((a[p + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
