package org.sipsleuth.sequence.known;

import org.sipsleuth.alignment.Alignment;

/// A known dialog near to another one.
///
/// @param dialogClass the known dialog's class, from 0
/// @param distance how many messages differ, as [Alignment#distance] counts; 0 is the same
/// @param alignment both side by side
public record Neighbour(int dialogClass, int distance, Alignment alignment) {}
