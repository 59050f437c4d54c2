package org.sipsleuth.capture;

/// The place from which on a capture file could not be read. All before it was.
///
/// @param offset the byte in the file where the unreadable part begins
/// @param what what is wrong there, as a sentence
public record Damage(long offset, String what) {}
