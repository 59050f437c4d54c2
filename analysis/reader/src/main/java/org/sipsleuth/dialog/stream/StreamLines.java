package org.sipsleuth.dialog.stream;

import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.SipGrammar;

/// Goes through the bytes of a stream line by line, and goes on where it was left when more come.
final class StreamLines {

    /// Longer lines begin no message.
    static final int MOST_START_LINE_BYTES = 1 << 13;

    /// `SIP/2.0 100`, or a request line with the least of each.
    private static final int LEAST_START_LINE_BYTES = 11;

    /// No segment is examined further for a longer method.
    private static final int MOST_METHOD_BYTES = 64;

    /// No header field that follows CR CR LF is expected to have a longer name.
    private static final int MOST_NAME_BYTES = 256;

    /// What follows a message, or a line of one.
    enum Follower {
        NOTHING,
        START_LINE,
        /// A header field, or the empty line behind the last one.
        FIELD,
        /// The beginning of a line, which may become a start line or a header field.
        PART,
        OTHER
    }

    private final StreamBytes bytes;

    /// Where the line begins.
    private int from;

    /// Whether that is the beginning of a line, as far as is known.
    private boolean isBegin = true;

    /// Up to here the line has no end.
    private int scanned;

    private int to;
    private int next;

    StreamLines(StreamBytes bytes) {
        this.bytes = bytes;
    }

    int from() {
        return from;
    }

    /// Where the line ends, without its line end.
    int to() {
        return to;
    }

    /// Where the next line begins.
    int next() {
        return next;
    }

    /// Up to where the line is known.
    int known() {
        return scanned;
    }

    boolean isBegin() {
        return isBegin;
    }

    /// Goes on at a place.
    void goTo(int place, boolean isItsBegin) {
        from = place;
        scanned = place;
        isBegin = isItsBegin;
    }

    void goToNext() {
        goTo(next, true);
    }

    /// The first bytes are forgotten.
    void shift(int gone) {
        from -= gone;
        scanned -= gone;
    }

    /// Goes past empty lines.
    void skipFiller() {
        int p = fillerEnd(from);
        if (p > from) {
            goTo(p, true);
        }
    }

    /// Searches for the end of the line.
    ///
    /// @return whether it is known
    boolean find() {
        byte[] a = bytes.array();
        int size = bytes.size();
        int p = scanned;
        while (p < size && !isLineEnd(a[p])) {
            p++;
        }
        scanned = p;
        if (p == size || (a[p] == '\r' && p + 1 == size)) {
            return false;
        }
        to = p;
        next = a[p] == '\r' && a[p + 1] == '\n' ? p + 2 : p + 1;
        return true;
    }

    /// Whether the line found is empty but for being the rest of CR CR LF.
    boolean isDoubledCr() {
        byte[] a = bytes.array();
        return to == from && next - to == 2 && from > 0 && a[from - 1] == '\r';
    }

    /// What follows such a line, as far as the bytes show it.
    Follower headerFollower() {
        byte[] a = bytes.array();
        int size = bytes.size();
        int p = SipGrammar.tokenEnd(a, next, size);
        while (p < size && (a[p] == ' ' || a[p] == '\t')) {
            p++;
        }
        if (p == size && size - next < MOST_NAME_BYTES) {
            return p == next ? Follower.NOTHING : Follower.PART;
        }
        return SipParser.isHeaderBehind(a, next, size) ? Follower.FIELD : Follower.OTHER;
    }

    /// Whether the line found is a start line.
    boolean isStartLine() {
        return isBegin && isStartLine(from, to);
    }

    /// Whether the line would be a start line if it ended with the bytes there are.
    boolean isLastStartLine() {
        return isBegin && scanned > from && isStartLine(from, scanned);
    }

    /// Whether a segment begins with a whole start line. That of most does not: the first word
    /// states so.
    boolean isStartLineIn(int segment, int segmentTo) {
        byte[] a = bytes.array();
        if (segmentTo - segment <= LEAST_START_LINE_BYTES) {
            return false;
        }
        int p = SipGrammar.tokenEnd(a, segment, Math.min(segmentTo, segment + MOST_METHOD_BYTES));
        if (p == segmentTo || (a[p] != ' ' && a[p] != '\t' && a[p] != '/')) {
            return false;
        }
        while (p < segmentTo && !isLineEnd(a[p]) && p - segment <= MOST_START_LINE_BYTES) {
            p++;
        }
        return p + 1 < segmentTo && isStartLine(segment, p); // behind CR may come LF
    }

    /// Whether the start line at a place is but the rest of one that began before it. Where both
    /// can be, the one with a registered method is meant, and the longer one where both have one:
    /// `PRACK` ends with `ACK`.
    boolean isStartLineUpTo(int place) {
        return isBegin && find() && isStartLine() && (isRegistered(from) || !isRegistered(place));
    }

    private boolean isRegistered(int method) {
        int end = SipGrammar.tokenEnd(bytes.array(), method, to);
        return MessageTypes.isRegistered(bytes.array(), method, end);
    }

    /// What follows a message that ends at a place.
    Follower follower(int place) {
        int first = fillerEnd(place);
        int size = bytes.size();
        if (first == size) {
            return Follower.NOTHING;
        }
        byte[] a = bytes.array();
        int p = first;
        while (p < size && !isLineEnd(a[p]) && p - first <= MOST_START_LINE_BYTES) {
            p++;
        }
        if (p == size) {
            return SipGrammar.isToken(a[first]) ? Follower.PART : Follower.OTHER;
        }
        return isStartLine(first, p) ? Follower.START_LINE : Follower.OTHER;
    }

    /// Empty lines and zeros keep connections alive (RFC 5626 §3.5.1).
    private int fillerEnd(int place) {
        byte[] a = bytes.array();
        int p = place;
        while (p < bytes.size() && (isLineEnd(a[p]) || a[p] == 0)) {
            p++;
        }
        return p;
    }

    private boolean isStartLine(int first, int end) {
        return end - first <= MOST_START_LINE_BYTES
                && SipParser.isStartLine(bytes.array(), first, end);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
