package org.sipsleuth.conformance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The parts of addresses (RFC 3261 §20) as far as the rules look at them.
final class Uris {

    private Uris() {}

    /// Whether a SIP or SIPS URI has header fields. A question mark before `@` belongs to the user.
    static boolean hasHeaders(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return (lower.startsWith("sip:") || lower.startsWith("sips:"))
                && uri.indexOf('?', Math.max(0, uri.lastIndexOf('@'))) >= 0;
    }

    /// Whether an address has its URI in angle brackets.
    static boolean isBracketed(String address) {
        return withoutQuotes(address).indexOf('<') >= 0;
    }

    /// What follows the URI of an address with parameters.
    static String parameters(String address) {
        String plain = withoutQuotes(address);
        int from = plain.indexOf('>');
        if (from < 0) {
            from = plain.lastIndexOf('@') < 0 ? 0 : plain.lastIndexOf('@');
        }
        int semicolon = plain.indexOf(';', from);
        return semicolon < 0 ? "" : plain.substring(semicolon);
    }

    /// The value of a parameter, empty if it has none, `null` if it is absent.
    static @Nullable String parameter(String parameters, String name) {
        for (String each : parameters.split(";", -1)) {
            int equals = each.indexOf('=');
            String itsName = (equals < 0 ? each : each.substring(0, equals)).strip();
            if (itsName.equalsIgnoreCase(name)) {
                return equals < 0 ? "" : each.substring(equals + 1).strip();
            }
        }
        return null;
    }

    /// The text with quoted strings replaced by blanks, so that what they hold means nothing.
    static String withoutQuotes(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wasQuoted = isQuoted;
            if (c == '"') {
                isQuoted = !isQuoted;
            }
            if (isQuoted || wasQuoted) {
                plain.setCharAt(i, ' ');
                if (c == '\\' && isQuoted && i + 1 < text.length()) {
                    i++;
                    plain.setCharAt(i, ' ');
                }
            }
        }
        return plain.toString();
    }
}
