package org.sipsleuth.view.message;

/// The tooltip of a part of a text.
///
/// @param from where the part begins
/// @param to where it ends (exclusive)
/// @param words its text
record Hint(int from, int to, String words) {

    /// Whether it applies to this place of the text.
    boolean covers(int place) {
        return place >= from && place < to;
    }
}
