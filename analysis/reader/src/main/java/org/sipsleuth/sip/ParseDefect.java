package org.sipsleuth.sip;

/// One thing that is wrong with a message, with its place.
///
/// @param kind what is wrong
/// @param offset where in the message it begins, in bytes from its first byte
/// @param length how many bytes it covers; 0 where something is missing
public record ParseDefect(DefectKind kind, int offset, int length) {}
