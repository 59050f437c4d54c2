package org.sipsleuth.capture.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a line of a log a message begins, and how its lines are written.
///
/// @param column of the first character of the message
/// @param prefix what stands before it
/// @param escape how the ends of the lines of the message are written within the line; empty if they
///     are ends of lines of the log
record StartLineForm(int column, String prefix, String escape) {

    private static final String VERSION = "SIP/2.0";

    /// As the first in a line, nearly anything that has the form.
    private static final Pattern AT_BEGIN = Pattern
            .compile("(?:[!%*_+`'~.A-Za-z0-9-]{1,32} .{1,4000} SIP/2\\.0\\s{0,4}|SIP/2\\.0 \\d{3}(?: .{0,512})?)");

    /// After other text, only what nothing else looks like.
    private static final Pattern WITHIN = Pattern.compile(
            "(?:^|[\\s:>\\]|\\[\"'(])(?<start>(?:[A-Z]{2,16} (?:sips?|tel|urn):\\S{1,2000} SIP/2\\.0|SIP/2\\.0 \\d{3} [^#\\\\]{1,80}?))(?<escape>#015#012|#012|\\\\r\\\\n|\\\\n|\\s{0,4}$)");

    private static final Pattern FIELD = Pattern.compile("[!%*_+`'~.A-Za-z0-9-]{1,64}\\s{0,4}:.*");

    /// Where a message begins in a line; nothing if none does.
    ///
    /// @param next the line after it, or an empty one
    static Optional<StartLineForm> find(String line, String next) {
        if (!line.contains(VERSION)) {
            return Optional.empty();
        }
        if (AT_BEGIN.matcher(line).matches() && isField(next)) {
            return Optional.of(new StartLineForm(0, "", ""));
        }
        Matcher within = WITHIN.matcher(line);
        if (!within.find()) {
            return Optional.empty();
        }
        String escape = within.group("escape").isBlank() ? "" : within.group("escape");
        StartLineForm form = new StartLineForm(within.start("start"), line.substring(0, within.start("start")), escape);
        return !escape.isEmpty() || isField(form.body(next)) ? Optional.of(form) : Optional.empty();
    }

    /// A line of the message without what the log writes before each.
    String body(String line) {
        if (prefix.isEmpty()) {
            return line;
        }
        if (line.startsWith(prefix)) {
            return line.substring(prefix.length());
        }
        if (prefix.isBlank()) {
            return line.stripLeading();
        }
        return LinePrefix.strip(line, prefix);
    }

    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }
}
