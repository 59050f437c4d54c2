package org.sipsleuth.dialog.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A value of the Reason header field (RFC 3326): a protocol, what it calls the cause, and a text.
///
/// @param protocol `Q.850`, `SIP`, as written
/// @param cause its number, or -1
/// @param text what the sender adds, or empty
record ReasonValue(String protocol, int cause, String text) {

    private static final int MOST_DIGITS = 4;

    /// The most specific value of one header field: Q.850, then any with a cause.
    static Optional<ReasonValue> best(String header) {
        List<ReasonValue> all = listOf(header);
        for (ReasonValue value : all) {
            if (value.isQ850()) {
                return Optional.of(value);
            }
        }
        return all.stream().filter(value -> value.cause >= 0 || !value.text.isEmpty()).findFirst();
    }

    /// The values of a header field; what is malformed is read as far as it can be.
    static List<ReasonValue> listOf(String header) {
        List<ReasonValue> values = new ArrayList<>();
        for (String part : split(header, ',')) {
            List<String> pieces = split(part, ';');
            String protocol = pieces.getFirst().strip();
            if (protocol.isEmpty()) {
                continue;
            }
            int cause = -1;
            String text = "";
            for (String piece : pieces.subList(1, pieces.size())) {
                int equals = piece.indexOf('=');
                String name = equals < 0 ? "" : piece.substring(0, equals).strip();
                String value = equals < 0 ? "" : piece.substring(equals + 1).strip();
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "cause" -> cause = number(value);
                    case "text" -> text = unquoted(value);
                    default -> {}
                }
            }
            values.add(new ReasonValue(protocol, cause, text));
        }
        return values;
    }

    boolean isQ850() {
        return protocol.equalsIgnoreCase("Q.850") && cause >= 0;
    }

    /// In words: `Q.850 16: normal call clearing`.
    String words() {
        String named =
                switch (protocol.toUpperCase(Locale.ROOT)) {
                    case "Q.850" -> Q850.words(cause);
                    case "SIP" -> StatusPhrases.of(cause);
                    default -> "";
                };
        String description = text.isEmpty() ? named : text;
        String head = cause < 0 ? protocol : protocol + " " + cause;
        boolean both = !text.isEmpty() && !named.isEmpty() && !named.equalsIgnoreCase(text);
        return description.isEmpty()
                ? head
                : head + ": " + (both ? named + " (" + text + ")" : description);
    }

    private static List<String> split(String words, char at) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\' && isQuoted) {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == at && !isQuoted) {
                parts.add(words.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(words.substring(from));
        return parts;
    }

    private static int number(String digits) {
        boolean isNumber =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(digits) : -1;
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1").strip()
                : value;
    }
}
