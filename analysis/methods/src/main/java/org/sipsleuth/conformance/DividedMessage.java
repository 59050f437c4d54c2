package org.sipsleuth.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.SipLayout;

/// A message divided into its start line, header fields and body (RFC 3261 §7), by lines only:
/// what the lines hold is checked elsewhere.
final class DividedMessage {

    /// As many as a reader keeps; those after them are not checked.
    private static final int MOST_FIELDS = SipLayout.MAX_FIELDS;

    private final byte[] bytes;

    /// The bytes with the line ends within folded header fields replaced by spaces, so that each
    /// byte keeps its place.
    private final byte[] unfolded;

    private final Departures departures;
    private final MessageField startLine;
    private final List<MessageField> fields = new ArrayList<>();
    private int at;
    private boolean hasLf;
    private boolean hasCr;
    private final int bodyOffset;

    private final SipCut cut;

    /// @param cut what may follow the bytes
    DividedMessage(byte[] bytes, SipCut cut, Departures departures) {
        this.cut = cut;
        this.bytes = bytes;
        this.unfolded = bytes.clone();
        this.departures = departures;
        while (at < bytes.length && isLineEnd(bytes[at])) { // RFC 3261 §7.5
            at++;
        }
        int from = at;
        int to = lineEnd();
        String line = text(from, to);
        startLine = new MessageField(MessageField.START_LINE, from, to, line, from);
        skipLineEnd();
        bodyOffset = readHeader();
    }

    private static boolean isLineEnd(byte value) {
        return value == '\r' || value == '\n';
    }

    /// @return where the body begins
    private int readHeader() {
        while (at < bytes.length) {
            if (isLineEnd(bytes[at])) {
                skipLineEnd();
                return at;
            }
            readField();
        }
        if (cut != SipCut.HEADER) {
            departures.add(Rule.HEADER_END, MessageField.HEADER, bytes.length, 0);
        }
        return bytes.length;
    }

    private void readField() {
        int from = at;
        int to = lineEnd();
        int lineEnd = at;
        skipLineEnd();
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            Arrays.fill(unfolded, lineEnd, at, (byte) ' ');
            to = lineEnd();
            lineEnd = at;
            skipLineEnd();
        }
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        if (colon == to) {
            departures.add(Rule.HEADER_LINE, MessageField.HEADER, from, to - from);
        } else if (fields.size() < MOST_FIELDS) {
            String written = text(from, colon).strip();
            String name = written.isEmpty() ? MessageField.HEADER
                    : HeaderName.of(written).map(HeaderName::text).orElse(written);
            String value = text(colon + 1, to);
            int valueFrom = to - value.stripLeading().length();
            fields.add(new MessageField(name, from, to, value.strip(), valueFrom));
        }
    }

    /// Goes to the end of the line.
    private int lineEnd() {
        while (at < bytes.length && !isLineEnd(bytes[at])) {
            at++;
        }
        return at;
    }

    private void skipLineEnd() {
        if (at >= bytes.length) {
            return;
        }
        int from = at;
        boolean isCr = bytes[at++] == '\r';
        if (isCr && at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n') {
            at += 2; // some senders write CR CR LF
            noteCr(from);
        } else if (isCr && at < bytes.length && bytes[at] == '\n') {
            at++;
        } else if (isCr) {
            noteCr(from);
        } else if (!hasLf) {
            hasLf = true;
            departures.add(Rule.LINE_END_LF, MessageField.HEADER, from, 1);
        }
    }

    private void noteCr(int from) {
        if (!hasCr) {
            hasCr = true;
            departures.add(Rule.LINE_END_CR, MessageField.HEADER, from, 1);
        }
    }

    private String text(int from, int to) {
        return new String(unfolded, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// The bytes that the grammar is matched against.
    byte[] unfolded() {
        return unfolded;
    }

    MessageField startLine() {
        return startLine;
    }

    /// In the order of the message.
    List<MessageField> fields() {
        return fields;
    }

    Optional<MessageField> first(HeaderName name) {
        return fields.stream().filter(field -> field.name().equals(name.text())).findFirst();
    }

    List<MessageField> all(HeaderName name) {
        return fields.stream().filter(field -> field.name().equals(name.text())).toList();
    }

    int bodyOffset() {
        return bodyOffset;
    }

    /// What was not captured of it.
    SipCut cut() {
        return cut;
    }

    /// How many bytes follow the header.
    int bodyLength() {
        return bytes.length - bodyOffset;
    }

    byte at(int offset) {
        return bytes[offset];
    }

    /// A part of the body, one character a byte.
    String body(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    int length() {
        return bytes.length;
    }

    boolean isResponse() {
        return startLine.value().regionMatches(true, 0, "SIP/", 0, 4);
    }
}
