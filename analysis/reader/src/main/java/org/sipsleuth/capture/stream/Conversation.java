package org.sipsleuth.capture.stream;

/// Takes both directions of one connection.
public interface Conversation {

    /// Takes what the side sends that was seen first.
    ByteStream fromFirst();

    /// Takes what the other side sends.
    ByteStream fromOther();
}
