package org.sipsleuth.ngram.embedding;

/// The usual form of values: what may be replaced.
final class Usual {

    private static final int MOST_VALUE = 160;
    private static final int MOST_TEXT = 80;
    private static final int MOST_DIGITS = 10;

    /// Longer runs of one byte are no usual value; `nc=00000001` is one.
    private static final int MOST_RUN = 12;

    /// Some proxies fill branches with zeros.
    private static final int MOST_ZEROS = 32;

    private static final int LEAST_IDENTIFIER = 16;

    /// Bytes of an IPv6 address, with its opening bracket.
    private static final int MOST_IPV6 = 46;

    private static final int LEAST_COLONS = 2;

    private static final int LETTER_OR_DIGIT = 1;
    private static final int OF_VALUE = 2;
    private static final int OF_IDENTIFIER = 4;
    private static final int OF_NAME = 8;

    /// What each byte may be: every byte of every message is asked for it.
    private static final byte[] KINDS = kinds();

    private Usual() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int b = 0; b < kinds.length; b++) {
            boolean isLetterOrDigit = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
            boolean isText = isLetterOrDigit || b >= 0x80;
            kinds[b] = (byte) ((isLetterOrDigit ? LETTER_OR_DIGIT : 0)
                    | (isText || "-_.+=/@:~!*<>[], ".indexOf(b) >= 0 ? OF_VALUE : 0)
                    | (isText || "-_.+=@".indexOf(b) >= 0 ? OF_IDENTIFIER : 0)
                    | (isText || "-_.+/() #*:".indexOf(b) >= 0 ? OF_NAME : 0));
        }
        return kinds;
    }

    private static boolean is(byte b, int kind) {
        return (KINDS[b & 0xff] & kind) != 0;
    }

    /// An identifier, a digest, a date: 1 to 160 letters, digits and a few signs.
    static boolean value(byte[] text, int from, int to) {
        return holds(text, from, to, MOST_VALUE, OF_VALUE);
    }

    /// What a header field without a registered name holds if it names a call or a session: 16 to
    /// 160 letters, digits and a few signs, digits among them.
    static boolean identifier(byte[] text, int from, int to) {
        boolean hasDigit = false;
        for (int i = from; i < to; i++) {
            hasDigit |= isDigit(text[i]);
        }
        return hasDigit && to - from >= LEAST_IDENTIFIER && holds(text, from, to, MOST_VALUE, OF_IDENTIFIER);
    }

    /// A name: 1 to 80 letters, digits, spaces and a few signs; bytes of UTF-8 count as letters.
    static boolean name(byte[] text, int from, int to) {
        return holds(text, from, to, MOST_TEXT, OF_NAME);
    }

    private static boolean holds(byte[] text, int from, int to, int most, int kind) {
        if (to <= from || to - from > most) {
            return false;
        }
        int run = 1;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            boolean again = i > from && text[i - 1] == b;
            run = again ? run + 1 : 1;
            if (!is(b, kind) || run > (b == '0' ? MOST_ZEROS : MOST_RUN) || (again && b == '.')) {
                return false;
            }
        }
        return true;
    }

    /// Whether so many digits are a usual number.
    static boolean number(int from, int to) {
        return to - from <= MOST_DIGITS;
    }

    static int digitsTo(byte[] text, int from, int to) {
        int end = from;
        while (end < to && isDigit(text[end])) {
            end++;
        }
        return end;
    }

    /// Where a host ends, a name or an address, in brackets or not; `from` if there is none.
    static int hostTo(byte[] text, int from, int to) {
        int end = from;
        if (from < to && text[from] == '[') {
            end++;
            while (end < to && (isLetterOrDigit(text[end]) || text[end] == ':' || text[end] == '.')) {
                end++;
            }
            return end < to && text[end] == ']' && end - from <= MOST_TEXT ? end + 1 : from;
        }
        while (end < to && (isLetterOrDigit(text[end]) || text[end] == '-' || text[end] == '.')) {
            end++;
        }
        return value(text, from, end) ? end : from;
    }

    /// Where an IPv4 address ends; `from` if there is none.
    static int addressTo(byte[] text, int from, int to) {
        int end = from;
        for (int part = 0; part < 4; part++) {
            int digits = digitsTo(text, end, to);
            if (digits == end || digits - end > 3) {
                return from;
            }
            end = digits;
            if (part < 3) {
                if (end >= to || text[end] != '.') {
                    return from;
                }
                end++;
            }
        }
        return end < to && isLetterOrDigit(text[end]) ? from : end;
    }

    /// Where an IPv6 address in brackets ends (RFC 3261 §25.1, `IPv6reference`); `from` if there is
    /// none.
    static int bracketsTo(byte[] text, int from, int to) {
        int colons = 0;
        for (int end = from + 1; end < to && end - from <= MOST_IPV6; end++) {
            byte b = text[end];
            if (b == ']') {
                return colons >= LEAST_COLONS ? end + 1 : from;
            }
            if (!isHex(b) && b != ':' && b != '.') {
                return from;
            }
            colons += b == ':' ? 1 : 0;
        }
        return from;
    }

    private static boolean isHex(byte b) {
        return isDigit(b) || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetterOrDigit(byte b) {
        return is(b, LETTER_OR_DIGIT);
    }
}
