package org.sipsleuth.triage;

/// A known dialog of the capture that an unknown one resembles.
///
/// @param dialog its number
/// @param distance how many messages must be inserted, deleted or replaced, 1 or more
public record SimilarDialog(int dialog, int distance) {}
