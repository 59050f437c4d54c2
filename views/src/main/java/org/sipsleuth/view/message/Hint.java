package org.sipsleuth.view.message;

/// What is told about a part of a text when the pointer rests on it.
///
/// @param from where the part begins
/// @param to where it ends (exclusive)
/// @param words what is told
record Hint(int from, int to, String words) {

    /// Whether it is told at this place of the text.
    boolean covers(int place) {
        return place >= from && place < to;
    }
}
