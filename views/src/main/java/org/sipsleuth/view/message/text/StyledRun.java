package org.sipsleuth.view.message.text;

import java.util.List;

/// A part of a text whose characters all have the same styles.
///
/// @param from where it begins
/// @param to where it ends (exclusive)
/// @param styles their CSS classes; later ones override earlier ones
record StyledRun(int from, int to, List<String> styles) {

    StyledRun {
        styles = List.copyOf(styles);
    }
}
