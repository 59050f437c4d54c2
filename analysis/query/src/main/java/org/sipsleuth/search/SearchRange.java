package org.sipsleuth.search;

/// Where in a message something was found.
///
/// @param from the first byte, from 0
/// @param to the byte behind the last
public record SearchRange(int from, int to) {}
