package org.sipsleuth.capture.stream;

/// A conversation of two streams that are there.
///
/// @param fromFirst takes what the side sends that was seen first
/// @param fromOther takes what the other side sends
public record TwoStreams(ByteStream fromFirst, ByteStream fromOther) implements Conversation {}
