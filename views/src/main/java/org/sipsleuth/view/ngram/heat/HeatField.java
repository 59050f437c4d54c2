package org.sipsleuth.view.ngram.heat;

/// A part of a message: its start line, a header field or its body.
///
/// @param column the column of [FieldColumns] it belongs to
/// @param from its first byte
/// @param to the byte behind its last one
public record HeatField(int column, int from, int to) {}
