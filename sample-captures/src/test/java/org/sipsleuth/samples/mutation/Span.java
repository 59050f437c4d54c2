package org.sipsleuth.samples.mutation;

/// A stretch of a message.
///
/// @param from the first character, from 0
/// @param to the one after the last
record Span(int from, int to) {
    Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch: " + from + " to " + to);
        }
    }

    static Span at(int position) {
        return new Span(position, position);
    }
}
