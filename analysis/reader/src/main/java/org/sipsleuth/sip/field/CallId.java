package org.sipsleuth.sip.field;

/// What all messages of a dialog share (RFC 3261 §20.8). Call-IDs are compared byte by byte,
/// upper and lower case apart.
///
/// @param value as written, without white space around it
public record CallId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
