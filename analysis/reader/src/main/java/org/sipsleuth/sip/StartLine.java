package org.sipsleuth.sip;

import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.UriCheck;

/// Reads the first line, which alone identifies SIP messages.
///
/// A status line begins with `SIP/` and a digit, and goes on with a number. A request line ends
/// with such a version; before it are a method and a URI. A URI without scheme has to be one
/// word, and hold a colon or follow a method of capitals, since text can end with `SIP/2.0`
/// too.
final class StartLine {

    /// `SIP/2.0`, the shortest version there can be.
    private static final int VERSION_BYTES = 7;

    private static final int PREFIX_BYTES = 4;
    private static final int CODE_DIGITS = 3;
    private static final long SIP = SipGrammar.word("sip");

    private StartLine() {}

    /// Reads the line in the range, which holds no line end.
    ///
    /// @return whether it is a start line of SIP
    static boolean read(byte[] a, int from, int to, SipLayout layout) {
        return isVersion(a, from, to) ? status(a, from, to, layout) : request(a, from, to, layout);
    }

    /// Whether the line in the range is a start line whose method, if it has one, is a token.
    static boolean isOne(byte[] a, int from, int to) {
        if (isVersion(a, from, to)) {
            int code = skipBlanks(a, wordEnd(a, from, to), to);
            int codeTo = digitsEnd(a, code, to);
            return codeTo > code && (codeTo == to || isBlank(a[codeTo]));
        }
        int lineTo = trimBlanks(a, from, to);
        int version = lineTo;
        while (version > from && !isBlank(a[version - 1])) {
            version--;
        }
        if (!isVersion(a, version, lineTo)) {
            return false;
        }
        int methodTo = SipGrammar.tokenEnd(a, from, version);
        int uri = skipBlanks(a, methodTo, version);
        int uriTo = trimBlanks(a, uri, version);
        return methodTo > from && uri > methodTo && uriTo > uri && isRequest(a, from, methodTo, uri, uriTo);
    }

    private static boolean status(byte[] a, int from, int to, SipLayout layout) {
        int versionTo = wordEnd(a, from, to);
        int code = skipBlanks(a, versionTo, to);
        int codeTo = digitsEnd(a, code, to);
        if (codeTo == code || (codeTo < to && !isBlank(a[codeTo]))) {
            return false;
        }
        version(a, from, versionTo, layout);
        separator(a, versionTo, code, layout);
        int digits = codeTo - code;
        int value = digits > CODE_DIGITS ? 0 : (int) SipGrammar.number(a, code, codeTo);
        layout.statusCode(value);
        if (digits != CODE_DIGITS || value < 100 || value > 699) {
            layout.defect(DefectKind.STATUS_CODE, code, codeTo);
        }
        if (codeTo == to) {
            layout.defect(DefectKind.START_LINE, codeTo, to);
        } else if (a[codeTo] != ' ') {
            layout.defect(DefectKind.START_LINE, codeTo, codeTo + 1);
        }
        layout.part(Part.REASON, Math.min(codeTo + 1, to), to);
        return true;
    }

    private static boolean request(byte[] a, int from, int to, SipLayout layout) {
        int lineTo = trimBlanks(a, from, to);
        int version = lineTo;
        while (version > from && !isBlank(a[version - 1])) {
            version--;
        }
        if (!isVersion(a, version, lineTo)) {
            return false;
        }
        int methodTo = wordEnd(a, from, version);
        int uri = skipBlanks(a, methodTo, version);
        int uriTo = trimBlanks(a, uri, version);
        if (methodTo == from || uri == uriTo || !isRequest(a, from, methodTo, uri, uriTo)) {
            return false;
        }
        layout.request();
        layout.part(Part.METHOD, from, methodTo);
        if (SipGrammar.tokenEnd(a, from, methodTo) != methodTo) {
            layout.defect(DefectKind.METHOD, from, methodTo);
        }
        separator(a, methodTo, uri, layout);
        uri(a, uri, uriTo, layout);
        separator(a, uriTo, version, layout);
        version(a, version, lineTo, layout);
        if (lineTo < to) {
            layout.defect(DefectKind.START_LINE, lineTo, to);
        }
        return true;
    }

    /// Whether a line that ends with a version is meant as a request line, and is no sentence.
    private static boolean isRequest(byte[] a, int from, int methodTo, int uri, int uriTo) {
        int scheme = SipGrammar.schemeEnd(a, a[uri] == '<' ? uri + 1 : uri, uriTo);
        if (scheme >= 0) {
            return true;
        }
        boolean colon = false;
        for (int p = uri; p < uriTo; p++) {
            if (isBlank(a[p])) {
                return false;
            }
            colon |= a[p] == ':';
        }
        return colon || isUpperCase(a, from, methodTo);
    }

    private static boolean isUpperCase(byte[] a, int from, int to) {
        for (int p = from; p < to; p++) {
            if (a[p] < 'A' || a[p] > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static void uri(byte[] a, int from, int to, SipLayout layout) {
        int uri = from;
        int uriTo = to;
        if (a[uri] == '<' && a[uriTo - 1] == '>' && uriTo - uri > 1) {
            layout.defect(DefectKind.REQUEST_URI_BRACKETS, from, to);
            uri++;
            uriTo--;
        }
        layout.part(Part.REQUEST_URI, uri, uriTo);
        if (UriCheck.usualEnd(a, uri, uriTo) == uriTo) {
            return;
        }
        int scheme = SipGrammar.schemeEnd(a, uri, uriTo);
        if (scheme < 0) {
            layout.defect(DefectKind.REQUEST_URI_SCHEME, from, to);
            return;
        }
        if (wordEnd(a, uri, uriTo) < uriTo) {
            layout.defect(DefectKind.REQUEST_URI_SPACE, from, to);
            return;
        }
        UriCheck check = layout.scratch.uri;
        if (!check.isSound(a, uri, scheme, uriTo)) {
            layout.defect(DefectKind.REQUEST_URI, check.faultFrom, check.faultTo);
        } else if (check.headersFrom >= 0) {
            layout.defect(DefectKind.REQUEST_URI, check.headersFrom, uriTo);
        }
    }

    private static void version(byte[] a, int from, int to, SipLayout layout) {
        boolean two = to - from == VERSION_BYTES && a[from + 4] == '2' && a[to - 1] == '0';
        if (!two || a[from + 5] != '.') {
            layout.defect(DefectKind.SIP_VERSION, from, to);
        }
    }

    /// One space stands between the pieces of a start line.
    private static void separator(byte[] a, int from, int to, SipLayout layout) {
        if (to - from != 1 || a[from] != ' ') {
            layout.defect(DefectKind.START_LINE, from, to);
        }
    }

    private static boolean isVersion(byte[] a, int from, int to) {
        return to - from >= VERSION_BYTES && a[from + PREFIX_BYTES - 1] == '/'
                && SipGrammar.lowerCaseWord(a, from, from + PREFIX_BYTES - 1) == SIP
                && SipGrammar.isDigit(a[from + PREFIX_BYTES]);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int wordEnd(byte[] a, int p, int to) {
        while (p < to && !isBlank(a[p])) {
            p++;
        }
        return p;
    }

    private static int skipBlanks(byte[] a, int p, int to) {
        while (p < to && isBlank(a[p])) {
            p++;
        }
        return p;
    }

    private static int trimBlanks(byte[] a, int from, int p) {
        int to = p;
        while (to > from && isBlank(a[to - 1])) {
            to--;
        }
        return to;
    }

    private static int digitsEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && SipGrammar.isDigit(a[p])) {
            p++;
        }
        return p;
    }
}
