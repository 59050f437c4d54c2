package org.sipsleuth.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.sip.HeaderName;

/// Splits the bytes of a message, whatever they are, into lines. Put together again, the lines are
/// the bytes.
final class LineSplitter {

    /// What comes behind so many lines is one line.
    static final int MOST_LINES = 4_000;

    private static final int LONGEST_NAME = 80;

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;

    private LineSplitter(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static List<Line> split(byte[] bytes) {
        return new LineSplitter(bytes).lines();
    }

    private List<Line> lines() {
        while (at < text.length() && isLineEnd(at) && hasRoom()) { // before the start line
            add(Line.Part.START, "", lineEnd(at));
        }
        if (at < text.length()) {
            add(Line.Part.START, "", hasRoom() ? lineEnd(at) : text.length());
        }
        while (at < text.length() && !isLineEnd(at) && hasRoom()) {
            int end = fieldEnd();
            add(Line.Part.HEADER, fieldName(at, end), end);
        }
        if (at < text.length() && isLineEnd(at) && hasRoom()) { // between header and body
            add(Line.Part.HEADER, "", lineEnd(at));
        }
        while (at < text.length()) {
            int end = hasRoom() ? lineEnd(at) : text.length();
            add(Line.Part.BODY, sdpName(at, end), end);
        }
        return List.copyOf(lines);
    }

    private boolean hasRoom() {
        return lines.size() < MOST_LINES;
    }

    private void add(Line.Part part, String name, int end) {
        lines.add(new Line(part, name, lines.size(), text.substring(at, end)));
        at = end;
    }

    private boolean isLineEnd(int place) {
        return text.charAt(place) == '\n' || text.startsWith("\r\n", place);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /// Behind the field and all lines that go on with it (RFC 3261 §7.3.1).
    private int fieldEnd() {
        int end = lineEnd(at);
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end = lineEnd(end);
        }
        return end;
    }

    private String fieldName(int from, int end) {
        int colon = text.indexOf(':', from);
        if (colon < 0 || colon >= end || colon - from > LONGEST_NAME) {
            return "";
        }
        String name = text.substring(from, colon).strip();
        return HeaderName.of(name).map(HeaderName::text).orElse(name);
    }

    /// `m=`, `a=rtpmap`; empty if it is no line of SDP.
    private String sdpName(int from, int end) {
        if (end - from < 2 || text.charAt(from + 1) != '=' || !isLetter(text.charAt(from))) {
            return "";
        }
        int until = from + 2;
        if (text.charAt(from) == 'a') {
            while (until < end && isNamed(text.charAt(until)) && until - from < LONGEST_NAME) {
                until++;
            }
        }
        return text.substring(from, until);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isNamed(char c) {
        return isLetter(c) || c == '-' || (c >= '0' && c <= '9');
    }
}
