package org.sipsleuth.export.anonymize.message;

/// The replacement for a body that is not decoded: of the same length, and of a form that parsers
/// of its type accept.
final class Filler {

    private static final char LETTER = 'x';
    private static final String OPEN = "<x>";
    private static final String CLOSE = "</x>";

    private Filler() {}

    /// Filler for a body.
    static String of(String type, String body) {
        int length = body.length();
        if (type.endsWith("xml")) {
            int inside = length - OPEN.length() - CLOSE.length();
            return inside < 0 ? " ".repeat(length) : OPEN + letters(inside) + CLOSE;
        }
        if (type.endsWith("json")) {
            return length < 2 ? "0" : "\"" + letters(length - 2) + "\"";
        }
        boolean isBinary = type.equals("application/isup") || type.equals("application/qsig")
                || type.startsWith("application/pkcs7") || type.startsWith("application/vnd.3gpp.sms");
        return isBinary ? "\0".repeat(length) : text(body);
    }

    private static String letters(int count) {
        return String.valueOf(LETTER).repeat(count);
    }

    /// Filler that ends lines where the text did.
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\r' || c == '\n' ? c : LETTER);
        }
        return out.toString();
    }

    /// Filler that keeps blanks, too.
    static String line(String text) {
        StringBuilder out = new StringBuilder(text(text));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
                out.setCharAt(i, text.charAt(i));
            }
        }
        return out.toString();
    }
}
