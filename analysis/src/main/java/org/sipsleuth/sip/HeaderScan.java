package org.sipsleuth.sip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.field.Lexis;

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
                return afterLineEnd(a, p, to, layout);
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
        if (p + 1 < to) {
            layout.defectOnce(DefectKind.BARE_CR, p, p + 1);
        }
        return p + 1;
    }

    /// Looks for bytes that a line must not hold.
    static void checkText(byte[] a, int from, int to, SipLayout layout) {
        int p = Lexis.skipPrintable(a, from, to);
        while (p < to) {
            p = Lexis.skipPrintable(a, strange(a, p, to, layout), to);
        }
    }

    private static int field(byte[] a, int from, int to, SipLayout layout) {
        int nameTo = Lexis.nameEnd(a, from, to);
        int colon = nameTo;
        while (colon < to && (a[colon] == ' ' || a[colon] == '\t')) {
            colon++;
        }
        if (colon >= to || a[colon] != ':' || nameTo == from) {
            return strangeField(a, from, to, layout);
        }
        HeaderName name = HeaderName.find(a, from, nameTo);
        if (name == null && Lexis.tokenEnd(a, from, nameTo) < nameTo) {
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
            int nameTo = Lexis.trimLws(a, from, colon);
            return value(a, from, nameTo, colon + 1, to, null, layout);
        }
        layout.defect(DefectKind.NO_COLON, from, colon);
        return skipValue(a, colon, to, layout);
    }

    private static int value(
            byte[] a,
            int from,
            int nameTo,
            int valueAt,
            int to,
            @Nullable HeaderName name,
            SipLayout layout) {
        layout.field(name, from, nameTo);
        int end = skipValue(a, valueAt, to, layout);
        int valueFrom = Lexis.skipLws(a, valueAt, end);
        int valueTo = Lexis.trimLws(a, valueFrom, end);
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
            p = Lexis.skipPrintable(a, p, to);
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

    /// The position after a byte, or a sequence of UTF-8, that is not printable ASCII. After a
    /// backslash, as in a quoted string, control characters are allowed.
    private static int strange(byte[] a, int p, int to, SipLayout layout) {
        if (a[p] == '\t' || (a[p] >= 0 && a[p - 1] == '\\')) {
            return p + 1;
        }
        if (a[p] >= 0) {
            layout.defect(DefectKind.CONTROL_CHARACTER, p, p + 1);
            return p + 1;
        }
        int length = Lexis.utf8Length(a, p, to);
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
