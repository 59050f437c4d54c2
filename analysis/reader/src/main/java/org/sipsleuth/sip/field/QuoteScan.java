package org.sipsleuth.sip.field;

/// Follows the quoted strings and comments of one header field (RFC 3261 §25.1), so that what a
/// backslash escapes in them is known; used again for each. Reads each byte at most once.
public final class QuoteScan {

    private int position;
    private boolean hasStrings;
    private boolean hasComments;
    private boolean isQuoted;
    private boolean isEscaped;
    private int comments;

    /// Begins with the value that starts at `from`.
    ///
    /// @param strings whether quotes begin a quoted string in it
    /// @param withComments whether parentheses begin a comment in it
    public void begin(int from, boolean strings, boolean withComments) {
        position = from;
        hasStrings = strings;
        hasComments = withComments;
        isQuoted = false;
        isEscaped = false;
        comments = 0;
    }

    /// Whether the byte at `p` is the second of a quoted pair. Positions must not decrease.
    public boolean isQuotedPair(byte[] a, int p) {
        for (; position < p; position++) {
            take(a[position]);
        }
        return isEscaped;
    }

    private void take(byte b) {
        if (isEscaped) {
            isEscaped = false;
        } else if (b == '\\') {
            isEscaped = isQuoted || comments > 0;
        } else if (b == '"') {
            isQuoted ^= hasStrings;
        } else if (hasComments && !isQuoted) {
            comments = Math.max(0, comments + (b == '(' ? 1 : b == ')' ? -1 : 0));
        }
    }
}
