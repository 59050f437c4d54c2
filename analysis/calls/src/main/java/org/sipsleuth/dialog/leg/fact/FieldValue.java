package org.sipsleuth.dialog.leg.fact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Splits values of header fields that [org.sipsleuth.sip.field] does not read.
public final class FieldValue {

    private static final int UUID_DIGITS = 32;

    private FieldValue() {}

    /// What is before the first parameter: the Call-ID of Replaces, the UUID of Session-ID.
    public static String head(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip();
    }

    /// The value of a parameter, without quotes; empty if absent. The first part counts too.
    public static String parameter(String value, String name) {
        String wanted = name.toLowerCase(Locale.ROOT) + "=";
        int from = 0;
        while (from <= value.length()) {
            int end = value.indexOf(';', from);
            int to = end < 0 ? value.length() : end;
            String part = value.substring(from, to).strip();
            if (part.regionMatches(true, 0, wanted, 0, wanted.length())) {
                return unquoted(part.substring(wanted.length()).strip());
            }
            from = to + 1;
        }
        return "";
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /// A UUID of Session-ID in lower case; empty if it is not one, or the nil UUID (RFC 7989 §5).
    public static String uuid(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean valid = lower.length() == UUID_DIGITS && lower.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && lower.chars().anyMatch(c -> c != '0');
        return valid ? lower : "";
    }

    /// The value of a header field that a URI asks for after its `?` (RFC 3261 §19.1.1), escapes
    /// resolved; empty if it asks for none.
    public static String uriHeader(String headers, String name) {
        for (String part : headers.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).equalsIgnoreCase(name)) {
                return unescaped(part.substring(equals + 1));
            }
        }
        return "";
    }

    /// Text with the escapes of a URI resolved (RFC 3261 §19.1.2); as it is if one is malformed.
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            String kept = text.replace("+", "%2B"); // a plus is no blank in a URI
            return URLDecoder.decode(kept, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
