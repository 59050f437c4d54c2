package org.sipsleuth.compare;

import java.util.Locale;

/// A line of a message as it stands there: the start line, a header field with its folded lines, a
/// line of the body.
///
/// @param part which part of the message it belongs to
/// @param name the canonical name of a header field; the beginning of a line of SDP, such as
///     `m=` or `a=rtpmap`; else empty
/// @param number its place in the message, from 0
/// @param text all of it with its line end, one character a byte (ISO 8859-1)
public record Line(Part part, String name, int number, String text) {

    /// The parts of a message.
    public enum Part {
        START, HEADER, BODY
    }

    /// Lines with the same key can be two versions of one.
    String key() {
        return part + " " + name.toLowerCase(Locale.ROOT);
    }

    /// The text without line end.
    public String content() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
