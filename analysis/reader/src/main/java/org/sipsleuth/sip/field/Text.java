package org.sipsleuth.sip.field;

import java.nio.charset.StandardCharsets;

/// The value of a header field as the bytes that the scans read.
final class Text {

    private final byte[] bytes;

    Text(String value) {
        bytes = value.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    /// The text in the range; empty for one that is absent.
    String part(int from, int to) {
        return from < 0 ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
