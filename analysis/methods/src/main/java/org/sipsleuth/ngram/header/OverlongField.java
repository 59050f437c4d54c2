package org.sipsleuth.ngram.header;

/// A header field that is longer than in any normal message.
///
/// @param name of the header field, or `Request-URI`
/// @param bytes how long its value is
/// @param longest how long the longest normal one is
public record OverlongField(String name, int bytes, int longest) {}
