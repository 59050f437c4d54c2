package org.sipsleuth.sip.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A value of the Reason header field (RFC 3326): a protocol, what it calls the cause, and a text.
///
/// @param protocol `Q.850`, `SIP`, as written
/// @param cause its number, or -1
/// @param text what the sender adds, or empty
public record ReasonValue(String protocol, int cause, String text) {

    private static final int MOST_DIGITS = 4;

    private static final String SIP = "SIP";

    /// Causes of Q.850 by which a call ends or is not taken without a fault: cleared, busy, no
    /// answer, rejected, moved, picked up elsewhere, preempted.
    private static final Set<Integer> NORMAL = Set.of(4, 7, 8, 9, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 30, 31);

    private static final int LAST_Q850 = 127;
    private static final int NON_SELECTED = 26;
    private static final int OK = 200;

    /// The most specific of several values: Q.850, then any with a cause.
    public static Optional<ReasonValue> best(List<ReasonValue> all) {
        for (ReasonValue value : all) {
            if (value.isQ850()) {
                return Optional.of(value);
            }
        }
        return all.stream().filter(value -> value.cause >= 0 || !value.text.isEmpty()).findFirst();
    }

    /// The values of a header field; what is malformed is read as far as it can be.
    public static List<ReasonValue> listOf(String header) {
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
                    default -> {
                    }
                }
            }
            values.add(new ReasonValue(protocol, cause, text));
        }
        return values;
    }

    private boolean isQ850() {
        return protocol.equalsIgnoreCase("Q.850") && cause >= 0;
    }

    /// Whether it states a fault: a cause of Q.850 other than the normal ones, or a status code of
    /// a failure (4xx to 6xx).
    public boolean isFault() {
        return isQ850() ? cause > 0 && cause <= LAST_Q850 && !NORMAL.contains(cause)
                : protocol.equalsIgnoreCase(SIP) && cause >= 400 && cause <= 699;
    }

    /// Whether it states that another branch of the call was answered (RFC 3326 §3.1): SIP 200, or
    /// non-selected user clearing of Q.850.
    public boolean isAnsweredElsewhere() {
        return isQ850() ? cause == NON_SELECTED : protocol.equalsIgnoreCase(SIP) && cause == OK;
    }

    /// Protocol and cause with its registered name, without what the sender adds: `Q.850 102:
    /// recovery on timer expiry`.
    public String registered() {
        return new ReasonValue(protocol, cause, "").words();
    }

    /// In words: `Q.850 16: normal call clearing`.
    public String words() {
        String named = switch (protocol.toUpperCase(Locale.ROOT)) {
            case "Q.850" -> Q850.words(cause);
            case "SIP" -> StatusPhrases.of(cause);
            default -> "";
        };
        String description = text.isEmpty() ? named : text;
        String head = cause < 0 ? protocol : protocol + " " + cause;
        boolean both = !text.isEmpty() && !named.isEmpty() && !named.equalsIgnoreCase(text);
        return description.isEmpty() ? head : head + ": " + (both ? named + " (" + text + ")" : description);
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
        boolean isNumber = !digits.isEmpty() && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(digits) : -1;
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1").strip() : value;
    }
}
