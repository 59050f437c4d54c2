package org.sipsleuth.sip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.field.SipGrammar;

/// Cuts a header into its fields (RFC 3261 §7.3.1): name, colon, value over one line or
/// several.
///
/// A line ends with CR LF; LF alone and CR alone end it too, as they do for Wireshark.
final class HeaderScan {

    private HeaderScan() {}

    /// Reads header fields until the empty line.
    ///
    /// @param from where the first header field begins
    /// @return where the body begins; -1 if there is no empty line
    static int read(byte[] a, int from, int to, SipLayout layout) {
        int p = from;
        while (p < to) {
            if (isLineEnd(a[p])) {
                boolean isDoubled = isDoubledCr(a, p, to) && layout.has(DefectKind.DOUBLED_CR, 1);
                return isDoubled ? p + 3 : afterLineEnd(a, p, to, layout);
            }
            p = field(a, p, to, layout);
        }
        layout.defect(DefectKind.NO_EMPTY_LINE, to, to);
        return -1;
    }

    /// The position after the line end at `p`, whatever kind it is; `p` if `p` is the end.
    static int afterLineEnd(byte[] a, int p, int to, SipLayout layout) {
        if (p >= to) {
            return to;
        }
        if (a[p] == '\n') {
            layout.defectOnce(DefectKind.BARE_LF, p, p + 1);
            return p + 1;
        }
        if (p + 1 < to && a[p + 1] == '\n') {
            return p + 2;
        }
        boolean isBody = layout.contentLength() == to - p - 3;
        if (isDoubledCr(a, p, to) && !isBody && goesOn(a, p + 3, to)) {
            layout.defectOnce(DefectKind.DOUBLED_CR, p, p + 3);
            return p + 3;
        }
        if (p + 1 < to) {
            layout.defectOnce(DefectKind.BARE_CR, p, p + 1);
        }
        return p + 1;
    }

    /// Whether CR CR LF stands at `p`. That is the end of a line and an empty line, which ends the
    /// header; or one line end of a sender that writes two CR, where [#goesOn] shows more header
    /// after it.
    static boolean isDoubledCr(byte[] a, int p, int to) {
        return p + 2 < to && a[p] == '\r' && a[p + 1] == '\r' && a[p + 2] == '\n';
    }

    /// Whether a header goes on at `p`: with the name of a field and a colon, or an empty line.
    static boolean goesOn(byte[] a, int p, int to) {
        if (p < to && isLineEnd(a[p])) {
            return true;
        }
        int nameTo = SipGrammar.tokenEnd(a, p, to);
        int colon = nameTo;
        while (colon < to && (a[colon] == ' ' || a[colon] == '\t')) {
            colon++;
        }
        return nameTo > p && colon < to && a[colon] == ':';
    }

    /// Looks for bytes that a start line must not hold.
    static void checkText(byte[] a, int from, int to, SipLayout layout) {
        layout.scratch.quotes.begin(from, false, false);
        int p = SipGrammar.skipPrintable(a, from, to);
        while (p < to) {
            p = SipGrammar.skipPrintable(a, strange(a, p, to, layout), to);
        }
    }

    private static int field(byte[] a, int from, int to, SipLayout layout) {
        int nameTo = SipGrammar.nameEnd(a, from, to);
        int colon = nameTo;
        while (colon < to && (a[colon] == ' ' || a[colon] == '\t')) {
            colon++;
        }
        if (colon >= to || a[colon] != ':' || nameTo == from) {
            return strangeField(a, from, to, layout);
        }
        HeaderName name = HeaderName.find(a, from, nameTo);
        if (name == null && SipGrammar.tokenEnd(a, from, nameTo) < nameTo) {
            return strangeField(a, from, to, layout);
        }
        return value(a, from, nameTo, colon + 1, to, name, layout);
    }

    /// A field whose name is no token, or a line that has no colon.
    private static int strangeField(byte[] a, int from, int to, SipLayout layout) {
        int colon = from;
        while (colon < to && a[colon] != ':' && !isLineEnd(a[colon])) {
            colon++;
        }
        if (colon < to && a[colon] == ':') {
            layout.defect(DefectKind.HEADER_NAME, from, colon);
            int nameTo = SipGrammar.trimLws(a, from, colon);
            return value(a, from, nameTo, colon + 1, to, null, layout);
        }
        layout.defect(DefectKind.NO_COLON, from, colon);
        layout.scratch.quotes.begin(colon, false, false);
        return skipValue(a, colon, to, layout);
    }

    private static int value(byte[] a, int from, int nameTo, int valueAt, int to, @Nullable HeaderName name,
            SipLayout layout) {
        layout.field(name, from, nameTo);
        layout.scratch.quotes.begin(valueAt, !isText(name), name != null && hasComments(name));
        int end = skipValue(a, valueAt, to, layout);
        int valueFrom = SipGrammar.skipLws(a, valueAt, end);
        int valueTo = SipGrammar.trimLws(a, valueFrom, end);
        layout.fieldValue(from, valueFrom, valueTo, end);
        if (name != null) {
            FieldChecks.read(name, a, from, valueFrom, valueTo, layout);
        }
        return end;
    }

    /// The position after the value that goes on at `p`, all of its lines and line ends
    /// included.
    private static int skipValue(byte[] a, int from, int to, SipLayout layout) {
        int p = from;
        while (true) {
            p = SipGrammar.skipPrintable(a, p, to);
            if (p >= to) {
                return to;
            }
            if (isLineEnd(a[p])) {
                p = afterLineEnd(a, p, to, layout);
                if (p >= to || (a[p] != ' ' && a[p] != '\t')) {
                    return p;
                }
            } else {
                p = strange(a, p, to, layout);
            }
        }
    }

    /// Whether the value is text in which a quote is a character like any other.
    private static boolean isText(@Nullable HeaderName name) {
        return name == HeaderName.SUBJECT || name == HeaderName.ORGANIZATION || name == HeaderName.CALL_ID
                || name == HeaderName.USER_AGENT || name == HeaderName.SERVER;
    }

    private static boolean hasComments(HeaderName name) {
        return name == HeaderName.USER_AGENT || name == HeaderName.SERVER || name == HeaderName.RETRY_AFTER;
    }

    /// The position after a byte, or a sequence of UTF-8, that is not printable ASCII. Control
    /// characters are allowed after a backslash in quoted strings and comments (RFC 3261 §25.1
    /// `quoted-pair`).
    private static int strange(byte[] a, int p, int to, SipLayout layout) {
        if (a[p] >= 0) {
            if (a[p] != '\t' && !layout.scratch.quotes.isQuotedPair(a, p)) {
                layout.defect(DefectKind.CONTROL_CHARACTER, p, p + 1);
            }
            return p + 1;
        }
        int length = SipGrammar.utf8Length(a, p, to);
        if (length == 0) {
            layout.defectOnce(DefectKind.INVALID_UTF8, p, p + 1);
            return p + 1;
        }
        return p + length;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
