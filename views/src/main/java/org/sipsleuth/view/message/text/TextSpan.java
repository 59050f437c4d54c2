package org.sipsleuth.view.message.text;

/// What is selected in a text.
///
/// @param anchor where selecting began
/// @param caret where it is now; the same place if nothing is selected
record TextSpan(int anchor, int caret) {

    /// Where it begins.
    int from() {
        return Math.min(anchor, caret);
    }

    /// Where it ends (exclusive).
    int to() {
        return Math.max(anchor, caret);
    }

    /// Whether nothing is selected.
    boolean isEmpty() {
        return anchor == caret;
    }
}
