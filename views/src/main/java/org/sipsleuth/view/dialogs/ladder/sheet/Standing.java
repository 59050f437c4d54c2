package org.sipsleuth.view.dialogs.ladder.sheet;

/// The current, pointed and marked rows and streams of a ladder.
///
/// @param current the current row, or -1
/// @param focused whether keys move it
/// @param pointed the row under the pointer, or -1
/// @param marked the reference row for time deltas, or -1
/// @param stream the place of the current stream, or -1: then the current row is that before
/// @param pointedStream the place of the stream under the pointer, or -1
public record Standing(int current, boolean focused, int pointed, int marked, int stream, int pointedStream) {}
