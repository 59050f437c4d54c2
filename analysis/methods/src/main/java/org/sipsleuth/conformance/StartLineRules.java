package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of request line and status line that the grammar does not state.
final class StartLineRules {

    private static final Pattern STATUS = Pattern.compile("(?i)(SIP/\\S*)[ \\t]+(\\S+).*");
    private static final Pattern REQUEST = Pattern.compile("(?i)(\\S+)[ \\t]+(.*?)\\s+(SIP/\\S*)\\s*");
    private static final String VERSION = "SIP/2.0";
    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 699;

    private StartLineRules() {}

    /// Whether there is a line that can be meant as a start line.
    static boolean isSip(DividedMessage message) {
        return !message.startLine().value().isEmpty() && matcher(message).matches();
    }

    /// The status code; empty for a request, and where it is no number.
    static Optional<Integer> status(DividedMessage message) {
        if (!message.isResponse()) {
            return Optional.empty();
        }
        Matcher matcher = matcher(message);
        boolean isCode = matcher.matches() && matcher.group(2).matches("[0-9]{3}");
        return isCode ? Optional.of(Integer.valueOf(matcher.group(2))) : Optional.empty();
    }

    /// The method of a request; empty for a response.
    static Optional<String> method(DividedMessage message) {
        if (message.isResponse()) {
            return Optional.empty();
        }
        Matcher matcher = matcher(message);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static void check(DividedMessage message, Departures departures) {
        Matcher matcher = matcher(message);
        if (!matcher.matches()) {
            return;
        }
        String version = matcher.group(message.isResponse() ? 1 : 3);
        if (!version.toUpperCase(Locale.ROOT).equals(VERSION)) {
            departures.add(Rule.VERSION, message.startLine(), captured(version));
        }
        if (message.isResponse()) {
            status(message).filter(code -> code < LEAST_STATUS || code > MOST_STATUS)
                    .ifPresent(code -> departures.add(Rule.STATUS_RANGE, message.startLine(), term(code.toString())));
        } else if (Uris.hasHeaders(matcher.group(2))) {
            int offset = message.startLine().offset() + matcher.start(2);
            departures.add(Rule.REQUEST_URI_HEADERS, MessageField.START_LINE, offset, matcher.group(2).length());
        }
    }

    private static Matcher matcher(DividedMessage message) {
        return (message.isResponse() ? STATUS : REQUEST).matcher(message.startLine().value());
    }
}
