package org.sipsleuth.capture.tls.keylog;

/// A line in a key log that is not a line of key logs.
///
/// @param source the file, or what else the log came from
/// @param line its number, from 1
/// @param what what is wrong, as part of a sentence
public record KeyLogDefect(String source, long line, String what) {}
