package org.sipsleuth.truth;

/// Bytes of a message that were changed on purpose.
///
/// @param from the first changed byte of the message as it was sent, from 0
/// @param to the byte after the last one; `from` where bytes were only left out
/// @param what what was done, in words
public record MutatedBytes(int from, int to, String what) {}
